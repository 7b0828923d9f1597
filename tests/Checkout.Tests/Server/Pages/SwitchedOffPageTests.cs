using System.Net;
using Checkout.Web.Pages.Pay.Words;

namespace Checkout.Tests.Server.Pages;

/// <summary>A shopper opens the page of a payment whose merchant was switched off: it says so, and lets the shopper go.</summary>
public sealed class SwitchedOffPageTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const int Site = 7311;

    [Fact]
    public async Task It_leads_back_to_the_shop_in_the_language_of_the_payment()
    {
        var credentials = await server.Checkout.AddMerchantAsync(Site);
        var shopper = new Shopper(server.Checkout);
        var page = await shopper.OrderAsync(Orders.Hosted(Orders.NewReference("off")), credentials);
        await server.Checkout.ChangeAsync(Site, s => s with { Active = false });

        var texts = Languages.Find("ro")!;
        var off = await shopper.OpenAsync(page.Action("card") + "?lang=ro");
        Assert.Equal((HttpStatusCode.ServiceUnavailable, texts.LinkUntaken.Title, "ro"), (off.Status, off.Document.QuerySelector("h1")!.TextContent, off.Document.DocumentElement.GetAttribute("lang")));
        Assert.Equal(Fill.In(texts.Cancel, "Shop 7311"), off.Element("cancel").TextContent);

        var left = await shopper.PressAsync(off, "cancel");
        Assert.Equal(texts.Results.Cancelled.Title, left.Document.QuerySelector("h1")!.TextContent);
        Assert.StartsWith("https://", left.Back, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await shopper.OpenAsync(page.Address)).Status);
    }
}
