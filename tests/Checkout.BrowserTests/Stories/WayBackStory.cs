using Checkout.BrowserTests.Browsers;

namespace Checkout.BrowserTests.Stories;

/// <summary>Reload and back, at every step: the present state is shown, and nothing is charged twice (PAY-13).</summary>
[Collection(SecondHalf.Name)]
public sealed class WayBackStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task At_the_form(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.Reloads();
        shopper.PaysWith(Cards.Declined);
        shopper.Sees("declined");
        shopper.Reloads();
        shopper.Sees("declined");
        shopper.GoesBack();
        // The form of before the refusal may show again; what is sent from it does nothing but show the present state.
        shopper.PaysWith(Cards.Approved);
        if (shopper.SeesOneOf("thanks", "declined") == "declined") shopper.PaysWith(Cards.Approved);
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task At_the_bank(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Page);
        shopper.PaysWith(Cards.Challenged);
        shopper.ArrivesAtBank();
        shopper.Reloads();
        shopper.Sees("approve");
        shopper.GoesBack();
        shopper.Sees("use-other-card");
        shopper.Reloads();
        shopper.Presses("continue");
        shopper.ArrivesAtBank();
        shopper.ApprovesAtBank();
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task At_the_shop(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Page);
        shopper.PaysWith(Cards.Approved);
        shopper.Sees("thanks");
        shopper.Reloads();
        shopper.Sees("thanks");

        shopper.GoesBack();
        Assert.Equal("Payment complete", shopper.Reads("result"));
        Assert.False(shopper.Has("card-number"));
        shopper.Reloads();
        Assert.Equal("Payment complete", shopper.Reads("result"));
        shopper.Presses("back-to-shop");
        Assert.Contains("data=2", shopper.Reads("brought"), StringComparison.Ordinal);
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task Back_to_the_shop_without_paying(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.Cancels();
        shopper.Sees("thanks");
        Assert.Contains("data=3", shopper.Reads("brought"), StringComparison.Ordinal);

        shopper.GoesBack();
        Assert.Equal("Payment cancelled", shopper.Reads("result"));
        await IsNotChargedAsync(payment.Reference);
    }
}
