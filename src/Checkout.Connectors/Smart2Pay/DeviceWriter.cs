using System.Globalization;
using System.Text.Json;
using Checkout.Core.Shoppers;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>
/// Says what is known of the shopper's browser (§16.5): texts and flags, as 3-D Secure itself has them, because the published fields name no
/// types. The address and the channel have no place there.
/// </summary>
internal static class DeviceWriter
{
    public static void Device(Utf8JsonWriter json, BrowserFacts browser)
    {
        if (browser with { Address = null, Channel = null, WindowWidth = null, WindowHeight = null } == BrowserFacts.None) return;
        json.WriteStartObject("DeviceInfo"u8);
        json.Optional("BrowserAcceptHeader"u8, browser.Accept);
        json.Optional("BrowserUserAgent"u8, browser.UserAgent);
        Flag(json, "BrowserJavaEnabled"u8, browser.JavaEnabled);
        Flag(json, "BrowserJavaScriptEnabled"u8, browser.ScriptEnabled);
        json.Optional("BrowserLanguage"u8, browser.Language);
        json.Optional("BrowserColorDepth"u8, Digits(browser.ColorDepth));
        json.Optional("BrowserScreenHeight"u8, Digits(browser.ScreenHeight));
        json.Optional("BrowserScreenWidth"u8, Digits(browser.ScreenWidth));
        json.Optional("BrowserTimeZone"u8, Digits(browser.TimeZone));
        json.WriteEndObject();
    }

    private static void Flag(Utf8JsonWriter json, ReadOnlySpan<byte> name, bool? value)
    {
        if (value is { } flag) json.WriteBoolean(name, flag);
    }

    private static string? Digits(int? value) => value?.ToString(CultureInfo.InvariantCulture);
}
