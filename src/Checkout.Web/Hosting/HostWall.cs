using System.Net;
using Checkout.Web.Hosting.Settings;

namespace Checkout.Web.Hosting;

/// <summary>Which names and callers the house answers to.</summary>
public static class HostWall
{
    private static readonly string[] ProxyWords = ["Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"];

    /// <summary>Outside the sandbox only the public name and this machine's own are answered, so that no foreign name can point a browser at us.</summary>
    public static IApplicationBuilder UseHostWall(this IApplicationBuilder app, CheckoutSettings settings)
    {
        if (settings.Sandbox.Enabled || settings.PublicUrl is not { } publicUrl) return app;
        var publicHost = new Uri(publicUrl).Host;
        return app.Use((http, next) =>
        {
            if (MayAsk(http.Request.Host, publicHost)) return next(http);
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            return http.Response.WriteAsync("This server does not answer to that host name.");
        });
    }

    /// <summary>Whether a request may name this host; ports do not count, a proxy may have others.</summary>
    public static bool MayAsk(HostString asked, string publicHost) => asked.Host.TrimEnd('.').Equals(publicHost, StringComparison.OrdinalIgnoreCase) || NamesThisMachine(asked);

    /// <summary>
    /// Whether somebody on this machine asks for this machine. The other end of the socket has to be here, and it must be no proxy that
    /// speaks for somebody else.
    /// </summary>
    public static bool IsOnThisMachine(HttpContext http) =>
        IsOnThisMachine(http.Connection.RemoteIpAddress) && NamesThisMachine(http.Request.Host) && !SpeaksForAnother(http.Request);

    /// <summary>A proxy sent it, and says so.</summary>
    public static bool SpeaksForAnother(HttpRequest request) => ProxyWords.Any(request.Headers.ContainsKey);

    /// <summary>Whether the other end of a socket is on this machine.</summary>
    public static bool IsOnThisMachine(IPAddress? caller) => caller is not null && IPAddress.IsLoopback(caller.IsIPv4MappedToIPv6 ? caller.MapToIPv4() : caller);

    private static bool NamesThisMachine(HostString asked)
    {
        var host = asked.Host.TrimEnd('.');
        return host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
    }
}
