using System.Text.Json.Nodes;
using Checkout.BrowserTests.Browsers;
using OpenQA.Selenium;
using OpenQA.Selenium.Support.UI;

namespace Checkout.BrowserTests.Stories;

/// <summary>In Latin America the bank wants to know more, and the page asks for what the merchant did not say.</summary>
[Collection(SecondHalf.Name)]
public sealed class MissingDetailsStory(World world) : Story(world)
{
    [Theory, EveryDevice]
    public async Task Brazil_wants_mail_document_and_country(Device device)
    {
        var payment = await OpensPaymentAsync(request => request["Currency"] = "BRL");
        var shopper = Arrives(device);
        shopper.Foresees(422);
        shopper.Opens(payment.Address);
        Assert.Equal("email", shopper.Property("email", "autocomplete"));
        Assert.Equal("billing country", shopper.Property("country", "autocomplete"));

        shopper.PaysWith(Cards.Approved);
        Assert.Equal(3, shopper.Sees("error-summary").FindElements(By.TagName("a")).Count);
        shopper.Types("email", "ada@shopper.example");
        shopper.Types("document", "00003456789");
        new SelectElement(shopper.Sees("country")).SelectByValue("BR");
        shopper.PaysWith(Cards.Approved);
        shopper.Sees("thanks");
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task What_the_merchant_said_is_not_asked_again(Device device)
    {
        var payment = await OpensPaymentAsync(request =>
        {
            request["Currency"] = "MXN";
            request["Customer"]!["Email"] = "ada@shopper.example";
            request["BillingAddress"] = new JsonObject { ["Country"] = "MX" };
        });
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.Sees("document");
        Assert.False(shopper.Has("email"));
        Assert.False(shopper.Has("country"));
    }
}
