using OpenQA.Selenium;

namespace Checkout.BrowserTests;

/// <summary>Pictures of pages, under <c>tests/artifacts</c> (which git ignores).</summary>
public static class Pictures
{
    private static readonly string Folder = Path.Combine(FindRoot(), "tests", "artifacts");
    private static int _troubles;

    public static void Take(ITakesScreenshot browser, string name) => browser.GetScreenshot().SaveAsFile(PathOf(name));

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
