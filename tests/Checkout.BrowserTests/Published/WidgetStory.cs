using System.Text.Json.Nodes;
using Checkout.BrowserTests.Browsers;
using Checkout.BrowserTests.Stories;
using Checkout.Tests.Server;
using Checkout.Web.Sandbox;

namespace Checkout.BrowserTests.Published;

/// <summary>A shop on another site that holds our page by the published widget, unchanged (<c>spec/cardgate.md</c> §13.2, §13.4).</summary>
[Collection(SecondHalf.Name)]
public sealed class WidgetStory(World world) : CardgateStory(world), IAsyncLifetime
{
    private const string Frame = "payment_widget";

    public Task InitializeAsync() => SetsMerchantAsync(settings => settings with { FrameOrigins = [Shop.Origin] });

    public Task DisposeAsync() => SetsMerchantAsync(settings => settings with { FrameOrigins = [] });

    [Theory]
    [InlineData(Device.Desktop, 375, 600)]
    [InlineData(Device.Phone, 375, 600)]
    [InlineData(Device.Phone, 320, 480)]
    public async Task An_invoice_is_paid_in_its_frame_which_goes_away_then(Device device, int width, int height)
    {
        var invoice = await OpensInvoiceAsync(attributes => attributes["gateway_options"] = JsonNode.Parse("{\"cardgate\":{\"theme_options\":{\"primary\":\"#0a7d4f\"}}}"));
        var shopper = await EntersAsync(device, (width, height), new JsonObject { ["cpi"] = invoice.Id, ["locale"] = "uk" });
        Assert.Equal("uk", shopper.Driver.ExecuteScript("return document.documentElement.lang"));
        Assert.Equal("rgb(10, 125, 79)", shopper.Driver.ExecuteScript("return getComputedStyle(document.getElementById('pay')).backgroundColor"));

        shopper.TypesCard(Approved);
        shopper.Submits("pay");
        shopper.Driver.SwitchTo().DefaultContent();
        shopper.SeesNo(Frame);
        await IsChargedOnceAsync(invoice.Reference);
    }

    [Theory]
    [InlineData(Device.Desktop)]
    [InlineData(Device.Phone)]
    public async Task A_shop_that_knows_its_public_key_alone_is_paid_in_its_own_colours(Device device)
    {
        var reference = Orders.NewReference("widget");
        var shopper = await EntersAsync(device, (375, 600), new JsonObject
        {
            ["reference_id"] = reference, ["locale"] = "de", ["customer"] = new JsonObject { ["reference_id"] = "shopper-7" },
            ["style"] = new JsonObject { ["primary"] = "#ffcc00", ["theme"] = "dark", ["pay_button_label"] = "donate" }, ["display"] = new JsonObject { ["hide_header"] = true },
        });
        Assert.Equal("rgb(255, 204, 0)", shopper.Driver.ExecuteScript("return getComputedStyle(document.getElementById('pay')).backgroundColor"));
        Assert.EndsWith("spenden", shopper.Reads("pay"), StringComparison.Ordinal);
        Assert.Equal(1, Convert.ToInt32(shopper.Driver.ExecuteScript("return document.querySelector('.summary').clientWidth"), System.Globalization.CultureInfo.InvariantCulture));

        shopper.TypesCard(Approved);
        shopper.Submits("pay");
        shopper.Driver.SwitchTo().DefaultContent();
        shopper.SeesNo(Frame);
        await IsChargedOnceAsync(reference);
    }

    /// <summary>Opens the shop's page and goes into the frame that the widget made there.</summary>
    private async Task<Shopper> EntersAsync(Device device, (int Width, int Height) size, JsonObject wishes)
    {
        var config = new JsonObject
        {
            ["flow"] = "iframe", ["selector"] = "holder", ["baseUrl"] = Server.Address + "/hpp", ["public_key"] = SandboxMerchant.PublicTestKey, ["amount"] = 10.5, ["currency"] = "USD",
        };
        foreach (var (name, value) in wishes) config[name] = value?.DeepClone();
        var shopper = Arrives(device);
        shopper.Opens(await Shop.EmbedsAsync(config, size));
        shopper.Sees(Frame);
        shopper.Driver.SwitchTo().Frame(Frame);
        shopper.Sees("card-number");
        return shopper;
    }
}
