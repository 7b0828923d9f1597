using Checkout.BrowserTests.Browsers;
using OpenQA.Selenium;

namespace Checkout.BrowserTests.Stories;

/// <summary>Something is missing or mistyped: the page says what, where, and keeps what it may.</summary>
[Collection(FirstHalf.Name)]
public sealed class ValidationStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task Everything_wrong_is_told_at_once_and_linked(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Foresees(422);
        shopper.Opens(payment.Address);
        shopper.Pays();

        Assert.StartsWith("Error: ", shopper.Title, StringComparison.Ordinal);
        Assert.True(shopper.IsFocused("error-summary"));
        foreach (var field in new[] { "card-number", "card-expiry", "security-code", "card-holder" })
        {
            Assert.Equal("true", shopper.Sees(field).GetDomAttribute("aria-invalid"));
            Assert.Contains(shopper.Reads(field + "-error"), shopper.Reads("error-summary"), StringComparison.Ordinal);
            shopper.Until(driver => driver.FindElement(By.CssSelector($"#error-summary a[href='#{field}']")), $"a link to {field}")!.Click();
            shopper.Until(_ => shopper.IsFocused(field), $"the focus in {field}");
        }

        await IsNotChargedAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task Everything_is_kept_but_number_and_code(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Foresees(422);
        shopper.Opens(payment.Address);
        shopper.TypesCard("4111111111111112");
        shopper.Agrees();
        shopper.Pays();

        Assert.Contains("a digit seems to be wrong", shopper.Reads("error-summary"), StringComparison.Ordinal);
        Assert.Contains("Please type both again", shopper.Reads("error-summary"), StringComparison.Ordinal);
        Assert.Equal("", shopper.Property("card-number", "value"));
        Assert.Equal("", shopper.Property("security-code", "value"));
        Assert.Equal(Cards.Expiry, shopper.Property("card-expiry", "value"));
        Assert.Equal("Ada Shopper", shopper.Property("card-holder", "value"));
        Assert.True(shopper.Sees("save-card").Selected);

        shopper.Types("card-number", Cards.Approved);
        shopper.Types("security-code", "123");
        shopper.Pays();
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task A_number_in_blocks_and_a_short_expiry_are_fine(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.TypesCard("3782 822463 10005", Cards.Expiry.Replace("/", "", StringComparison.Ordinal), "1234");
        if (device.RunsScript())
        {
            Assert.Equal("American Express", shopper.Reads("brand"));
            Assert.Contains("4 digits on the front", shopper.Reads("security-code-hint"), StringComparison.Ordinal);
            Assert.Equal(Cards.Expiry, shopper.Property("card-expiry", "value"));
        }

        shopper.Pays();
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task The_page_can_fill_in_a_test_card(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.FillsTestCard(Cards.OnlyCode424);
        Assert.Equal("424", shopper.Property("security-code", "value"));
        shopper.Pays();
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }
}
