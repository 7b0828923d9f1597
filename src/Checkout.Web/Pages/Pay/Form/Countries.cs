using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Globalization;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>The countries a billing address can be in, named in the language of the page.</summary>
public static class Countries
{
    private static readonly FrozenSet<string> Codes = CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name).TwoLetterISORegionName)
        .Where(code => code.Length == 2 && char.IsAsciiLetterUpper(code[0]) && char.IsAsciiLetterUpper(code[1]))
        .ToFrozenSet();

    private static readonly ConcurrentDictionary<string, IReadOnlyList<(string Code, string Name)>> Named = new();

    public static bool Know(string code) => Codes.Contains(code);

    public static IReadOnlyList<(string Code, string Name)> In(string language) => Named.GetOrAdd(language, Name);

    private static List<(string Code, string Name)> Name(string language)
    {
        var culture = CultureInfo.GetCultureInfo(language);
        var before = CultureInfo.CurrentUICulture;
        // RegionInfo takes its language from the thread and from nowhere else.
        CultureInfo.CurrentUICulture = culture;
        try
        {
            return [.. Codes.Select(code => (code, new RegionInfo(code).DisplayName)).OrderBy(c => c.DisplayName, StringComparer.Create(culture, ignoreCase: true))];
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
