using Checkout.Core.Desk;
using Checkout.Core.Payments;
using Checkout.Web.Pages.Pay.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Pay;

/// <summary>The waiting page: each time it is read it looks what became of the payment, and goes where the answer belongs. It waits for the bank, or for the merchant's moderator.</summary>
[IgnoreAntiforgeryToken]
public sealed class WaitModel(CheckoutDesk desk, Visits visits, FormGuard guard) : PageModel, IFramed
{
    private const int RefreshSeconds = 2;

    /// <summary>A person takes longer than a bank.</summary>
    private const int RefreshSecondsBlocked = 15;

    public Frame Frame { get; private set; } = null!;

    public Visit Visit { get; private set; } = null!;

    public bool IsUnknown => Visit.Seen == PaymentStatus.Unknown;

    public Saying Saying => Visit.IsBlocked ? Visit.Texts.Blocked : IsUnknown ? Visit.Texts.Unknown : Visit.Texts.Waiting;

    public string Nonce => guard.Nonce(Visit.Payment, FormStep.Leave);

    public async Task<IActionResult> OnGetAsync()
    {
        if (await visits.FindAsync(HttpContext) is not { } found) return PageNotice.UnknownLink(HttpContext);
        if (found.View == PayView.Waiting && visits.Of(HttpContext, await desk.RefreshAsync(found.Turn)) is { } refreshed) found = refreshed;
        if (found.View != PayView.Waiting) return new SeeOther(found.Next);

        Visit = found;
        Frame = new Frame
        {
            Texts = found.Texts,
            Title = Saying.Title,
            Visit = found,
            Script = true,
            Languages = true,
            RefreshTo = found.Path.Wait,
            RefreshSeconds = found.IsBlocked ? RefreshSecondsBlocked : RefreshSeconds,
            RefreshWithoutScriptOnly = true,
        };
        return Page();
    }
}
