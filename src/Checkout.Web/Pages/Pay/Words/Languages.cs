using System.Globalization;

namespace Checkout.Web.Pages.Pay.Words;

/// <summary>The languages of the pages, and which one a shopper gets.</summary>
public static class Languages
{
    public static readonly IReadOnlyList<PageTexts> All = [English.Texts, German.Texts, Spanish.Texts, Romanian.Texts, Ukrainian.Texts, Russian.Texts, Arabic.Texts];

    /// <summary>Those with these tags, in that order; all when no tags are given, or none that we have.</summary>
    public static IReadOnlyList<PageTexts> Among(IReadOnlyList<string>? tags)
    {
        if (tags is null) return All;
        List<PageTexts> found = [.. tags.Select(tag => Find(tag)).OfType<PageTexts>().Distinct()];
        return found.Count > 0 ? found : All;
    }

    /// <summary>What the shopper picked on the page, else what the merchant asked for, else what the browser prefers, else the first there is.</summary>
    /// <param name="among">The languages this page may be in.</param>
    public static PageTexts Choose(string? picked, string? asked, string? accepted, IReadOnlyList<PageTexts> among) =>
        Find(picked, among) ?? Find(asked, among) ?? Preferred(accepted, among) ?? among[0];

    /// <summary>The texts for a language tag, whatever its region: <c>de</c>, <c>de-AT</c>, <c>DE_at</c>.</summary>
    public static PageTexts? Find(ReadOnlySpan<char> tag) => Find(tag, All);

    public static PageTexts? Find(ReadOnlySpan<char> tag, IReadOnlyList<PageTexts> among)
    {
        tag = tag.Trim();
        var end = tag.IndexOfAny('-', '_');
        var language = end < 0 ? tag : tag[..end];
        foreach (var texts in among)
        {
            if (language.Equals(texts.Language, StringComparison.OrdinalIgnoreCase)) return texts;
        }

        return null;
    }

    private static PageTexts? Preferred(string? accepted, IReadOnlyList<PageTexts> among)
    {
        PageTexts? best = null;
        var bestWeight = 0.0;
        var rest = accepted.AsSpan();
        for (var i = 0; i < 20 && !rest.IsEmpty; i++)
        {
            var comma = rest.IndexOf(',');
            var part = comma < 0 ? rest : rest[..comma];
            rest = comma < 0 ? [] : rest[(comma + 1)..];
            var semicolon = part.IndexOf(';');
            var weight = semicolon < 0 ? 1 : WeightOf(part[(semicolon + 1)..].Trim());
            if (weight <= bestWeight || Find(semicolon < 0 ? part : part[..semicolon], among) is not { } texts) continue;
            (best, bestWeight) = (texts, weight);
        }

        return best;
    }

    private static double WeightOf(ReadOnlySpan<char> parameter) =>
        parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
        && double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight) ? weight : 0;
}
