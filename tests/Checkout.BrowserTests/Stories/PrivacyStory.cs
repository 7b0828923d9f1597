using System.Text.Json;
using Checkout.BrowserTests.Browsers;
using Checkout.Tests.Server;
using OpenQA.Selenium;

namespace Checkout.BrowserTests.Stories;

/// <summary>What browsers fill in for the shopper, and what they must not keep (WEB-14).</summary>
[Collection(SecondHalf.Name)]
public sealed class PrivacyStory(World world) : Story(world)
{
    private static readonly string[] CardFields = ["card-number", "card-expiry", "security-code"];

    [Theory, EveryDevice]
    public async Task Browsers_know_each_field(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        foreach (var (id, token) in new[] { ("card-number", "cc-number"), ("card-expiry", "cc-exp"), ("card-holder", "cc-name"), ("security-code", "cc-csc") })
        {
            Assert.Equal(token, shopper.Property(id, "autocomplete"));
            Assert.Equal(id, shopper.Property(id, "name"));
            Assert.Equal("text", shopper.Property(id, "type"));
        }

        Assert.All(CardFields, id => Assert.Equal("numeric", shopper.Property(id, "inputMode")));
        Assert.Single(shopper.Driver.FindElements(By.Id("security-code")));
        Assert.Single(shopper.Driver.FindElements(By.Id("pay")));
    }

    [Theory, EveryDevice]
    public async Task The_page_tells_of_the_browser_what_a_script_can_see(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        string[] names = ["screen-width", "screen-height", "color-depth", "time-zone", "window-width", "window-height", "java"];
        Assert.Equal(Sees(), Filled());
        shopper.Foresees(422);
        shopper.Pays();
        shopper.Sees("error-summary");
        Assert.Equal(Sees(), Filled());

        string Filled() => string.Join(' ', names.Select(name => shopper.Driver.FindElement(By.Name(name)).GetDomProperty("value")));
        string Sees() => !device.RunsScript() ? string.Join(' ', names.Select(_ => ""))
            : (string)shopper.Driver.ExecuteScript("return [screen.width, screen.height, screen.colorDepth, new Date().getTimezoneOffset(), innerWidth, innerHeight, false].join(' ')")!;
    }

    [Theory, EveryDevice]
    public async Task A_card_page_that_was_left_by_a_link_is_empty(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.TypesCard();
        shopper.PicksLanguage("de");
        shopper.GoesBack();
        shopper.Until(driver => driver.FindElement(By.CssSelector("html[lang=en]")), "the page before");
        Assert.All(CardFields, id => Assert.Equal("", shopper.Property(id, "value")));
    }

    /// <summary>Without script nothing can be done about a page that is left by typing another address.</summary>
    [Theory, InlineData(Device.Desktop), InlineData(Device.Phone)]
    public async Task A_card_page_that_was_left_by_an_address_is_empty(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.TypesCard();
        shopper.Opens(Shop.ReturnUrl);
        shopper.Sees("thanks");
        shopper.GoesBack();
        Assert.All(CardFields, id => Assert.Equal("", shopper.Property(id, "value")));
    }

    [Theory, EveryDevice]
    public async Task A_form_that_was_sent_with_mistakes_leaves_no_card_behind_it(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Foresees(422);
        shopper.Opens(payment.Address);
        shopper.PaysWith(Cards.Approved, code: "1");
        shopper.Sees("error-summary");
        shopper.GoesBack();
        shopper.SeesNo("error-summary");
        Assert.All(CardFields, id => Assert.Equal("", shopper.Property(id, "value")));
    }

    [Theory, EveryDevice]
    public async Task Nothing_is_left_in_the_browser(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.PaysWith(Cards.Declined);
        shopper.Sees("declined");

        if (device.RunsScript())
        {
            var kept = shopper.Driver.ExecuteAsyncScript("""
                const done = arguments[arguments.length - 1];
                Promise.all([indexedDB.databases(), caches.keys(), navigator.serviceWorker.getRegistrations()])
                  .then(found => done([localStorage.length, sessionStorage.length, document.cookie, ...found.map(list => list.length)].join()), done);
                """);
            Assert.Equal("0,0,,0,0,0", kept);
        }

        var cookies = JsonSerializer.SerializeToElement(shopper.Driver.ExecuteCdpCommand("Network.getAllCookies", []));
        Assert.Equal(["__Host-page"], cookies.GetProperty("cookies").EnumerateArray().Select(cookie => cookie.GetProperty("name").GetString()));
    }

    [Theory, EveryDevice]
    public async Task The_card_page_loads_one_style_one_script_and_nothing_else(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Address);
        shopper.Sees("card-number");
        var loaded = shopper.Requests.Where(request => request.Kind != "Document" && !request.Url.StartsWith("data:", StringComparison.Ordinal)).Select(request => request.Kind).Order();
        Assert.Equal(device.RunsScript() ? ["Script", "Stylesheet"] : ["Stylesheet"], loaded);
        await IsNotChargedAsync(payment.Reference);
    }
}
