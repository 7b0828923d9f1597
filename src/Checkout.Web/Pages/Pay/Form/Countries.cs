using System.Collections.Frozen;
using System.Globalization;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>The countries a billing address can be in.</summary>
public static class Countries
{
    // Those whose currency makes the page ask come first, under their own names.
    private static readonly (string Code, string Name)[] First =
    [
        ("AR", "Argentina"), ("BR", "Brasil"), ("CL", "Chile"), ("CO", "Colombia"), ("MX", "México"), ("PE", "Perú"), ("UY", "Uruguay"),
    ];

    // Reserved in ISO 3166 for islands and enclaves that bill under another country's code.
    private static readonly string[] Reserved = ["AC", "CP", "DG", "EA", "IC", "TA", "XK"];

    /// <summary>ISO 3166-1 alpha-2 codes and names.</summary>
    public static readonly IReadOnlyList<(string Code, string Name)> All = [.. First, .. Others()];

    private static readonly FrozenSet<string> Codes = All.Select(country => country.Code).ToFrozenSet();

    public static bool Know(string code) => Codes.Contains(code);

    private static IEnumerable<(string Code, string Name)> Others() => CultureInfo.GetCultures(CultureTypes.SpecificCultures)
        .Select(culture => new RegionInfo(culture.Name))
        .Select(region => (Code: region.TwoLetterISORegionName, Name: region.EnglishName))
        .Where(c => c.Code.Length == 2 && c.Code.All(char.IsAsciiLetterUpper) && !Reserved.Contains(c.Code) && !First.Any(f => f.Code == c.Code))
        .DistinctBy(c => c.Code)
        .OrderBy(c => c.Name, StringComparer.InvariantCultureIgnoreCase);
}
