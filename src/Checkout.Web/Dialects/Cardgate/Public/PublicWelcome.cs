using Microsoft.Net.Http.Headers;

namespace Checkout.Web.Dialects.Cardgate.Public;

/// <summary>Tells browsers that pages of every origin may read what is answered here, without cookies and such (§14). Errors too.</summary>
public static class PublicWelcome
{
    private static readonly PathString Address = "/public-api";

    public static void Greet(HttpContext http)
    {
        if (http.Request.Path.StartsWithSegments(Address, StringComparison.OrdinalIgnoreCase)) http.Response.Headers[HeaderNames.AccessControlAllowOrigin] = "*";
    }

    /// <summary>Answers a browser's question before the request.</summary>
    public static void Preflight(HttpResponse response)
    {
        response.Headers[HeaderNames.AccessControlAllowMethods] = "GET, POST, OPTIONS";
        response.Headers[HeaderNames.AccessControlAllowHeaders] = "content-type";
        response.Headers[HeaderNames.AccessControlMaxAge] = "600";
    }
}
