using Checkout.Core.Payments;
using Checkout.Web.Hosting.Headers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Pay;

/// <summary>
/// The step back to the merchant: tells the result, goes on by itself once it is final for the shopper, and keeps a link for browsers
/// that open apps only by a tap. In a merchant's frame the merchant's page is told, and the link leads the whole window.
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

        var isOver = PaymentMoves.IsOverForShopper(visit.Seen);
        var goesOn = isOver && !visit.IsFramed;
        Result = ResultModel.Of(visit, goesOn);
        Frame = new Frame
        {
            Texts = visit.Texts,
            Title = Result.Saying.Title,
            Visit = visit,
            Ends = isOver,
            RefreshTo = goesOn ? Result.Back?.Url : null,
        };
        return Page();
    }
}
