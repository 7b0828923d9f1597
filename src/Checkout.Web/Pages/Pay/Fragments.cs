using System.Collections.Concurrent;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;

namespace Checkout.Web.Pages.Pay;

/// <summary>
/// Parts of a page that read the same for everybody, written once and kept: they are most of what the card page sends, and writing them
/// anew cost half of its time.
/// </summary>
public static class Fragments
{
    private static readonly ConcurrentDictionary<string, HtmlString> Kept = new();

    /// <param name="key">Names everything the part depends on; a closed list, such as a language and a year.</param>
    public static IHtmlContent Once(string key, HtmlEncoder encoder, Func<object?, IHtmlContent> part)
    {
        if (Kept.TryGetValue(key, out var kept)) return kept;
        using var writer = new StringWriter();
        part(null).WriteTo(writer, encoder);
        return Kept.GetOrAdd(key, new HtmlString(writer.ToString()));
    }
}
