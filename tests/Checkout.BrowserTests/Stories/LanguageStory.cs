using Checkout.BrowserTests.Browsers;
using OpenQA.Selenium;

namespace Checkout.BrowserTests.Stories;

/// <summary>The page in the shopper's language, from right to left where that is how it is read.</summary>
[Collection(FirstHalf.Name)]
public sealed class LanguageStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task A_language_is_kept_to_the_end(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        foreach (var (language, direction, word) in new[] { ("de", "ltr", "Kartennummer"), ("es", "ltr", "tarjeta"), ("ro", "ltr", "cardului"), ("uk", "ltr", "картки"), ("ru", "ltr", "карты"), ("ar", "rtl", "البطاقة") })
        {
            shopper.PicksLanguage(language);
            Assert.Equal($"{language} {direction}", Language(shopper));
            Assert.Contains(word, shopper.Page, StringComparison.Ordinal);
        }

        shopper.Foresees(422);
        shopper.Pays();
        shopper.Sees("error-summary");
        Assert.Equal("ar rtl", Language(shopper));
        shopper.PaysWith(Cards.Declined);
        shopper.Sees("declined");
        Assert.Equal("ar rtl", Language(shopper));
        shopper.PaysWith(Cards.Silent);
        shopper.Sees("waiting");
        Assert.Equal("ar rtl", Language(shopper));
        shopper.Sees("thanks");
        shopper.GoesBack();
        shopper.Sees("result");
        Assert.Equal("ar rtl", Language(shopper));
    }

    [Theory, EveryDevice]
    public async Task Numbers_typed_in_another_script_are_understood(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Page + "?lang=ar");
        shopper.PaysWith("٤١١١١١١١١١١١١١١١", code: "١٢٣");
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }

    private static string Language(Shopper shopper) =>
        shopper.Until(driver => driver.FindElement(By.TagName("html")) is var html ? $"{html.GetDomAttribute("lang")} {html.GetDomAttribute("dir")}" : null, "a language");
}
