using System.Net;
using System.Net.Sockets;
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

    /// <summary>An address as a program wrote it; null when it is none. A number is none, though it could be read as one.</summary>
    public static string? Read(string? text)
    {
        if (text is null || !IPAddress.TryParse(text, out var address)) return null;
        var isWhole = address.AddressFamily == AddressFamily.InterNetwork ? text.Count(c => c == '.') == 3 : !text.AsSpan().ContainsAny('[', '%');
        return isWhole ? address.ToString() : null;
    }
}
