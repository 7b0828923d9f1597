using Checkout.BrowserTests.Browsers;

namespace Checkout.BrowserTests.Stories;

/// <summary>The bank wants to see the shopper.</summary>
[Collection(FirstHalf.Name)]
public sealed class BankStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task Who_approves_has_paid(Device device)
    {
        var shopper = GoesToTheBank(device, Cards.Challenged);
        shopper.ApprovesAtBank();
        await IsPaidOnceAsync(shopper);
    }

    [Theory, EveryDevice]
    public async Task Who_refuses_is_told_and_can_take_another_card(Device device)
    {
        var shopper = GoesToTheBank(device, Cards.Challenged);
        shopper.RefusesAtBank();
        Assert.Contains("could not confirm that it is you", shopper.Reads("declined"), StringComparison.Ordinal);
        shopper.PaysWith(Cards.Approved);
        await IsPaidOnceAsync(shopper);
    }

    [Theory, EveryDevice]
    public async Task Who_cancels_there_can_go_back_to_the_shop(Device device)
    {
        var shopper = GoesToTheBank(device, Cards.Challenged);
        shopper.CancelsAtBank();
        Assert.Contains("The check at your bank was not finished", shopper.Reads("declined"), StringComparison.Ordinal);
        shopper.Cancels();
        Assert.Equal("You cancelled the payment", shopper.Reads("outcome"));
        await IsNotChargedAsync(shopper.Reads("order"));
    }

    [Theory, EveryDevice]
    public async Task A_bank_that_declines_until_it_sees_the_shopper_needs_no_new_typing(Device device)
    {
        var shopper = GoesToTheBank(device, Cards.ChallengedByPost);
        shopper.ApprovesAtBank();
        await IsPaidOnceAsync(shopper);
    }

    [Theory, EveryDevice]
    public async Task A_payment_left_at_the_bank_goes_on_in_another_browser(Device device)
    {
        var payment = await OpensPaymentAsync();
        var first = Arrives(device);
        first.Opens(payment.Address);
        first.PaysWith(Cards.Challenged);
        first.ArrivesAtBank();
        first.Opens("/demo");

        var second = Arrives(device);
        second.Opens(payment.Page);
        second.Presses("continue");
        second.ArrivesAtBank();
        second.ApprovesAtBank();
        second.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);

        first.Opens(payment.Page);
        Assert.Equal("Payment complete", first.Reads("result"));
    }

    [Theory, EveryDevice]
    public async Task A_saved_card_can_be_asked_for_at_the_bank_too(Device device)
    {
        var shopper = GoesToTheBank(device, Cards.Challenged, agrees: true);
        shopper.ApprovesAtBank();
        await IsPaidOnceAsync(shopper);
        shopper.Presses("again");
        shopper.Buys();
        shopper.TypesCode("123");
        shopper.Pays();
        shopper.ArrivesAtBank();
        shopper.ApprovesAtBank();
        await IsPaidOnceAsync(shopper);
    }

    private Shopper GoesToTheBank(Device device, string card, bool agrees = false)
    {
        var shopper = Arrives(device);
        shopper.OpensDemo();
        shopper.Buys();
        shopper.TypesCard(card);
        if (agrees) shopper.Agrees();
        shopper.Pays();
        shopper.ArrivesAtBank();
        return shopper;
    }
}
