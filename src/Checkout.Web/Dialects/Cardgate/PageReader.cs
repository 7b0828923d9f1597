using Checkout.Core.Merchants;
using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Dialects.Cardgate.Wire;
using Checkout.Web.Pages.Pay.Wishes;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// Reads how the page of an invoice shall look: <c>theme</c>, and <c>theme_options</c> with its words at the top, in <c>style</c> or in
/// <c>display</c> (spec/cardgate.md §13). The rules are those of <see cref="WishReader"/>; here each fault gets its place in the body.
/// </summary>
public static class PageReader
{
    private const int MostOptions = 20;

    /// <param name="cardgate">The map <c>gateway_options.cardgate</c>.</param>
    /// <param name="checks">Where faults go.</param>
    /// <returns>Null when nothing is wished.</returns>
    public static PageWishes? Read(Place cardgate, FieldChecks checks)
    {
        var options = checks.Map(cardgate[PageAttributes.ThemeOptions]);
        if (options.Size > MostOptions) checks.Fail(Fault.Invalid(options, "must have at most 20 keys"));
        var (style, display) = (checks.Map(options[PageAttributes.Style]), checks.Map(options[PageAttributes.Display]));
        var said = new Dictionary<string, Place>(StringComparer.Ordinal);
        if (cardgate[PageAttributes.Theme] is { IsAbsent: false } theme && !IsThemeOfOthers(theme)) said.Add(PageAttributes.Theme.Name, theme);
        foreach (var name in WishRules.All.Keys)
        {
            var place = options[name].Or(style[name]).Or(display[name]);
            if (!place.IsAbsent) said.TryAdd(name, place);
        }

        var reading = WishReader.ReadMerchant(said.Select(s => KeyValuePair.Create(s.Key, TextOf(s.Key, s.Value))));
        foreach (var fault in reading.Faults) checks.Fail(Fault.Invalid(said[fault.Name], fault.Words));
        return reading.Kept;
    }

    /// <summary>The language of the page, by any of its three names. One we do not have is no fault: the page then takes the browser's.</summary>
    public static string? Language(Place attributes, FieldChecks checks) => WishReader.LanguageIn(name => checks.Optional(attributes[name], PageAttributes.Locale.Rule));

    /// <summary>A merchant who comes from elsewhere goes on naming the theme it had there: without it the page looks as all of the merchant's do.</summary>
    private static bool IsThemeOfOthers(Place theme) => theme.TryText(out var name) && !WishRules.IsTheme(name);

    /// <summary>What stands there as the reader takes it: a text, a number or a flag; a map of lengths as its numbers. Anything else is no wish that could be met.</summary>
    private static string TextOf(string name, Place place)
    {
        if (name == PageAttributes.NumberLengthName && place.IsMap) return Lengths(place);
        return place.TryText(out var text) ? text : place.TryFlag(out var flag) ? flag ? "true" : "false" : "?";
    }

    /// <summary><c>{"range":{"min":12,"max":18}}</c> or <c>{"allowedNumbers":[14,16,18]}</c>.</summary>
    private static string Lengths(Place place)
    {
        static string Number(Place number) => number.TryText(out var text) ? text : "?";

        if (place[PageAttributes.Range] is { IsAbsent: false } range) return $"{Number(range[PageAttributes.Min])}-{Number(range[PageAttributes.Max])}";
        return string.Join(' ', place[PageAttributes.AllowedNumbers].Items.Select(Number));
    }
}
