using Checkout.BrowserTests.Browsers;

namespace Checkout.BrowserTests.Stories;

/// <summary>The whole card once, with consent; three digits from then on.</summary>
[Collection(FirstHalf.Name)]
public sealed class FirstPurchaseStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task The_next_purchase_takes_three_digits(Device device)
    {
        var shopper = Arrives(device);
        shopper.OpensDemo();
        shopper.Buys();
        shopper.TypesCard();
        shopper.Agrees();
        shopper.Pays();

        Assert.Equal("Thank you for your order", shopper.Reads("outcome"));
        Assert.Equal("Captured", shopper.Reads("status"));
        Assert.NotEqual("none", shopper.Reads("token"));
        await IsChargedOnceAsync(shopper.Reads("order"));

        shopper.Presses("again");
        shopper.Buys();
        Assert.False(shopper.Has("card-number"));
        shopper.TypesCode("321");
        shopper.Pays();
        Assert.Equal("Captured", shopper.Reads("status"));
        await IsChargedOnceAsync(shopper.Reads("order"));
    }
}
