using Checkout.Web.Demo;
using Checkout.Web.Hosting;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Pages.Demo;

/// <summary>The shop window, and the purchase in either dialect or by signed link.</summary>
[IgnoreAntiforgeryToken]
public sealed class IndexModel(IServiceProvider services, DemoClient client, DemoCardgate cardgate, PublicAddress address) : DemoPage(services)
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
        var order = Shop.Order(Shopper(), chosen, WayOf(way));
        if (order.Way == DemoWay.Link) return SeeOther(client.SignedLink(order));

        (order.Flow, var answer) = order.IsCardgate ? await cardgate.OpenInvoiceAsync(order) : await client.OpenPaymentAsync(order);
        if (order.Flow is { } flow) return SeeOther(flow.Post ? $"{address.Base}/demo/go?order={order.Reference}" : flow.Url);
        Problem = answer;
        return Page();
    }

    private static DemoWay WayOf(string? way) => way switch
    {
        "cardgate" => DemoWay.Cardgate,
        "cardgate-post" => DemoWay.CardgatePost,
        "link" => DemoWay.Link,
        _ => DemoWay.Api,
    };

    private StatusCodeResult SeeOther(string url)
    {
        Response.Headers.Location = url;
        return new StatusCodeResult(StatusCodes.Status303SeeOther);
    }
}
