using Checkout.BrowserTests.Browsers;
using OpenQA.Selenium;

namespace Checkout.BrowserTests.Stories;

/// <summary>What merchants and shoppers write is text, whatever it looks like.</summary>
[Collection(SecondHalf.Name)]
public sealed class InjectionStory(World world) : Story(world)
{
    private const string Mischief = "</p><img id=\"mischief\" src=x onerror=\"document.title='gone'\"><script id=\"worse\">document.title='gone'</script><base href=//elsewhere.example>";

    [Theory, EveryDevice]
    public async Task Markup_is_shown_and_does_nothing(Device device)
    {
        var payment = await OpensPaymentAsync(request => request["Description"] = Mischief);
        var shopper = Arrives(device);
        shopper.Foresees(422);
        shopper.Opens(payment.Address);
        Assert.Contains("onerror", shopper.Page, StringComparison.Ordinal);
        shopper.TypesCard(expiry: "<b>", code: "1", holder: "\"><script id=\"worse\">");
        shopper.Pays();
        shopper.Sees("error-summary");

        Assert.Equal("\"><script id=\"worse\">", shopper.Property("card-holder", "value"));
        Assert.Empty(shopper.Driver.FindElements(By.CssSelector("#mischief, #worse, base")));
        Assert.StartsWith("Error: ", shopper.Title, StringComparison.Ordinal);
    }
}
