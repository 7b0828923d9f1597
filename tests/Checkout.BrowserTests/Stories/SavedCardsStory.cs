using Checkout.BrowserTests.Browsers;
using OpenQA.Selenium;

namespace Checkout.BrowserTests.Stories;

/// <summary>Several cards to choose from, another one instead, and one less.</summary>
[Collection(FirstHalf.Name)]
public sealed class SavedCardsStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task The_shopper_picks_one_of_several(Device device)
    {
        var shopper = HasCards(device, Cards.Approved, Cards.AlsoApproved);
        shopper.Buys();
        Assert.Contains("4444", Chosen(shopper), StringComparison.Ordinal);

        shopper.PicksSavedCard("1111");
        shopper.TypesCode("123");
        shopper.Pays();
        await IsPaidOnceAsync(shopper);

        shopper.Presses("again");
        shopper.Buys();
        Assert.Contains("1111", Chosen(shopper), StringComparison.Ordinal);
    }

    [Theory, EveryDevice]
    public async Task Another_card_can_be_typed_instead(Device device)
    {
        var shopper = HasCards(device, Cards.Approved);
        shopper.Buys();
        shopper.AsksForAnotherCard();
        shopper.Presses("use-saved-card");
        shopper.AsksForAnotherCard();
        shopper.PaysWith(Cards.Declined);
        shopper.Sees("declined");
        shopper.PaysWith(Cards.AlsoApproved);
        await IsPaidOnceAsync(shopper);
    }

    [Theory, EveryDevice]
    public void A_card_is_removed_after_a_second_thought(Device device)
    {
        var shopper = HasCards(device, Cards.Approved, Cards.AlsoApproved);
        shopper.Buys();
        shopper.PressesRemove("1111");
        Assert.Contains("Remove this card?", shopper.Page, StringComparison.Ordinal);
        shopper.Presses("keep-card");
        shopper.PressesRemove("1111");
        shopper.Presses("remove-card");
        Assert.DoesNotContain("1111", Chosen(shopper), StringComparison.Ordinal);
        Assert.DoesNotContain("•••• 1111", shopper.Page, StringComparison.Ordinal);

        shopper.PressesRemove("4444");
        shopper.Presses("remove-card");
        shopper.Sees("card-number");
        shopper.OpensDemo();
        shopper.Buys();
        shopper.Sees("card-number");
    }

    [Theory, EveryDevice]
    public async Task A_card_removed_in_another_tab_is_told_as_gone(Device device)
    {
        var shopper = HasCards(device, Cards.Approved);
        shopper.Buys();
        shopper.TypesCode("123");
        var payingTab = shopper.OpensTab("/demo");
        shopper.Buys("lamp");
        shopper.PressesRemove("1111");
        shopper.Presses("remove-card");
        shopper.Sees("card-number");

        shopper.TurnsTo(payingTab);
        shopper.Pays();
        Assert.Contains("can no longer be used", shopper.Reads("declined"), StringComparison.Ordinal);
        shopper.PaysWith(Cards.AlsoApproved);
        await IsPaidOnceAsync(shopper);
    }

    [Theory, EveryDevice]
    public async Task A_card_saved_in_another_tab_does_not_void_what_was_typed(Device device)
    {
        var shopper = Arrives(device);
        shopper.OpensDemo();
        shopper.Buys();
        shopper.TypesCard();
        var payingTab = shopper.OpensTab("/demo");
        shopper.Buys("lamp");
        shopper.TypesCard(Cards.AlsoApproved);
        shopper.Agrees();
        shopper.Pays();
        await IsPaidOnceAsync(shopper);

        shopper.TurnsTo(payingTab);
        shopper.Pays();
        await IsPaidOnceAsync(shopper);
    }

    private Shopper HasCards(Device device, params string[] numbers)
    {
        var shopper = Arrives(device);
        shopper.OpensDemo();
        foreach (var number in numbers)
        {
            shopper.Buys();
            if (number != numbers[0]) shopper.AsksForAnotherCard();
            shopper.TypesCard(number);
            shopper.Agrees();
            shopper.Pays();
            shopper.Presses("again");
        }

        return shopper;
    }

    private static string Chosen(Shopper shopper) =>
        shopper.Until(driver => driver.FindElement(By.CssSelector("input[name=saved-card]:checked + label")).Text, "a chosen card");
}
