using OpenQA.Selenium;

namespace Checkout.BrowserTests.Browsers;

/// <summary>Browsers that one story leaves and the next one takes over, as clean as new: starting one takes longer than most stories.</summary>
public sealed class BrowserPool : IDisposable
{
    private readonly Stack<Chromium> _free = new();
    private readonly List<Chromium> _all = [];

    public Chromium Take(bool runsScript)
    {
        lock (_all)
        {
            var fits = _free.FirstOrDefault(browser => browser.RunsScript == runsScript);
            if (fits is not null)
            {
                Keep(_free.Where(browser => browser != fits));
                return fits;
            }

            var browser = new Chromium(runsScript);
            _all.Add(browser);
            return browser;
        }
    }

    /// <summary>Takes a browser back. One that does not let itself be cleaned is ended.</summary>
    public void GiveBack(Chromium browser)
    {
        try
        {
            Clean(browser.Driver);
            lock (_all) _free.Push(browser);
        }
        catch (WebDriverException)
        {
            lock (_all) _all.Remove(browser);
            browser.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var browser in _all) browser.Dispose();
    }

    private void Keep(IEnumerable<Chromium> browsers)
    {
        var kept = browsers.Reverse().ToList();
        _free.Clear();
        kept.ForEach(_free.Push);
    }

    /// <summary>A new tab has no history, and no emulation is left over in it.</summary>
    private static void Clean(OpenQA.Selenium.Chrome.ChromeDriver driver)
    {
        var old = driver.WindowHandles;
        driver.SwitchTo().Window(old[0]);
        driver.ExecuteCdpCommand("Network.clearBrowserCookies", []);
        driver.SwitchTo().NewWindow(WindowType.Tab);
        var fresh = driver.CurrentWindowHandle;
        foreach (var handle in old)
        {
            driver.SwitchTo().Window(handle);
            driver.Close();
        }

        driver.SwitchTo().Window(fresh);
        driver.Manage().Logs.GetLog(LogType.Browser);
        driver.Manage().Logs.GetLog("performance");
    }
}
