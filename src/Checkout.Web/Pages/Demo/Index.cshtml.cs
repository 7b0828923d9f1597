using Checkout.Web.Demo;
using Checkout.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Pages.Demo;

/// <summary>The shop window, and the purchase by API or by signed link.</summary>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(IServiceProvider services, DemoClient client, PublicAddress address) : DemoPage(services)
{
    public IReadOnlyList<DemoOrder> Orders { get; private set; } = [];

    public string? Problem { get; private set; }

    public IActionResult OnGet()
    {
        if (Shop is null) return NotFound();

        // The shop and the card page must meet at one address, or the shopper's cookie and the way to the card page are lost.
        if (!address.Base.Equals($"{Request.Scheme}://{Request.Host}", StringComparison.OrdinalIgnoreCase)) return SeeOther(address.Base + "/demo");
        Orders = Shop.OfShopper(Shopper());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromForm] string? product, [FromForm] string? way)
    {
        if (Shop is null) return NotFound();
        if (DemoShop.Product(product) is not { } chosen) return RedirectToPage();
        var order = Shop.Order(Shopper(), chosen, way == "link" ? "link" : "api");
        if (order.Way == "link") return SeeOther(client.SignedLink(order));

        var (redirect, answer) = await client.OpenPaymentAsync(order);
        if (redirect is not null) return SeeOther(redirect);
        Problem = answer;
        return Page();
    }

    private StatusCodeResult SeeOther(string url)
    {
        Response.Headers.Location = url;
        return new StatusCodeResult(StatusCodes.Status303SeeOther);
    }
}
