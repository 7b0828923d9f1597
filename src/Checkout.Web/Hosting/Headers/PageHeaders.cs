using Checkout.Core.Chance;

namespace Checkout.Web.Hosting.Headers;

/// <summary>
/// The headers of every HTML answer (WEB-2, WEB-4): nothing loads except our own files, the one script runs by a word that is new in each
/// answer, the one style that may stand in a page goes by its hash, nobody frames us but a merchant's own origins, nothing is kept.
/// </summary>
public sealed class PageHeaders
{
    private const int NonceBytes = 16;
    private const int MarkBytes = 8;
    private const string Start = "default-src 'none'; script-src 'nonce-";
    private const string Style = "' 'strict-dynamic'; style-src 'self'";
    private const string End = "; require-trusted-types-for 'script'; trusted-types 'none'; report-to csp";
    private const string Permissions =
        "accelerometer=(), autoplay=(), browsing-topics=(), camera=(), clipboard-read=(), display-capture=(), encrypted-media=(), " +
        "fullscreen=(), gamepad=(), geolocation=(), gyroscope=(), hid=(), magnetometer=(), microphone=(), midi=(), payment=(), " +
        "publickey-credentials-get=(), screen-wake-lock=(), serial=(), usb=(), xr-spatial-tracking=()";

    private readonly IRandomSource _random;
    private readonly string _stay;
    private readonly string _leave;
    private readonly bool _https;

    public PageHeaders(PublicAddress address, SandboxSettings sandbox, IRandomSource random)
    {
        _random = random;
        _https = address.Base.StartsWith("https://", StringComparison.OrdinalIgnoreCase);
        _stay = Policy("'self'");
        _leave = Policy(sandbox.Enabled ? "https: http:" : "https:");
    }

    /// <summary>Writes the headers and returns the word that lets this answer's script run.</summary>
    /// <param name="permits">What the merchant of this page allows beyond that.</param>
    /// <param name="leaves">The page sends the shopper on to a bank or a merchant, and asks for nothing itself (WEB-3).</param>
    public string Write(HttpResponse response, PagePermits permits, bool leaves = false)
    {
        Span<byte> bytes = stackalloc byte[NonceBytes];
        _random.Fill(bytes);
        var nonce = Convert.ToBase64String(bytes);

        var headers = response.Headers;
        headers.ContentSecurityPolicy = string.Concat(string.Concat(Start, nonce, Style), permits.StyleHash is { } hash ? " " + hash : "", string.Concat(leaves ? _leave : _stay, Ancestors(permits), End));
        headers["Reporting-Endpoints"] = "csp=\"/csp\"";
        headers.XContentTypeOptions = "nosniff";
        if (permits.FrameOrigins.Count == 0) headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        headers.CacheControl = "no-store";
        if (_https) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        return nonce;
    }

    /// <summary>
    /// Makes the browser forget the page that the shopper comes from. Without script nothing else does: browsers keep even no-store pages for
    /// "back", with the card number typed in them, until a cookie changes. Nobody reads this one.
    /// </summary>
    public void ForgetPage(HttpResponse response)
    {
        Span<byte> bytes = stackalloc byte[MarkBytes];
        _random.Fill(bytes);
        response.Headers.Append("Set-Cookie", string.Concat("__Host-page=", Convert.ToHexStringLower(bytes), "; Path=/; Secure; HttpOnly; SameSite=Lax"));
    }

    private static string Ancestors(PagePermits permits) => permits.FrameOrigins.Count == 0 ? "'none'" : string.Join(' ', permits.FrameOrigins);

    private static string Policy(string formAction) =>
        "; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action " + formAction +
        "; base-uri 'none'; object-src 'none'; frame-ancestors ";
}
