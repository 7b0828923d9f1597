using Checkout.Web.Demo;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Pages.Demo;

/// <summary>Sends the shopper on by a form, for merchants whose integration posts.</summary>
[IgnoreAntiforgeryToken]
public sealed class GoModel(IServiceProvider services) : DemoPage(services)
{
    public DemoFlow Flow { get; private set; } = null!;

    public IActionResult OnGet()
    {
        if (Shop?.Find(Request.Query["order"])?.Flow is not { Post: true } flow) return NotFound();
        Flow = flow;
        return Page();
    }
}
