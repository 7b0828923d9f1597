using Checkout.Core.Merchants;
using Checkout.Web.Hosting.Merchants;
using Microsoft.Net.Http.Headers;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>
/// Who may come in. A key that a browser holds can be read by anybody who looks, so a request with an <c>Origin</c> may only turn a card
/// into a token (API-1), and only from the origins the merchant named.
/// </summary>
public sealed class Smart2PayDoor(MerchantDoor door)
{
    /// <summary>The merchant behind a server's request; null for browsers and wrong keys.</summary>
    public Merchant? Enter(HttpRequest request) => request.Headers.Origin.Count > 0 ? null : door.Enter(request);

    /// <summary>The merchant behind a request that may also come from a browser, with a key that opens nothing else; lets the browser read the answer.</summary>
    public Merchant? EnterFromBrowser(HttpRequest request)
    {
        var merchant = door.Enter(request) ?? door.Enter(request, MerchantKeyKind.Tokenise);
        if (request.Headers.Origin.Count == 0 || merchant is null) return merchant;

        var origin = request.Headers.Origin.ToString();
        var allowed = merchant.Settings.CorsOrigins;
        if (allowed.Count > 0 && !allowed.Contains(origin, StringComparer.OrdinalIgnoreCase)) return null;
        var headers = request.HttpContext.Response.Headers;
        headers[HeaderNames.AccessControlAllowOrigin] = allowed.Count == 0 ? "*" : origin;
        headers[HeaderNames.Vary] = HeaderNames.Origin;
        return merchant;
    }

    /// <summary>Answers a browser's question before the request. It carries no key, so the merchant's own origins are checked when the card comes.</summary>
    public static void Welcome(HttpResponse response)
    {
        response.Headers[HeaderNames.AccessControlAllowOrigin] = "*";
        response.Headers[HeaderNames.AccessControlAllowMethods] = "POST, OPTIONS";
        response.Headers[HeaderNames.AccessControlAllowHeaders] = "authorization, content-type";
        response.Headers[HeaderNames.AccessControlMaxAge] = "600";
    }
}
