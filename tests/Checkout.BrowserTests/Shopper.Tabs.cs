using OpenQA.Selenium;

namespace Checkout.BrowserTests;

/// <summary>Several tabs of one browser.</summary>
public sealed partial class Shopper
{
    /// <summary>Opens an address in a second tab and stays there.</summary>
    /// <returns>The tab to go back to.</returns>
    public string OpensTab(string address)
    {
        var former = Driver.CurrentWindowHandle;
        Driver.SwitchTo().NewWindow(WindowType.Tab);
        HoldsTheDevice();
        Opens(address);
        return former;
    }

    /// <summary>Turns to another tab.</summary>
    /// <returns>The tab that was left.</returns>
    public string TurnsTo(string tab)
    {
        var former = Driver.CurrentWindowHandle;
        Driver.SwitchTo().Window(tab);
        return former;
    }
}
