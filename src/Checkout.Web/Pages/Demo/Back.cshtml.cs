using Checkout.Web.Demo;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Pages.Demo;

/// <summary>Where shoppers come back to: shows what the return said, what the shop's server heard, and what Checkout answers when asked.</summary>
[IgnoreAntiforgeryToken]
public sealed class BackModel(IServiceProvider services, DemoClient client, DemoCardgate cardgate) : DemoPage(services)
{
    // The shop's own name for an order in its return address, because Cardgate adds nothing to it.
    private const string Own = "order";

    public DemoOrder? Order { get; private set; }

    public DemoTruth? Truth { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Shop is null) return NotFound();
        Order = Shop.Find(Request.Query[Own]) ?? Shop.Find(Request.Query["MerchantTransactionID"]);
        if (Order is null) return Page();
        if (Request.Query.ContainsKey(Order.IsCardgate ? Own : "data")) Order.Returned = Request.QueryString.Value;
        Truth = Order.IsCardgate ? await cardgate.AskAsync(Order) : await client.AskAsync(Order);
        return Page();
    }
}
