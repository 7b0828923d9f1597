using Checkout.BrowserTests.Browsers;

namespace Checkout.BrowserTests.Stories;

/// <summary>The shop is an app, and its ReturnURL opens it: browsers and webviews may refuse to go there without a tap.</summary>
[Collection(SecondHalf.Name)]
public sealed class AppReturnStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task The_page_tries_once_and_keeps_a_link(Device device)
    {
        await SetsMerchantAsync(settings => settings with { ReturnSchemes = ["myshop"] });
        var payment = await OpensPaymentAsync(request => request["ReturnURL"] = "myshop://paid?order=7");
        var shopper = Arrives(device);
        shopper.Foresees("myshop://paid");
        shopper.Opens(payment.Address);
        shopper.PaysWith(Cards.Approved);

        Assert.Equal("Payment complete", shopper.Reads("result"));
        Assert.StartsWith("myshop://paid?order=7&data=2&", shopper.Property("back-to-shop", "href"), StringComparison.Ordinal);
        shopper.Until(_ => shopper.Requests.Any(request => request.Url.StartsWith("myshop://paid?order=7&data=2", StringComparison.Ordinal)), "an attempt to open the app");
        Assert.Equal("Payment complete", shopper.Reads("result"));
        await IsChargedOnceAsync(payment.Reference);
    }
}
