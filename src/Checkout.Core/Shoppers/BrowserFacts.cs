using System.Globalization;
using Checkout.Core.Cards;

namespace Checkout.Core.Shoppers;

/// <summary>
/// What is known of the browser a shopper sits at, by which banks judge whether they have to ask the shopper anything (Cardgate §11.2). Real
/// clients send rubbish here, so whatever is not well formed is unknown: it is dropped where it is set, and nothing is refused for it.
/// </summary>
/// <remarks>
/// It is about a person: it goes along with one call and does not print itself. Only <see cref="Address"/> is stored, with the payment and with a
/// consent, where the dialect tells merchants the address.
/// </remarks>
public sealed record BrowserFacts
{
    /// <summary>In characters. Two such texts with every character escaped still fit into one request beside a card.</summary>
    public const int LongestText = 1024;

    /// <summary>In characters, as RFC 5646 advises.</summary>
    public const int LongestLanguage = 35;

    /// <summary>In pixels.</summary>
    public const int LargestSide = 65_535;

    /// <summary>In bits for each pixel.</summary>
    public const int DeepestColor = 64;

    /// <summary>Local times lie between UTC−14 and UTC+14, with room for the one that is not used.</summary>
    public const int FarthestMinutes = 14 * 60;

    private const int LongestNumber = 12;

    public static readonly BrowserFacts None = new();

    /// <summary>The header <c>Accept</c>: kinds of documents.</summary>
    public string? Accept { get; init => field = Text(value) is { } text && text.Contains('/') ? text : null; }

    /// <summary>The header <c>User-Agent</c>.</summary>
    public string? UserAgent { get; init => field = Text(value) is { } text && text.Any(char.IsAsciiLetterOrDigit) ? text : null; }

    /// <summary>A language tag, for example <c>ro-RO</c>.</summary>
    public string? Language { get; init => field = IsLanguage(value) ? value : null; }

    /// <summary>A network address, IPv4 or IPv6.</summary>
    public string? Address { get; init => field = NetworkAddress.Read(value); }

    public DeviceChannel? Channel { get; init => field = value is { } channel && Enum.IsDefined(channel) ? channel : null; }

    /// <summary>Bits for each pixel.</summary>
    public int? ColorDepth { get; init => field = Within(value, 1, DeepestColor); }

    /// <summary>Pixels, as are all sizes.</summary>
    public int? ScreenWidth { get; init => field = Within(value, 1, LargestSide); }

    public int? ScreenHeight { get; init => field = Within(value, 1, LargestSide); }

    public int? WindowWidth { get; init => field = Within(value, 1, LargestSide); }

    public int? WindowHeight { get; init => field = Within(value, 1, LargestSide); }

    /// <summary>Minutes, UTC minus local: -120 in Bucharest in winter.</summary>
    public int? TimeZone { get; init => field = Within(value, -FarthestMinutes, FarthestMinutes); }

    public bool? JavaEnabled { get; init; }

    public bool? ScriptEnabled { get; init; }

    /// <summary>A whole number as clients write it; null: it is none.</summary>
    public static int? Number(string? text) =>
        text is { Length: <= LongestNumber } && int.TryParse(text.Trim(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    public override string ToString() => nameof(BrowserFacts);

    private static string? Text(string? text) =>
        text?.Trim() is { Length: > 0 and <= LongestText } line && !line.AsSpan().ContainsAnyExceptInRange(' ', '~') && !CardNumberSearch.IsIn(line) ? line : null;

    private static int? Within(int? number, int least, int most) => number >= least && number <= most ? number : null;

    private static bool IsLanguage(string? text)
    {
        if (text is not { Length: > 0 and <= LongestLanguage }) return false;
        var parts = text.Split('-');
        return parts[0].All(char.IsAsciiLetter) && parts.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit)) && !CardNumberSearch.IsIn(text);
    }
}
