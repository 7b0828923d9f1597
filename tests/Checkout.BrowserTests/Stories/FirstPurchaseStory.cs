using Checkout.BrowserTests.Browsers;

namespace Checkout.BrowserTests.Stories;

/// <summary>The whole card once, with consent; three digits from then on, whichever way the shop opens the payment.</summary>
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
        Assert.NotEqual("none", shopper.Reads("token"));
        await IsPaidOnceAsync(shopper);

        foreach (var byLink in new[] { false, true })
        {
            shopper.Presses("again");
            shopper.Buys(byLink: byLink);
            Assert.False(shopper.Has("card-number"));
            shopper.TypesCode("321");
            shopper.Pays();
            await IsPaidOnceAsync(shopper);
        }
    }

    [Theory, EveryDevice]
    public async Task A_card_kept_over_a_signed_link_pays_the_next_purchase(Device device)
    {
        var shopper = Arrives(device);
        shopper.OpensDemo();
        shopper.Buys("lamp", byLink: true);
        shopper.TypesCard(Cards.AmericanExpress, code: "1234");
        shopper.Agrees();
        shopper.Pays();
        await IsPaidOnceAsync(shopper);

        shopper.Presses("again");
        shopper.Buys("lamp");
        Assert.False(shopper.Has("card-number"));
        shopper.TypesCode("4321");
        shopper.Pays();
        await IsPaidOnceAsync(shopper);
    }

    [Theory, EveryDevice]
    public async Task Without_consent_no_card_is_kept(Device device)
    {
        var shopper = Arrives(device);
        shopper.OpensDemo();
        shopper.Buys();
        Assert.False(shopper.Sees("save-card").Selected);
        shopper.PaysWith(Cards.Approved);
        Assert.Equal("none", shopper.Reads("token"));
        await IsPaidOnceAsync(shopper);

        shopper.Presses("again");
        shopper.Buys();
        shopper.Sees("card-number");
        Assert.False(shopper.Has("saved-card"));
    }
}
