using Checkout.BrowserTests.Browsers;
using OpenQA.Selenium.Interactions;

namespace Checkout.BrowserTests.Stories;

/// <summary>Pressed twice, sent twice, opened twice: paid once (PAY-13).</summary>
[Collection(FirstHalf.Name)]
public sealed class ImpatienceStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task A_double_click_pays_once(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.TypesCard();
        new Actions(shopper.Driver).DoubleClick(shopper.Sees("pay")).Perform();
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task A_second_tab_shows_what_the_first_one_did(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.TypesCard();
        var firstTab = shopper.OpensTab(payment.Page);
        shopper.PaysWith(Cards.AlsoApproved);
        shopper.Sees("thanks");

        shopper.TurnsTo(firstTab);
        shopper.Pays();
        shopper.Sees("thanks");
        Assert.Contains("data=2", shopper.Reads("brought"), StringComparison.Ordinal);
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task Cancelling_in_a_second_tab_after_paying_changes_nothing(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        var firstTab = shopper.OpensTab(payment.Page);
        shopper.PaysWith(Cards.Approved);
        shopper.Sees("thanks");

        shopper.TurnsTo(firstTab);
        shopper.Cancels();
        Assert.Contains("data=2", shopper.Reads("brought"), StringComparison.Ordinal);
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task A_lost_connection_lets_the_shopper_pay_later(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Foresees("ERR_INTERNET_DISCONNECTED");
        shopper.Opens(payment.Address);
        shopper.TypesCard();
        shopper.HasConnection(false);
        shopper.Pays();
        shopper.HasConnection(true);
        shopper.GoesBack();
        shopper.PaysWith(Cards.Approved);
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }
}
