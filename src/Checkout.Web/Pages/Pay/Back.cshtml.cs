using Checkout.Core.Payments;
using Checkout.Web.Hosting.Headers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Pay;

/// <summary>
/// The step back to the merchant: tells the result, goes on by itself once it is final for the shopper, and keeps a link for browsers
/// that open apps only by a tap.
/// </summary>
[LeavesSite]
[IgnoreAntiforgeryToken]
public sealed class BackModel(Visits visits) : PageModel, IFramed
{
    public Frame Frame { get; private set; } = null!;

    public ResultModel Result { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await visits.FindAsync(HttpContext) is not { } visit) return PageNotice.UnknownLink(HttpContext);
        if (visit.View is PayView.CardForm or PayView.AtBank) return new SeeOther(visit.Path.Page());

        var goesOn = PaymentMoves.IsOverForShopper(visit.Seen);
        Result = ResultModel.Of(visit, goesOn);
        Frame = new Frame
        {
            Texts = visit.Texts,
            Title = Result.Saying.Title,
            Visit = visit,
            RefreshTo = goesOn ? Result.Back?.Url : null,
        };
        return Page();
    }
}
