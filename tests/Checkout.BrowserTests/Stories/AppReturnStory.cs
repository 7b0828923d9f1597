using System.Text.Json.Nodes;
using Checkout.BrowserTests.Browsers;
using Checkout.Core.Merchants;
using Checkout.Core.Storage;
using Checkout.Web.Hosting.Merchants;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.BrowserTests.Stories;

/// <summary>The shop is an app, and its ReturnURL opens it: browsers and webviews may refuse to go there without a tap.</summary>
[Collection(SecondHalf.Name)]
public sealed class AppReturnStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task The_page_tries_once_and_keeps_a_link(Device device)
    {
        await LetsShopUseTheSchemeAsync("myshop");
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

    private async Task LetsShopUseTheSchemeAsync(string scheme)
    {
        var store = Server.Services.GetRequiredService<IMerchantStore>();
        var merchant = (await store.AllAsync()).Single(entry => entry.Merchant.Id == 1010).Merchant;
        await store.SetAsync(merchant.Id, merchant.Name, merchant.Settings with { ReturnSchemes = [scheme] });
        await Server.Services.GetRequiredService<MerchantRegister>().RefreshAsync();
    }
}
