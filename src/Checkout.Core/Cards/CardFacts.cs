using System.Globalization;

namespace Checkout.Core.Cards;

/// <summary>What an upstream knows of a card beyond what is printed on it (spec/cardgate.md §8).</summary>
/// <param name="Type">The product, upper case: <c>CREDIT</c>, <c>DEBIT</c>, <c>PREPAID</c> …; null: not told.</param>
/// <param name="IssuerName">The bank that issued it; null: not told.</param>
/// <param name="Country">Where that bank is, ISO 3166-1, two upper-case letters; null: not told.</param>
public sealed record CardFacts(string? Type, string? IssuerName, string? Country)
{
    private const int LongestType = 24;
    private const int LongestName = 100;

    /// <summary>Some say so where others say nothing.</summary>
    private const string Nobody = "UNKNOWN";

    /// <summary>From an upstream's words. A word that cannot be what it should is left out; it is never a fault.</summary>
    /// <returns>Null when nothing is left.</returns>
    public static CardFacts? Of(string? type, string? issuerName, string? country)
    {
        var facts = new CardFacts(TypeOf(type), NameOf(issuerName), CountryOf(country));
        return facts is { Type: null, IssuerName: null, Country: null } ? null : facts;
    }

    public static string? CountryOf(string? word) => word is { Length: 2 } && word.All(char.IsAsciiLetter) ? word.ToUpperInvariant() : null;

    private static string? TypeOf(string? word) =>
        word?.Length <= LongestType && word.Any(char.IsAsciiLetter) && word.All(c => char.IsAsciiLetter(c) || c is ' ' or '_' or '-') ? Known(word.Trim().ToUpperInvariant()) : null;

    /// <summary>A name that could hide a card number is none (VLT-5).</summary>
    private static string? NameOf(string? word)
    {
        var name = word?.Trim();
        return name is { Length: > 0 and <= LongestName } && name.All(IsPrintable) && !CardNumberSearch.IsIn(name) ? Known(name) : null;
    }

    private static string? Known(string word) => word.Equals(Nobody, StringComparison.OrdinalIgnoreCase) ? null : word;

    /// <summary>Names are written in all scripts; what steers a terminal, turns the writing round or is half a letter is no part of one.</summary>
    private static bool IsPrintable(char c) => char.GetUnicodeCategory(c) is not (UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned);
}
