using Checkout.Core.Desk;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Web.Pages.Pay.Form;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Pay;

/// <summary>
/// Where bank pages send the shopper back, by GET or by POST from another site, without a cookie (WEB-10). Nothing that was sent along is
/// believed: the upstream is asked. What belongs to another payment, or to none, is refused as a stranger is. Any number of times gives one
/// completion, and a stranger learns nothing.
/// </summary>
[IgnoreAntiforgeryToken]
[RequestSizeLimit(64 * 1024)]
public sealed class ReturnModel(CheckoutDesk desk, Visits visits) : PageModel
{
    public Task<IActionResult> OnGetAsync() => ComeBackAsync(BroughtBack.Nothing);

    public async Task<IActionResult> OnPostAsync()
    {
        using var form = await PostedForm.ReadAsync(Request);
        return await ComeBackAsync(form is null ? BroughtBack.TooMuch : new BroughtBack(form.Texts));
    }

    /// <summary>In Cardgate's form of the address the word is the name of the attempt, <c>?pid=pay_…</c> (spec/cardgate.md §12).</summary>
    private string? Word() => Request.RouteValues["token"] as string
        ?? (Request.Query["pid"].ToString() is { } pid && pid.StartsWith(ChargeTools.AttemptPrefix, StringComparison.Ordinal) ? pid[ChargeTools.AttemptPrefix.Length..] : null);

    private async Task<IActionResult> ComeBackAsync(BroughtBack brought) =>
        await desk.ReturnedAsync(Word(), brought) is { } turn && visits.Of(HttpContext, turn) is { } visit
            ? new SeeOther(visit.Path.Wait)
            : PageNotice.UnknownLink(HttpContext);
}
