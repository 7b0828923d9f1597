using Checkout.Core.Payments;
using Checkout.Web.Hosting.Headers;
using Checkout.Web.Pages.Pay.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Pay;

/// <summary>
/// The step back to the merchant: tells the result, goes on by itself once it is final for the shopper, and keeps a link for browsers
/// that open apps only by a tap. Where the merchant skips our result it only leads on, by a page and not by a redirect: the browser would
/// stop one that follows a form (WEB-3). In a merchant's frame the merchant's page is told, and the link leads the whole window.
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
        if (visit.View is PayView.CardForm or PayView.AtBank || visit.IsBlocked) return new SeeOther(visit.Path.Page());

        var isOver = PaymentMoves.IsOverForShopper(visit.Seen);
        var goesOn = !visit.IsFramed && visit.LeavesByItself;
        Result = ResultModel.Of(visit, goesOn);
        Frame = new Frame
        {
            Texts = visit.Texts,
            Title = visit.SkipsResult ? Fill.In(visit.Texts.GoingBack, visit.MerchantName) : Result.Saying.Title,
            Visit = visit,
            // Where the merchant wants its shoppers to read the result, the frame stays until they press the button.
            Ends = isOver && (visit.Turn.Merchant.Settings.AutoReturn || visit.SkipsResult),
            Leaves = visit.IsFramed && visit.LeavesByItself,
            RefreshTo = goesOn ? Result.Back?.Url : null,
        };
        return Page();
    }
}
