using Checkout.Web.Dialects.Cardgate.Public;
using Checkout.Web.Dialects.Link;
using Checkout.Web.Hosting.Headers;
using Checkout.Web.Pages.Pay;
using Checkout.Web.Pages.Pay.Wishes;
using Checkout.Web.Pages.Pay.Words;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Link;

/// <summary>
/// Where links of the Cardgate dialect arrive that name things in their query: <c>?public_key=…</c> opens a payment, the older <c>?cpi=…</c>
/// has one already. On to its page, or a page that says in words why not.
/// </summary>
[IgnoreAntiforgeryToken]
public sealed class HppModel(OpenPublicLink open) : PageModel
{
    /// <summary>Who asks for the head alone, a link checker or a chat, opens no payment, and is not told whether the link is good.</summary>
    public IActionResult OnHead() => new OkResult();

    public async Task<IActionResult> OnGetAsync()
    {
        if (Request.Query["cpi"].ToString() is var invoice && PageAddress.IsInvoice(invoice)) return new SeeOther($"{Request.PathBase}/hpp/{invoice}{Language()}");
        if (!Request.Query.ContainsKey("public_key")) return PageNotice.UnknownLink(HttpContext);

        var opened = await open.RunAsync(Request.Query);
        if (opened.Merchant is { } merchant) HttpContext.Features.Set(new PagePermits { FrameOrigins = merchant.Settings.FrameOrigins });
        return opened.Link is { } link
            ? new SeeOther($"{Request.PathBase}/pay/{link}{Language()}")
            : PageNotice.Problem(HttpContext, opened.Fault ?? LinkFault.InvalidParameter, opened.Parameter);
    }

    /// <summary>Shops send shoppers here by a form of theirs too.</summary>
    public IActionResult OnPost() => new SeeOther(Request.PathBase + Request.Path + Request.QueryString);

    /// <summary>The language picked in the address goes on with the shopper.</summary>
    private string Language() => PickedLanguage.In(Request, Languages.Among(WishReader.AvailableIn(name => Request.Query[name]))) is { } language ? "?lang=" + language : "";
}
