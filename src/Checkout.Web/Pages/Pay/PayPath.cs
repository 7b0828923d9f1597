namespace Checkout.Web.Pages.Pay;

/// <summary>Addresses of one payment's pages. The language a shopper picked travels in them, because the page needs no cookie.</summary>
public sealed record PayPath(string Root, string Link, string? Language)
{
    /// <summary>The page itself; <paramref name="query"/> without its question mark.</summary>
    public string Page(string? query = null) => Of("", query, Language);

    public string Bank => Of("/bank", null, Language);

    public string Back => Of("/back", null, Language);

    public string Wait => Of("/wait", null, Language);

    /// <summary>The page in another language.</summary>
    public string In(string language, string? query) => Of("", query, language);

    private string Of(string step, string? query, string? language)
    {
        var lang = language is null ? null : "lang=" + language;
        var all = query is null ? lang : lang is null ? query : query + "&" + lang;
        return all is null ? $"{Root}/pay/{Link}{step}" : $"{Root}/pay/{Link}{step}?{all}";
    }
}
