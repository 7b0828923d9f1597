using Checkout.Web.Hosting.Workers;

namespace Checkout.Web.Hosting;

/// <summary>The network address of a shopper, which goes to fraud checks: better none than that of somebody else.</summary>
public static class ShopperAddress
{
    /// <summary>The address a request came from; null where that is a proxy's: it says so, or its address is no public one.</summary>
    public static string? Of(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address || !GuardedConnect.IsPublic(address) || HostWall.SpeaksForAnother(http.Request)) return null;
        return (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
    }
}
