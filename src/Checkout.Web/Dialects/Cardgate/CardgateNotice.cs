using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Writes the body of a notice: the same document a read answers with, in its present state, and who pays beside it.</summary>
public sealed class CardgateNotice(InvoiceViews views, InvoiceWriter writer)
{
    /// <summary>A refund, too, is told by the invoice it changed.</summary>
    /// <returns>The body to post as <c>application/json</c>; null when the payment was not made in this dialect.</returns>
    public async ValueTask<byte[]?> BodyAsync(Payment payment) => await views.OfAsync(payment) is { } view ? writer.Document(view, withCustomer: true) : null;
}
