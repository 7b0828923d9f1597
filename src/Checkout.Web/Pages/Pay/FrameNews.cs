using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate;

namespace Checkout.Web.Pages.Pay;

/// <summary>
/// What the merchant's page that holds ours in a frame is told (<c>spec/cardgate.md</c> §13.4): plain words that the published widget acts
/// on, and how the payment stands.
/// </summary>
/// <param name="Words">Told as soon as the page is there, separated by blanks.</param>
/// <param name="Parents">Origins that may hear it, separated by blanks; nobody else does.</param>
/// <param name="Status">In the dialect's word; null: the payment is of a dialect that has no such message.</param>
/// <param name="Id">The invoice, <c>cpi_…</c>.</param>
public sealed record FrameNews(string Words, string Parents, string? Status, string? Id)
{
    /// <summary>Null: the page stands in a window of its own.</summary>
    public static FrameNews? Of(Visit visit, bool ends)
    {
        if (!visit.IsFramed) return null;
        var invoice = CardgateNotes.Of(visit.Payment)?.Invoice;
        var words = ends ? "ready return close" : visit.View == PayView.CardForm ? "ready rendered" : "ready";
        return new FrameNews(words, string.Join(' ', visit.Parents), invoice is null ? null : CardgateStatus.Of(visit.Payment, visit.Seen), invoice);
    }
}
