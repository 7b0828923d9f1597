using Checkout.Core.Shoppers;
using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Reads what a merchant's server says of the shopper's browser (§11.2). Nothing there is ever a fault.</summary>
internal static class BrowserReader
{
    /// <param name="info">Where it stands; it may be no object at all.</param>
    public static BrowserFacts Read(Place info) => new()
    {
        Accept = Text(info[BrowserAttributes.Accept]),
        UserAgent = Text(info[BrowserAttributes.UserAgent]),
        Language = Text(info[BrowserAttributes.Language]),
        Address = Text(info[BrowserAttributes.Address]),
        Channel = (DeviceChannel?)Number(info[BrowserAttributes.Channel]),
        ColorDepth = Number(info[BrowserAttributes.ColorDepth]),
        ScreenWidth = Number(info[BrowserAttributes.ScreenWidth]),
        ScreenHeight = Number(info[BrowserAttributes.ScreenHeight]),
        WindowWidth = Number(info[BrowserAttributes.WindowWidth]),
        WindowHeight = Number(info[BrowserAttributes.WindowHeight]),
        TimeZone = Number(info[BrowserAttributes.TimeZone]),
        JavaEnabled = info[BrowserAttributes.JavaEnabled].TryFlag(out var hasJava) ? hasJava : null,
    };

    private static string? Text(Place place) => place.TryText(out var text) ? text : null;

    private static int? Number(Place place) => BrowserFacts.Number(Text(place));
}
