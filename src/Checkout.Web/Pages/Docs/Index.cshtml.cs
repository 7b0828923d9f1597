using Checkout.Web.Docs;
using Checkout.Web.Hosting;
using Checkout.Web.Hosting.Headers;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Docs;

/// <summary>The interfaces, for people.</summary>
[PublicPage]
public sealed class IndexModel(ApiReferences references, SandboxSettings sandbox) : PageModel
{
    public IReadOnlyList<ApiReference> References => references.All;

    public bool IsSandbox => sandbox.Enabled;

    /// <summary>The page asks for nothing; without this it could not be read.</summary>
    public void OnGet()
    {
    }
}
