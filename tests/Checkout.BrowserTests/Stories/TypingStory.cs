using Checkout.BrowserTests.Browsers;
using OpenQA.Selenium;

namespace Checkout.BrowserTests.Stories;

/// <summary>The script helps while a card is typed, and never gets in the way of a correction.</summary>
[Collection(FirstHalf.Name)]
public sealed class TypingStory(World world) : Story(world)
{
    [Theory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public async Task A_digit_in_the_middle_is_put_right_where_it_stands(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        var number = shopper.Sees("card-number");
        number.SendKeys("4111111112111111");
        Assert.Equal("4111 1111 1211 1111", shopper.Property("card-number", "value"));
        number.SendKeys(string.Concat(Enumerable.Repeat(Keys.ArrowLeft, 7)) + Keys.Backspace + "1");
        Assert.Equal("4111 1111 1111 1111", shopper.Property("card-number", "value"));
        Assert.Equal("Visa", shopper.Reads("brand"));
        number.SendKeys(Keys.Control + "a" + Keys.Null + "371449635398431");
        Assert.Equal("3714 496353 98431", shopper.Property("card-number", "value"));
        Assert.Equal("American Express", shopper.Reads("brand"));
    }

    [Theory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public async Task An_expiry_is_written_as_on_the_card_and_can_be_deleted(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        var expiry = shopper.Sees("card-expiry");
        expiry.SendKeys("930");
        Assert.Equal("09/30", shopper.Property("card-expiry", "value"));
        expiry.SendKeys(string.Concat(Enumerable.Repeat(Keys.Backspace, 5)));
        Assert.Equal("", shopper.Property("card-expiry", "value"));
        expiry.SendKeys("11/30");
        Assert.Equal("11/30", shopper.Property("card-expiry", "value"));
    }
}
