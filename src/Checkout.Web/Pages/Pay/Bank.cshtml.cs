using Checkout.Core.Desk;
using Checkout.Core.Upstream;
using Checkout.Web.Hosting;
using Checkout.Web.Hosting.Headers;
using Checkout.Web.Pages.Pay.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Pay;

/// <summary>
/// The step between our page and the bank's (WEB-3). A redirect straight from the form would be stopped by the browser, because the card
/// page's policy lets forms go to ourselves only. A bank page is never shown inside a frame: from there a button leads the whole window to it.
/// </summary>
[LeavesSite]
[IgnoreAntiforgeryToken]
public sealed class BankModel(CheckoutDesk desk, Visits visits, SandboxSettings sandbox) : PageModel, IFramed
{
    public Frame Frame { get; private set; } = null!;

    public Visit Visit { get; private set; } = null!;

    public ShopperRedirect Target { get; private set; } = null!;

    /// <summary>From a merchant's frame only the shopper can lead the whole window away, so there it does not say that it goes by itself.</summary>
    public Saying Saying => (Visit.IsTypedElsewhere, Visit.IsFramed) switch
    {
        (true, false) => Visit.Texts.Elsewhere.GoingThere,
        (true, true) => Visit.Texts.Elsewhere.There,
        (false, false) => Visit.Texts.ToBank,
        (false, true) => Visit.Texts.AtBank,
    };

    public async Task<IActionResult> OnGetAsync()
    {
        if (await visits.FindAsync(HttpContext) is not { } visit) return PageNotice.UnknownLink(HttpContext);
        if (visit.View != PayView.AtBank) return new SeeOther(visit.Next);
        if (await desk.BankPageAsync(visit.Turn) is not { } target || !IsWeb(target.Url)) return new SeeOther(visit.Path.Page());

        (Visit, Target) = (visit, target);
        Frame = new Frame
        {
            Texts = visit.Texts,
            Title = Saying.Title,
            Visit = visit,
            Script = target.Post,
            RefreshTo = target.Post || visit.IsFramed ? null : target.Url,
        };
        return Page();
    }

    private bool IsWeb(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && sandbox.Enabled));
}
