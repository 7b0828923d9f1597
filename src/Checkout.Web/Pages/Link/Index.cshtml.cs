using Checkout.Web.Dialects.Link;
using Checkout.Web.Pages.Pay;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Link;

/// <summary>Where signed links arrive: on to the payment's page, or a page that says in words why not.</summary>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(OpenLink open) : PageModel
{
    /// <summary>Who asks for the head alone, a link checker or a chat, opens no payment, and is not told whether the link is good.</summary>
    public IActionResult OnHead() => new OkResult();

    public async Task<IActionResult> OnGetAsync()
    {
        var opened = await open.RunAsync(Request.Query);
        return opened.Link is { } link ? new SeeOther($"{Request.PathBase}/pay/{link}") : PageNotice.Problem(HttpContext, opened.Fault ?? LinkFault.NotSigned, opened.Parameter);
    }
}
