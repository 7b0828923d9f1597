using System.Net;
using Checkout.Web.Hosting.Settings;

namespace Checkout.Web.Hosting;

/// <summary>Which names and callers the house answers to.</summary>
public static class HostWall
{
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
    public static bool MayAsk(HostString asked, string publicHost)
    {
        var host = asked.Host.TrimEnd('.');
        if (host.Equals(publicHost, StringComparison.OrdinalIgnoreCase) || host.Equals("localhost", StringComparison.OrdinalIgnoreCase)) return true;
        return IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address);
    }

    /// <summary>Whether the other end of the socket is on this machine, whatever any header says.</summary>
    public static bool IsOnThisMachine(IPAddress? caller) => caller is not null && IPAddress.IsLoopback(caller.IsIPv4MappedToIPv6 ? caller.MapToIPv4() : caller);
}
