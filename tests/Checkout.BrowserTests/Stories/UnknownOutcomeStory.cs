using Checkout.BrowserTests.Browsers;

namespace Checkout.BrowserTests.Stories;

/// <summary>The bank's answer got lost.</summary>
[Collection(SecondHalf.Name)]
public sealed class UnknownOutcomeStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task The_waiting_page_ends_in_the_true_result_by_itself(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.PaysWith(Cards.Silent);
        Assert.Contains("Please do not pay again", shopper.Reads("waiting"), StringComparison.Ordinal);
        Assert.Contains("data=7", shopper.Sees("back-to-shop").GetDomProperty("href"), StringComparison.Ordinal);

        shopper.Sees("thanks");
        Assert.Contains("data=2", shopper.Reads("brought"), StringComparison.Ordinal);
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task Who_looks_again_meanwhile_cannot_pay_again(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.PaysWith(Cards.Silent);
        shopper.Sees("waiting");
        shopper.Opens(payment.Page);
        Assert.False(shopper.Has("card-number"));
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }
}
