using System.Text;
using System.Text.Json;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>Reads where the shopper has to go: an address, how to go there, and what to take along.</summary>
internal static class Redirects
{
    /// <param name="flow">An object with <c>action</c>, <c>method</c> and <c>params</c>.</param>
    /// <returns>Null when it names no page of the web.</returns>
    public static ShopperRedirect? Read(JsonElement flow)
    {
        if (Page(flow.Text("action")) is not { } page) return null;
        var fields = Fields(flow.Part("params"));
        return IsPost(flow, fields) ? new ShopperRedirect(page, Post: true, fields) : ShopperRedirect.Get(WithQuery(page, fields));
    }

    public static ShopperRedirect? Plain(string? page) => Page(page) is { } good ? ShopperRedirect.Get(good) : null;

    // Where the method is not told, what has to be taken along goes by POST, as a bank expects it.
    private static bool IsPost(JsonElement flow, List<KeyValuePair<string, string>> fields) =>
        flow.Text("method") is { } method ? method.Equals("POST", StringComparison.OrdinalIgnoreCase) : fields.Count > 0;

    private static string? Page(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp) ? uri.AbsoluteUri : null;

    private static List<KeyValuePair<string, string>> Fields(JsonElement map)
    {
        if (map.ValueKind != JsonValueKind.Object) return [];
        return [.. map.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, TextOf(p.Value)))];
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => "",
        _ => value.GetRawText(),
    };

    private static string WithQuery(string page, List<KeyValuePair<string, string>> fields)
    {
        if (fields.Count == 0) return page;
        var address = new UriBuilder(page);
        var query = new StringBuilder(address.Query.TrimStart('?'));
        foreach (var (name, value) in fields)
        {
            if (query.Length > 0) query.Append('&');
            query.Append(Uri.EscapeDataString(name)).Append('=').Append(Uri.EscapeDataString(value));
        }

        address.Query = query.ToString();
        return address.Uri.AbsoluteUri;
    }
}
