using System.Globalization;
using System.Text.Json;
using Checkout.Core.Shoppers;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>Says what is known of the shopper's browser (§11.2): texts, but for one flag, and nothing of what is not known.</summary>
internal static class BrowserInfo
{
    public static void Write(Utf8JsonWriter json, AuthoriseRequest request)
    {
        var browser = request.Browser with { Address = request.Browser.Address ?? request.Details.ClientIp };
        if (browser with { ScriptEnabled = null } == BrowserFacts.None) return;
        json.WriteStartObject("browser_info");
        Text(json, "browser_accept_header", browser.Accept);
        Number(json, "browser_color_depth", browser.ColorDepth);
        Text(json, "browser_ip", browser.Address);
        if (browser.JavaEnabled is { } hasJava) json.WriteBoolean("browser_java_enabled", hasJava);
        Text(json, "browser_language", browser.Language);
        Number(json, "browser_screen_height", browser.ScreenHeight);
        Number(json, "browser_screen_width", browser.ScreenWidth);
        Number(json, "browser_tz", browser.TimeZone);
        Text(json, "browser_user_agent", browser.UserAgent);
        Text(json, "device_channel", ((int?)browser.Channel)?.ToString("00", CultureInfo.InvariantCulture));
        Number(json, "window_height", browser.WindowHeight);
        Number(json, "window_width", browser.WindowWidth);
        json.WriteEndObject();
    }

    private static void Number(Utf8JsonWriter json, string name, int? value) => Text(json, name, value?.ToString(CultureInfo.InvariantCulture));

    private static void Text(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }
}
