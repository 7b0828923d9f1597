using Checkout.BrowserTests.Browsers;

namespace Checkout.BrowserTests.Stories;

/// <summary>A challenge is open for one card while the shopper takes another one.</summary>
[Collection(SecondHalf.Name)]
public sealed class TwoCardsStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task Approving_the_first_card_after_the_second_has_paid_charges_nothing_more(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.PaysWith(Cards.Challenged);
        shopper.ArrivesAtBank();

        var bankTab = shopper.OpensTab(payment.Page);
        shopper.AsksForAnotherCard();
        shopper.PaysWith(Cards.AlsoApproved);
        shopper.Sees("thanks");

        shopper.TurnsTo(bankTab);
        shopper.ApprovesAtBank();
        Assert.Contains("This request is over", shopper.Page, StringComparison.Ordinal);
        shopper.Presses("back");
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task Going_back_from_the_bank_lets_the_shopper_take_another_card(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Page);
        shopper.PaysWith(Cards.Challenged);
        shopper.ArrivesAtBank();

        shopper.GoesBack();
        shopper.AsksForAnotherCard();
        shopper.PaysWith(Cards.Approved);
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task Approving_in_one_tab_while_the_other_still_asks_pays_with_the_approved_card(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.PaysWith(Cards.Challenged);
        shopper.ArrivesAtBank();

        var bankTab = shopper.OpensTab(payment.Page);
        shopper.Sees("use-other-card");
        var askingTab = shopper.TurnsTo(bankTab);
        shopper.ApprovesAtBank();
        shopper.Sees("thanks");

        shopper.TurnsTo(askingTab);
        shopper.AsksForAnotherCard();
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }
}
