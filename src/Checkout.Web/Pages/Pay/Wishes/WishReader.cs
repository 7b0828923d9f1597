using Checkout.Core.Cards;
using Checkout.Core.Merchants;
using Words = Checkout.Web.Pages.Pay.Words;

namespace Checkout.Web.Pages.Pay.Wishes;

/// <summary>A wish that cannot be met as it was said.</summary>
/// <param name="Name">As it was sent, for example <c>style[primary]</c>.</param>
/// <param name="Words">What it must look like, after the name.</param>
public sealed record WishFault(string Name, string Words);

/// <summary>What was wished of a page, and what was wrong with it.</summary>
/// <param name="Language">As it was sent; the page does not have every language.</param>
public sealed record WishReading(PageWishes Wishes, string? Language, IReadOnlyList<WishFault> Faults)
{
    /// <summary>Null when nothing was wished, so that nothing is kept.</summary>
    public PageWishes? Kept => Wishes == PageWishes.None ? null : Wishes;
}

/// <summary>
/// The one reader of names and values that say how a page shall look: a link's, a created invoice's, and an operator's. Of two values
/// under one name the first counts; unknown names and empty values say nothing.
/// </summary>
public static class WishReader
{
    /// <summary>Characters of a language's tag.</summary>
    public const int LongestLanguage = 35;

    private static readonly string[] Languages = ["locale", "language", "lang"];

    private static readonly string[] Available = ["available_locales", "available_locales[]"];

    /// <summary>As a list is written that counts its places; there is no use for more of them than there are languages.</summary>
    private static readonly string[] AvailablePlaces = [.. Enumerable.Range(0, 20).Select(place => FormattableString.Invariant($"available_locales[{place}]"))];

    /// <summary>Names that stand by themselves in a link; the others stand in <c>style[…]</c> or <c>display[…]</c>.</summary>
    private static readonly string[] Bare = ["theme", "pay_button_label"];

    /// <summary>Reads a link, which anybody may have written: colours, parts to hide, the button's word and the language, and nothing else.</summary>
    public static WishReading ReadLink(IReadOnlyList<KeyValuePair<string, string>> given)
    {
        var reading = Read(given, name => Inner(name) ?? (Bare.Contains(name) ? name : null), isMerchant: false);
        return reading with { Wishes = reading.Wishes with { Languages = AvailableIn(name => given.FirstOrDefault(pair => pair.Key == name).Value) } };
    }

    /// <summary>Reads what a merchant's server or an operator wishes, which may also say whose page it is and what it asks for.</summary>
    public static WishReading ReadMerchant(IEnumerable<KeyValuePair<string, string>> given) => Read(given, name => Inner(name) ?? name, isMerchant: true);

    /// <summary>The language in <c>locale</c>, or by its older names; null: none was asked for.</summary>
    public static string? LanguageIn(Func<string, string?> given) => Languages.Select(given).FirstOrDefault(value => value is { Length: > 0 and <= LongestLanguage } && IsTag(value));

    /// <summary>
    /// The languages that a link lets its page be in (<c>available_locales</c>), separated by commas or in places of their own: of those we have, by our own tags, so that
    /// nothing else is kept. Null: it names none of ours, and all are good.
    /// </summary>
    public static IReadOnlyList<string>? AvailableIn(Func<string, string?> given)
    {
        var listed = Available.Select(given).FirstOrDefault(value => value is { Length: > 0 }) ?? string.Join(',', AvailablePlaces.Select(given));
        string[] found = [.. listed.Split(',').Select(tag => Words.Languages.Find(tag)?.Language).OfType<string>().Distinct()];
        return found.Length > 0 ? found : null;
    }

    /// <summary>Made as a language's tag is (BCP 47), and so nothing else that somebody wants kept.</summary>
    private static bool IsTag(string value)
    {
        var parts = value.Split('-', '_');
        return parts.All(part => part.Length is > 0 and <= 8 && part.All(char.IsAsciiLetterOrDigit)) && parts[0].All(char.IsAsciiLetter) && !CardNumberSearch.IsIn(value);
    }

    private static WishReading Read(IEnumerable<KeyValuePair<string, string>> given, Func<string, string?> inner, bool isMerchant)
    {
        var wishes = PageWishes.None;
        var faults = new List<WishFault>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var languages = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            if (value.Length == 0) continue;
            if (Languages.Contains(name)) languages.TryAdd(name, value);
            if (inner(name) is not { } wish || !WishRules.All.TryGetValue(wish, out var rule) || (rule.IsMerchants && !isMerchant) || !seen.Add(wish)) continue;
            if (rule.Apply(wishes, value) is { } applied) wishes = applied;
            else faults.Add(new WishFault(name, rule.Words));
        }

        return new WishReading(wishes, LanguageIn(languages.GetValueOrDefault), faults);
    }

    /// <summary>The name in brackets; null when there is none.</summary>
    private static string? Inner(string name)
    {
        foreach (var group in new[] { "style[", "display[" })
        {
            if (name.StartsWith(group, StringComparison.Ordinal) && name.EndsWith(']')) return name[group.Length..^1];
        }

        return null;
    }
}
