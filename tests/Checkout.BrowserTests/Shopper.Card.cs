using OpenQA.Selenium;

namespace Checkout.BrowserTests;

/// <summary>What a shopper does in the demo shop, on the card page and at the bank.</summary>
public sealed partial class Shopper
{
    public void OpensDemo() => Opens("/demo");

    /// <summary>Buys in the demo shop, by API or by a signed link, and comes to the card page.</summary>
    public void Buys(string product = "mug", bool byLink = false) => Presses(byLink ? $"buy-{product}-link" : $"buy-{product}");

    public void TypesCard(string number = Cards.Approved, string? expiry = null, string code = "123", string holder = "Ada Shopper")
    {
        Types("card-number", number);
        Types("card-expiry", expiry ?? Cards.Expiry);
        Types("security-code", code);
        Types("card-holder", holder);
    }

    public void TypesCode(string code) => Types("security-code", code);

    /// <summary>Lets the page fill in one of its test cards.</summary>
    public void FillsTestCard(string number)
    {
        var button = Until(driver => driver.FindElement(By.CssSelector($"button[name=fill][value='{number}']")), $"the test card {number}");
        button!.Click();
        Until(driver => driver.FindElement(By.Id("security-code")).GetDomProperty("value") is { Length: > 2 }, "a filled form");
    }

    public void Agrees() => Ticks("save-card");

    public void Pays() => Presses("pay");

    public void PaysWith(string number, string code = "123")
    {
        TypesCard(number, code: code);
        Pays();
    }

    /// <summary>Chooses the saved card that ends in these digits.</summary>
    public void PicksSavedCard(string last4) =>
        Until(driver => driver.FindElement(By.XPath($"//label[contains(., '{last4}')]")), $"a saved card ending in {last4}").Click();

    /// <summary>Asks to remove the saved card that ends in these digits.</summary>
    public void PressesRemove(string last4) =>
        Presses(Until(driver => driver.FindElement(By.XPath($"//a[contains(@aria-label, '{last4}')]")).GetDomAttribute("id"), $"a link to remove the card ending in {last4}")!);

    public void AsksForAnotherCard() => Presses("use-other-card");

    public void PicksLanguage(string language)
    {
        Until(driver => driver.FindElement(By.CssSelector($"#language button[lang={language}]")), language)!.Click();
        Until(driver => driver.FindElement(By.CssSelector($"html[lang={language}]")), $"a page in {language}");
    }

    public void Cancels() => Presses("cancel");

    public void ApprovesAtBank() => Presses("approve");

    public void RefusesAtBank() => Presses("refuse");

    public void CancelsAtBank() => Presses("cancel");

    /// <summary>Goes on to the bank: by itself, or by the button where a form has to be sent and no script runs.</summary>
    public void ArrivesAtBank()
    {
        if (!RunsScript && Until(driver => driver.FindElements(By.CssSelector("#approve, form #continue")).FirstOrDefault(), "the bank")!.GetDomAttribute("id") == "continue") Presses("continue");
        Sees("approve");
    }
}
