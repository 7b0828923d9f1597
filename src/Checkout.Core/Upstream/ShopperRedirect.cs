namespace Checkout.Core.Upstream;

/// <summary>A page of the upstream that the shopper has to visit, by GET or by POST with hidden fields.</summary>
public sealed record ShopperRedirect(string Url, bool Post, IReadOnlyList<KeyValuePair<string, string>> Fields)
{
    public static ShopperRedirect Get(string url) => new(url, Post: false, []);
}
