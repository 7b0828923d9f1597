using Checkout.BrowserTests.Browsers;
using OpenQA.Selenium;

namespace Checkout.BrowserTests.Stories;

/// <summary>The card page in a frame of a page on another site, where it gets no cookie (WEB-6, <c>spec/cardgate.md</c> §13.4). The frame has a phone's size.</summary>
[Collection(SecondHalf.Name)]
public sealed class FrameStory(World world) : CardgateStory(world), IAsyncLifetime
{
    public Task InitializeAsync() => SetsMerchantAsync(settings => settings with { FrameOrigins = [Shop.Origin] });

    public Task DisposeAsync() => SetsMerchantAsync(settings => settings with { FrameOrigins = [] });

    [Theory, EveryDevice]
    public async Task A_payment_in_a_frame_leads_the_whole_window_back(Device device)
    {
        foreach (var method in new[] { "get", "post" })
        {
            var invoice = await OpensInvoiceAsync();
            var shopper = Enters(device, Shop.Sells(invoice.Action, method, framed: true));
            shopper.PaysWith(Approved);
            shopper.Sees("result");
            shopper.Submits("back-to-shop");
            shopper.Driver.SwitchTo().DefaultContent();
            Assert.Equal("?came=success", shopper.Reads("brought"));
            HasNoCookie(shopper);
            await IsChargedOnceAsync(invoice.Reference);
        }
    }

    [Theory, EveryDevice]
    public async Task A_bank_is_visited_in_the_whole_window(Device device)
    {
        var invoice = await OpensInvoiceAsync();
        var shopper = Enters(device, Shop.Sells(invoice.Action, framed: true));
        shopper.PaysWith(ThreeDSecure);
        shopper.Submits("continue");
        shopper.Driver.SwitchTo().DefaultContent();
        shopper.Sees("approve");
        Assert.StartsWith(Server.Address, shopper.Address, StringComparison.Ordinal);
        shopper.ApprovesAtBank();
        Assert.Equal("?came=success", shopper.Reads("brought"));
        await IsChargedOnceAsync(invoice.Reference);
    }

    [Theory]
    [InlineData(Device.Desktop)]
    [InlineData(Device.Phone)]
    public async Task The_page_around_hears_how_far_it_is_and_takes_the_frame_away(Device device)
    {
        var invoice = await OpensInvoiceAsync();
        var shopper = Enters(device, Shop.Sells(invoice.Action, framed: true, takesAway: true));
        shopper.TypesCard(Approved);
        shopper.Submits("pay");
        shopper.Driver.SwitchTo().DefaultContent();
        shopper.SeesNo("frame");
        Assert.Equal(
            $"ready rendered checkout.status=process_pending={invoice.Id} ready return close checkout.status=processed={invoice.Id}", shopper.Reads("heard"));
        await IsChargedOnceAsync(invoice.Reference);
    }

    [Theory, EveryDevice]
    public async Task A_page_that_is_not_on_the_list_shows_nothing_and_hears_nothing(Device device)
    {
        await SetsMerchantAsync(settings => settings with { FrameOrigins = ["https://shop.example"] });
        var invoice = await OpensInvoiceAsync();
        var shopper = Arrives(device);
        shopper.Foresees("frame-ancestors");
        shopper.Opens(Shop.Sells(invoice.Action, framed: true));
        shopper.Submits("go");
        shopper.Until(_ => shopper.Requests.Any(r => r.Url.Contains("/hpp/", StringComparison.Ordinal)), "a request for the page");
        shopper.Driver.SwitchTo().Frame("frame");
        Assert.False(shopper.Has("card-number"));
        shopper.Driver.SwitchTo().DefaultContent();
        Assert.Equal("", shopper.Driver.FindElement(By.Id("heard")).Text);
    }

    private Shopper Enters(Device device, string address)
    {
        var shopper = Arrives(device);
        shopper.Opens(address);
        shopper.Submits("go");
        shopper.Driver.SwitchTo().Frame("frame");
        shopper.Sees("card-number");
        return shopper;
    }

    private static void HasNoCookie(Shopper shopper) =>
        Assert.Equal(Array.Empty<object>(), Assert.IsType<Dictionary<string, object>>(shopper.Driver.ExecuteCdpCommand("Network.getAllCookies", []))["cookies"]);
}
