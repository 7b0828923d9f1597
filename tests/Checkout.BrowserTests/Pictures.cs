using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace Checkout.BrowserTests;

/// <summary>Pictures of pages, under <c>tests/artifacts</c> (which git ignores).</summary>
public static class Pictures
{
    private static readonly string Folder = Path.Combine(FindRoot(), "tests", "artifacts");
    private static int _troubles;

    /// <summary>The whole page, below the fold too.</summary>
    public static void TakeWhole(ChromeDriver browser, string name)
    {
        var picture = (Dictionary<string, object>)browser.ExecuteCdpCommand("Page.captureScreenshot", new() { ["captureBeyondViewport"] = true })!;
        File.WriteAllBytes(PathOf(name), Convert.FromBase64String((string)picture["data"]));
    }

    /// <summary>Takes a picture of what went wrong.</summary>
    /// <returns>Where it lies.</returns>
    public static string OfTrouble(ITakesScreenshot browser)
    {
        var path = PathOf($"trouble-{Interlocked.Increment(ref _troubles)}");
        browser.GetScreenshot().SaveAsFile(path);
        return path;
    }

    private static string PathOf(string name)
    {
        Directory.CreateDirectory(Folder);
        return Path.Combine(Folder, name + ".png");
    }

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Checkout.sln"))) return folder.FullName;
        throw new InvalidOperationException($"No Checkout.sln above {AppContext.BaseDirectory}.");
    }
}
