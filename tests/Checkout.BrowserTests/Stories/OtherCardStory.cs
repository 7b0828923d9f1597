using Checkout.BrowserTests.Browsers;
using OpenQA.Selenium;

namespace Checkout.BrowserTests.Stories;

/// <summary>The merchant names a card, and the shopper would rather use another one.</summary>
[Collection(SecondHalf.Name)]
public sealed class OtherCardStory(World world) : CardgateStory(world)
{
    [Theory, EveryDevice]
    public async Task Another_card_is_typed_declined_and_another_one_pays(Device device)
    {
        var (shopper, invoice) = await IsGivenACardAsync(device);
        shopper.AsksForAnotherCard();
        shopper.PaysWith(Cards.Declined);
        shopper.Sees("declined");
        shopper.PaysWith(Approved);
        Assert.Equal("?came=success", shopper.Reads("brought"));
        await IsChargedOnceAsync(invoice.Reference);
    }

    [Theory, EveryDevice]
    public async Task After_a_second_thought_the_given_card_pays(Device device)
    {
        var (shopper, invoice) = await IsGivenACardAsync(device);
        shopper.AsksForAnotherCard();
        shopper.Sees("card-number");
        shopper.Presses("use-saved-card");
        shopper.TypesCode("123");
        shopper.Pays();
        Assert.Equal("?came=success", shopper.Reads("brought"));
        await IsChargedOnceAsync(invoice.Reference);
    }

    [Theory, EveryDevice]
    public async Task The_keyboard_leads_there_in_a_language_that_is_read_from_right_to_left(Device device)
    {
        var (shopper, invoice) = await IsGivenACardAsync(device);
        shopper.PicksLanguage("ar");
        shopper.Until(driver => driver.FindElement(By.Id("use-other-card")), "the way to another card")!.SendKeys(Keys.Enter);
        shopper.Sees("card-number");
        Assert.NotNull(shopper.Until(driver => driver.FindElement(By.CssSelector("html[lang=ar][dir=rtl]")), "the same language"));
        shopper.PaysWith(Approved);
        Assert.Equal("?came=success", shopper.Reads("brought"));
        await IsChargedOnceAsync(invoice.Reference);
    }

    private async Task<(Shopper Shopper, OpenedInvoice Invoice)> IsGivenACardAsync(Device device)
    {
        var invoice = await OpensInvoiceForCardAsync("other-shopper");
        var shopper = Arrives(device);
        shopper.Opens(invoice.Action);
        Assert.False(shopper.Has("card-number"));
        return (shopper, invoice);
    }
}
