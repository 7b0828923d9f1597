using Checkout.BrowserTests.Browsers;

namespace Checkout.BrowserTests.Stories;

/// <summary>The bank says no, and the page says why and what to do.</summary>
[Collection(SecondHalf.Name)]
public sealed class DeclineStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task After_a_refusal_another_card_pays(Device device)
    {
        var shopper = Arrives(device);
        shopper.OpensDemo();
        shopper.Buys();
        shopper.PaysWith(Cards.Declined);
        Assert.Contains("Your bank declined the payment", shopper.Reads("declined"), StringComparison.Ordinal);
        Assert.True(shopper.IsFocused("declined"));
        Assert.Equal("", shopper.Property("card-number", "value"));
        Assert.Equal("", shopper.Property("security-code", "value"));

        shopper.PaysWith(Cards.NoFunds);
        Assert.Contains("There is not enough money on this card", shopper.Reads("declined"), StringComparison.Ordinal);

        shopper.PaysWith(Cards.Approved);
        await IsPaidOnceAsync(shopper);
    }

    [Theory, EveryDevice]
    public async Task A_wrong_code_can_be_typed_again(Device device)
    {
        var shopper = Arrives(device);
        shopper.OpensDemo();
        shopper.Buys();
        shopper.PaysWith(Cards.OnlyCode424);
        Assert.Contains("The security code was not right", shopper.Reads("declined"), StringComparison.Ordinal);
        shopper.TypesCard(Cards.OnlyCode424, code: "424");
        shopper.Agrees();
        shopper.Pays();
        await IsPaidOnceAsync(shopper);

        shopper.Presses("again");
        shopper.Buys();
        shopper.TypesCode("999");
        shopper.Pays();
        Assert.Contains("The security code was not right", shopper.Reads("declined"), StringComparison.Ordinal);
        Assert.False(shopper.Has("card-number"));
        shopper.TypesCode("424");
        shopper.Pays();
        await IsPaidOnceAsync(shopper);
    }
}
