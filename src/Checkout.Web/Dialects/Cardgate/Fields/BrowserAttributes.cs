using Checkout.Core.Shoppers;
using static Checkout.Web.Dialects.Cardgate.Fields.FieldRules;

namespace Checkout.Web.Dialects.Cardgate.Fields;

/// <summary>What a sale may say of the shopper's browser (§11.2).</summary>
public static class BrowserAttributes
{
    public static readonly RequestField Accept = new("browser_accept_header", Any, $"Its Accept header; at most {BrowserFacts.LongestText} characters.");
    public static readonly RequestField ColorDepth = new("browser_color_depth", Any, $"Bits for each pixel, 1 to {BrowserFacts.DeepestColor}.");
    public static readonly RequestField Address = new("browser_ip", Any, "IPv4 or IPv6. Without it the payload's client_ip is the customer's metadata.ip, or stays empty.");
    public static readonly RequestField JavaEnabled = new("browser_java_enabled", Any, "true or false.");
    public static readonly RequestField Language = new("browser_language", Any, "A language tag, for example ro-RO.");
    public static readonly RequestField ScreenHeight = new("browser_screen_height", Any, "Pixels.");
    public static readonly RequestField ScreenWidth = new("browser_screen_width", Any, "Pixels.");
    public static readonly RequestField TimeZone = new("browser_tz", Any, "Minutes, UTC minus local: -120 in Bucharest in winter.");
    public static readonly RequestField UserAgent = new("browser_user_agent", Any, $"Its User-Agent header; at most {BrowserFacts.LongestText} characters.");
    public static readonly RequestField Channel = new("device_channel", Any, "02 is a browser; 01 an app.");
    public static readonly RequestField WindowHeight = new("window_height", Any, "Pixels.");
    public static readonly RequestField WindowWidth = new("window_width", Any, "Pixels.");

    public static readonly RequestField Browser = new(
        "browser_info", Any, "The shopper's browser, for the bank to judge by. It goes to the provider and is not kept, but for browser_ip, which is told as payload.client_ip. What cannot be read is dropped, never refused; numbers may be texts.")
    {
        Inside = [Accept, ColorDepth, Address, JavaEnabled, Language, ScreenHeight, ScreenWidth, TimeZone, UserAgent, Channel, WindowHeight, WindowWidth],
    };
}
