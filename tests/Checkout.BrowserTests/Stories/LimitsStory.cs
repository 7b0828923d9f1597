using System.Globalization;
using Checkout.BrowserTests.Browsers;
using Checkout.Tests.Server;

namespace Checkout.BrowserTests.Stories;

/// <summary>Cards run out, and so do tries.</summary>
[Collection(FirstHalf.Name)]
public sealed class LimitsStory(World world, OwnCheckout own) : Story(world), IClassFixture<OwnCheckout>
{
    protected override RunningCheckout Server => own.Server;

    [Theory, EveryDevice]
    public async Task After_too_many_refusals_the_shopper_goes_back_to_the_shop(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.PaysWith(Cards.Declined);
        shopper.Sees("declined");
        shopper.PaysWith(Cards.Declined);
        shopper.Sees("declined");
        shopper.PaysWith(Cards.NoFunds);
        Assert.Contains("data=4", shopper.Reads("brought"), StringComparison.Ordinal);

        shopper.GoesBack();
        Assert.Equal("Payment not completed", shopper.Reads("result"));
        await IsNotChargedAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task Codes_are_not_guessed(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.PaysWith(Cards.OnlyCode424, "111");
        shopper.Sees("declined");
        shopper.PaysWith(Cards.OnlyCode424, "222");
        Assert.Contains("data=4", shopper.Reads("brought"), StringComparison.Ordinal);
        await IsNotChargedAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task A_saved_card_that_has_expired_cannot_be_chosen(Device device)
    {
        var shopper = Arrives(device);
        shopper.OpensDemo();
        shopper.Buys();
        var today = Server.Clock.GetUtcNow();
        shopper.TypesCard(expiry: today.ToString("MM/yy", CultureInfo.InvariantCulture));
        shopper.Agrees();
        shopper.Pays();
        await IsPaidOnceAsync(shopper);

        await Server.AdvanceAsync(TimeSpan.FromDays(33));
        shopper.Presses("again");
        shopper.Buys();
        Assert.Contains("Expired", shopper.Reads("saved-card"), StringComparison.Ordinal);
        Assert.False(shopper.Has("pay"));
        shopper.AsksForAnotherCard();
        shopper.PaysWith(Cards.AlsoApproved);
        await IsPaidOnceAsync(shopper);
    }
}
