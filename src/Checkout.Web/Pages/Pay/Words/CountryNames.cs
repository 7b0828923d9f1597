using System.Collections.Concurrent;
using System.Globalization;
using Checkout.Core.Shoppers;

namespace Checkout.Web.Pages.Pay.Words;

/// <summary>A country as a shopper reads it.</summary>
/// <param name="Code">ISO 3166-1 alpha-2.</param>
/// <param name="Language">The language of the name where it is not the page's own; else null.</param>
public sealed record CountryName(string Code, string Name, string? Language);

/// <summary>
/// The countries of a billing address in the page's language, those whose currency makes the page ask first. Where the system does not
/// know a name in that language, it is English and says so.
/// </summary>
public static class CountryNames
{
    private const string English = "en";

    private static readonly ConcurrentDictionary<string, IReadOnlyList<CountryName>> Kept = new();

    public static IReadOnlyList<CountryName> In(PageTexts texts) => Kept.GetOrAdd(texts.Language, Sorted);

    private static IReadOnlyList<CountryName> Sorted(string language)
    {
        var order = StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true);
        return [.. Countries.All.Select(code => Named(code, language)).OrderByDescending(country => LatinAmerica.Has(country.Code)).ThenBy(country => country.Name, order)];
    }

    private static CountryName Named(string code, string language) =>
        NameIn(language, code) is { } name ? new(code, name, null) : new(code, NameIn(English, code) ?? code, English);

    /// <summary>What people of a language who live there call their country; null when the system has no word for it.</summary>
    private static string? NameIn(string language, string code)
    {
        try
        {
            return new RegionInfo($"{language}-{code}").NativeName is { Length: > 0 } name && name != code ? name : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
