using System.Text.Json;
using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;

namespace Checkout.BrowserTests.Browsers;

/// <summary>One request a page made.</summary>
/// <param name="Kind">What for, in the browser's words: <c>Document</c>, <c>Script</c>, <c>Fetch</c> …</param>
/// <param name="Page">The page that made it; for a navigation the address itself.</param>
public sealed record PageRequest(string Url, string Kind, string Page);

/// <summary>What a browser noted since it was last asked: complaints on its console, and what it asked the network for.</summary>
public sealed record PageLog(IReadOnlyList<string> Complaints, IReadOnlyList<PageRequest> Requests)
{
    public static PageLog Read(ChromeDriver driver) => new(
        [.. driver.Manage().Logs.GetLog(LogType.Browser).Where(entry => entry.Level == LogLevel.Severe).Select(entry => entry.Message)],
        [.. driver.Manage().Logs.GetLog("performance").Select(entry => Read(entry.Message)).OfType<PageRequest>()]);

    public static string OriginOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.GetLeftPart(UriPartial.Authority) : url;

    private static PageRequest? Read(string entry)
    {
        using var json = JsonDocument.Parse(entry);
        var message = json.RootElement.GetProperty("message");
        if (message.GetProperty("method").GetString() != "Network.requestWillBeSent") return null;
        var parameters = message.GetProperty("params");
        return new PageRequest(
            parameters.GetProperty("request").GetProperty("url").GetString()!,
            parameters.TryGetProperty("type", out var kind) ? kind.GetString()! : "",
            parameters.GetProperty("documentURL").GetString()!);
    }
}
