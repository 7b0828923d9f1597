using System.Diagnostics;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using OpenQA.Selenium.Chromium;

namespace Checkout.BrowserTests.Browsers;

/// <summary>One browser process of our own. It logs what it loads, and nothing of it outlives <see cref="Dispose"/>.</summary>
public sealed class Chromium : IDisposable
{
    /// <summary>A command that takes longer hangs.</summary>
    private static readonly TimeSpan LongestCommand = TimeSpan.FromSeconds(20);

    private static readonly string[] Arguments =
    [
        "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-features=Translate,OptimizationHints", "--force-color-profile=srgb", "--hide-scrollbars",
        "--lang=en-US", "--window-size=1280,900",
    ];

    private readonly ChromeDriverService _service;

    public Chromium(bool runsScript)
    {
        RunsScript = runsScript;
        _service = NewService();
        Driver = new ChromeDriver(_service, Options(runsScript), LongestCommand);
    }

    public bool RunsScript { get; }

    public ChromeDriver Driver { get; }

    /// <summary>Ends the browser by process: one that hangs does not listen to its driver.</summary>
    public void Dispose()
    {
        using var process = Process.GetProcessById(_service.ProcessId);
        try
        {
            Driver.Quit();
        }
        catch (WebDriverException)
        {
            process.Kill(entireProcessTree: true);
        }

        Driver.Dispose();
        _service.Dispose();
    }

    private static ChromeDriverService NewService()
    {
        var driver = new FileInfo(Find("CHECKOUT_BROWSER_DRIVER", "chromedriver"));
        var service = ChromeDriverService.CreateDefaultService(driver.DirectoryName, driver.Name);
        service.SuppressInitialDiagnosticInformation = true;
        service.HideCommandPromptWindow = true;
        return service;
    }

    private static ChromeOptions Options(bool runsScript)
    {
        var options = new ChromeOptions { BinaryLocation = Find("CHECKOUT_BROWSER", "chromium") };
        options.AddArguments(Arguments);
        options.AddUserProfilePreference("credentials_enable_service", false);
        options.AddUserProfilePreference("autofill.credit_card_enabled", false);
        // As more and more browsers have it: in a frame on another site our pages get no cookie.
        options.AddUserProfilePreference("profile.block_third_party_cookies", true);
        options.AddUserProfilePreference("profile.cookie_controls_mode", 1);
        options.AddUserProfilePreference("intl.accept_languages", "en");
        if (!runsScript) options.AddUserProfilePreference("profile.managed_default_content_settings.javascript", 2);
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        options.SetLoggingPreference("performance", LogLevel.All);
        options.PerformanceLoggingPreferences = new ChromiumPerformanceLoggingPreferences { IsCollectingNetworkEvents = true, IsCollectingPageEvents = false };
        return options;
    }

    private static string Find(string variable, string name)
    {
        if (Environment.GetEnvironmentVariable(variable) is { Length: > 0 } path) return path;
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        return folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists)
            ?? throw new InvalidOperationException($"There is no {name} on PATH. Install Chromium with its driver, or name it in {variable}.");
    }
}
