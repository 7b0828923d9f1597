using Checkout.Web.Docs;
using Checkout.Web.Hosting;
using Checkout.Web.Hosting.Headers;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Docs;

/// <summary>The interface in one dialect, for people, with the way to the others.</summary>
[PublicPage]
public sealed class IndexModel(ApiReferences references, SandboxSettings sandbox) : PageModel
{
    public IReadOnlyList<ApiReference> All => references.All;

    public ApiReference Reference { get; private set; } = references.All[0];

    public bool IsSandbox => sandbox.Enabled;

    /// <summary>Without a name it is the first dialect; a name that no dialect has is not there.</summary>
    public IActionResult OnGet(string? dialect)
    {
        if (dialect is null) return Page();
        if (references.Find(dialect) is not { } found) return NotFound();
        Reference = found;
        return Page();
    }
}
