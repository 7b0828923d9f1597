namespace Checkout.Web.Pages.Pay;

/// <summary>Addresses of one payment's pages. The language a shopper picked travels in them, because the page needs no cookie.</summary>
public sealed record PayPath(string Root, string Link, string? Language)
{
    /// <summary>The page itself; <paramref name="query"/> without its question mark.</summary>
    public string Page(string? query = null) => Of("", query);

    public string Bank => Of("/bank", null);

    public string Back => Of("/back", null);

    public string Wait => Of("/wait", null);

    private string Of(string step, string? query)
    {
        var lang = Language is null ? null : "lang=" + Language;
        var all = query is null ? lang : lang is null ? query : query + "&" + lang;
        return all is null ? $"{Root}/pay/{Link}{step}" : $"{Root}/pay/{Link}{step}?{all}";
    }
}
