using System.Text.Json.Nodes;
using Checkout.Web.Demo;
using Microsoft.AspNetCore.Mvc;

namespace Checkout.Web.Pages.Demo;

/// <summary>Where shoppers come back to: shows what the return said, what the shop's server heard, and what Checkout answers when asked.</summary>
[IgnoreAntiforgeryToken]
public sealed class BackModel(IServiceProvider services, DemoClient client) : DemoPage(services)
{
    public DemoOrder? Order { get; private set; }

    public JsonNode? Truth { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Shop is null) return NotFound();
        Order = Shop.Find(Request.Query["MerchantTransactionID"]);
        if (Order is null) return Page();
        if (Request.Query.ContainsKey("data")) Order.Returned = Request.QueryString.Value;
        Truth = await client.AskAsync(Order);
        return Page();
    }
}
