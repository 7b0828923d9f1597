using Checkout.Core.Desk;
using Checkout.Core.Payments;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Pay;

/// <summary>The waiting page: each time it is read it looks what became of the payment, and goes where the answer belongs.</summary>
[IgnoreAntiforgeryToken]
public sealed class WaitModel(CheckoutDesk desk, Visits visits) : PageModel, IFramed
{
    private const int RefreshSeconds = 2;

    public Frame Frame { get; private set; } = null!;

    public Visit Visit { get; private set; } = null!;

    public bool IsUnknown => Visit.Seen == PaymentStatus.Unknown;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await visits.FindAsync(HttpContext) is not { } found) return PageNotice.UnknownLink(HttpContext);
        if (found.View == PayView.Waiting && visits.Of(HttpContext, await desk.RefreshAsync(found.Turn)) is { } refreshed) found = refreshed;
        if (found.View != PayView.Waiting) return new SeeOther(found.Next);

        Visit = found;
        Frame = new Frame
        {
            Texts = found.Texts,
            Title = IsUnknown ? found.Texts.Unknown.Title : found.Texts.Waiting.Title,
            Visit = found,
            Script = true,
            Languages = true,
            RefreshTo = found.Path.Wait,
            RefreshSeconds = RefreshSeconds,
            RefreshWithoutScriptOnly = true,
        };
        return Page();
    }
}
