using System.Collections.ObjectModel;
using Checkout.BrowserTests.Browsers;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Support.UI;

namespace Checkout.BrowserTests;

/// <summary>
/// A person with a browser. The verbs wait for what they need to see and fail with a picture of what was there instead; a press waits
/// until the page it was made on is gone.
/// </summary>
public sealed partial class Shopper
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(40);

    private readonly string _checkout;
    private readonly List<string> _foreseen = [];
    private readonly List<PageRequest> _requests = [];
    private readonly List<string> _complaints = [];

    public Shopper(Chromium browser, Device device, string checkout)
    {
        (Browser, Device, _checkout) = (browser, device, checkout);
        HoldsTheDevice();
    }

    public Chromium Browser { get; }

    public Device Device { get; }

    public bool RunsScript => Browser.RunsScript;

    public ChromeDriver Driver => Browser.Driver;

    public string Address => Driver.Url;

    public string Title => Driver.Title;

    public void Opens(string address) => Driver.Navigate().GoToUrl(new Uri(new Uri(_checkout), address));

    public void Reloads() => Driver.Navigate().Refresh();

    public void GoesBack() => Driver.Navigate().Back();

    public IWebElement Sees(string id) => Until(driver => driver.FindElement(By.Id(id)) is { Displayed: true } element ? element : null, $"#{id}");

    public void SeesNo(string id) => Until(driver => driver.FindElements(By.Id(id)).Count == 0, $"no #{id}");

    /// <summary>Whichever of these shows first.</summary>
    public string SeesOneOf(params string[] ids) => Until(driver => Array.Find(ids, id => driver.FindElements(By.Id(id)).Count > 0), string.Join(" or ", ids))!;

    public bool Has(string id) => Driver.FindElements(By.Id(id)).Count > 0;

    public string Reads(string id) => Sees(id).Text;

    public void ReadsIn(string id, string words) => Until(driver => driver.FindElement(By.Id(id)).Text.Contains(words, StringComparison.Ordinal), $"“{words}” in #{id}");

    /// <summary>All the words of the page.</summary>
    public string Page => Until(driver => driver.FindElement(By.TagName("body")).Text, "a page");

    public string? Property(string id, string name) => Sees(id).GetDomProperty(name);

    /// <summary>Presses something that leads to another page, and waits until this one is gone.</summary>
    public void Presses(string id)
    {
        var element = Sees(id);
        element.Click();
        Until(_ => IsGone(element), $"another page after #{id}");
    }

    /// <summary>Presses something and does not look what comes of it.</summary>
    public void Submits(string id) => Sees(id).Click();

    public void Types(string id, string text)
    {
        var field = Sees(id);
        field.Clear();
        field.SendKeys(text);
    }

    public void Ticks(string id) => Sees(id).Click();

    public bool IsFocused(string id) => Driver.FindElements(By.CssSelector($"#{id}:focus")).Count > 0;

    /// <summary>Waits for a condition; while the page changes under its feet it looks again.</summary>
    public T Until<T>(Func<IWebDriver, T?> condition, string what)
    {
        try
        {
            return new WebDriverWait(new SystemClock(), Driver, Patience, Glance).Until(driver => Look(driver, condition))!;
        }
        catch (WebDriverTimeoutException)
        {
            throw new Xunit.Sdk.XunitException($"Waited for {what} and did not see it.\n{Device} at {Driver.Url}\n{Pictures.OfTrouble(Driver)}\n{Driver.FindElement(By.TagName("body")).Text}");
        }
    }

    /// <summary>This story makes the browser complain about an answer with that status.</summary>
    public void Foresees(int status) => _foreseen.Add($"status of {status} ");

    public void Foresees(string complaint) => _foreseen.Add(complaint);

    /// <summary>Everything the pages asked the network for so far.</summary>
    public IReadOnlyList<PageRequest> Requests
    {
        get
        {
            Listens();
            return new ReadOnlyCollection<PageRequest>(_requests);
        }
    }

    /// <summary>What must hold after any story: nothing came from elsewhere, and the browser had nothing to complain about.</summary>
    public void ChecksWhatThePagesDid()
    {
        Listens();
        var unforeseen = _complaints.Where(complaint => !_foreseen.Exists(foreseen => complaint.Contains(foreseen, StringComparison.Ordinal))).ToArray();
        Assert.True(unforeseen.Length == 0, "The browser complained:\n" + string.Join('\n', unforeseen));
        var foreign = _requests.Where(r => r.Kind != "Document" && !r.Url.StartsWith("data:", StringComparison.Ordinal) && PageLog.OriginOf(r.Url) != PageLog.OriginOf(r.Page) && !IsPublicCall(r)).ToArray();
        Assert.True(foreign.Length == 0, "A page loaded from elsewhere:\n" + string.Join('\n', foreign.Select(r => r.ToString())));
    }

    /// <summary>A shop's own page asks our server what everybody may ask.</summary>
    private bool IsPublicCall(PageRequest request) => request.Url.StartsWith(new Uri(new Uri(_checkout), "/public-api/").AbsoluteUri, StringComparison.Ordinal);

    private void Listens()
    {
        var log = PageLog.Read(Driver);
        _requests.AddRange(log.Requests);
        _complaints.AddRange(log.Complaints);
    }

    private static T? Look<T>(IWebDriver driver, Func<IWebDriver, T?> condition)
    {
        try
        {
            return condition(driver);
        }
        catch (Exception moving) when (moving is NoSuchElementException or StaleElementReferenceException || IsNavigation(moving))
        {
            return default;
        }
    }

    private static bool IsGone(IWebElement element)
    {
        try
        {
            return element.TagName.Length == 0;
        }
        catch (Exception gone) when (gone is NoSuchElementException or StaleElementReferenceException || IsNavigation(gone))
        {
            return true;
        }
    }

    private static bool IsNavigation(Exception trouble) =>
        trouble is WebDriverException && (trouble.Message.Contains("navigation", StringComparison.Ordinal) || trouble.Message.Contains("execution context", StringComparison.Ordinal)
            || trouble.Message.Contains("does not belong to the document", StringComparison.Ordinal));

    /// <summary>A phone by its screen alone: with touch emulated and scripts off, a click would hang.</summary>
    private void HoldsTheDevice() => Resizes(Device.IsPhone() ? (390, 844) : (1280, 900), Device.IsPhone());

    /// <summary>Makes the visible part of the page so large.</summary>
    public void Resizes((int Width, int Height) screen, bool phone) => Driver.ExecuteCdpCommand("Emulation.setDeviceMetricsOverride", new()
    {
        ["width"] = screen.Width,
        ["height"] = screen.Height,
        ["deviceScaleFactor"] = 1,
        ["mobile"] = phone,
    });

    /// <summary>Likes pages dark or light, and still.</summary>
    public void Prefers(bool dark) => Driver.ExecuteCdpCommand("Emulation.setEmulatedMedia", new()
    {
        ["features"] = new[]
        {
            new Dictionary<string, string> { ["name"] = "prefers-color-scheme", ["value"] = dark ? "dark" : "light" },
            new Dictionary<string, string> { ["name"] = "prefers-reduced-motion", ["value"] = "reduce" },
        },
    });

    /// <summary>Has a browser that asks for this language.</summary>
    public void Prefers(string language) => Driver.ExecuteCdpCommand("Network.setExtraHTTPHeaders", new() { ["headers"] = new Dictionary<string, string> { ["Accept-Language"] = language } });

    /// <summary>Cuts the way to these addresses, and to no others; without any all ways are open.</summary>
    public void LosesTheWayTo(params string[] addresses)
    {
        Driver.ExecuteCdpCommand("Network.enable", []);
        Driver.ExecuteCdpCommand("Network.setBlockedURLs", new() { ["urls"] = addresses });
    }

    public void HasConnection(bool has) => Driver.ExecuteCdpCommand("Network.emulateNetworkConditions", new()
    {
        ["offline"] = !has,
        ["latency"] = 0,
        ["downloadThroughput"] = -1,
        ["uploadThroughput"] = -1,
    });
}
