using Checkout.BrowserTests.Browsers;
using OpenQA.Selenium;
using OpenQA.Selenium.Interactions;

namespace Checkout.BrowserTests.Stories;

/// <summary>No mouse, no finger: Tab, Space, arrows and Enter.</summary>
[Collection(FirstHalf.Name)]
public sealed class KeyboardStory(World world) : Story(world)
{
    private const int MostTabs = 40;

    [Theory, EveryDevice]
    public async Task A_purchase_by_keys_alone(Device device)
    {
        var shopper = Arrives(device);
        shopper.OpensDemo();
        TabsTo(shopper, "buy-mug");
        Hits(shopper, Keys.Enter);

        TabsTo(shopper, "card-number");
        Hits(shopper, Cards.Approved);
        TabsTo(shopper, "card-expiry");
        Hits(shopper, Cards.Expiry);
        TabsTo(shopper, "security-code");
        Hits(shopper, "123");
        TabsTo(shopper, "card-holder");
        Hits(shopper, "Ada Shopper");
        TabsTo(shopper, "save-card");
        Hits(shopper, Keys.Space);
        TabsTo(shopper, "pay");
        Hits(shopper, Keys.Enter);
        await IsPaidOnceAsync(shopper);

        TabsTo(shopper, "again");
        Hits(shopper, Keys.Enter);
        TabsTo(shopper, "buy-mug");
        Hits(shopper, Keys.Enter);
        TabsTo(shopper, "security-code");
        Hits(shopper, "123" + Keys.Enter);
        await IsPaidOnceAsync(shopper);
    }

    private static void Hits(Shopper shopper, string keys) => new Actions(shopper.Driver).SendKeys(keys).Perform();

    private static void TabsTo(Shopper shopper, string id)
    {
        shopper.Sees(id);
        for (var tabs = 0; !shopper.IsFocused(id); tabs++)
        {
            Assert.True(tabs < MostTabs, $"Tab does not lead to #{id}.");
            Hits(shopper, Keys.Tab);
        }
    }
}
