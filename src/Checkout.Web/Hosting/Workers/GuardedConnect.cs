using System.Net;
using System.Net.Sockets;

namespace Checkout.Web.Hosting.Workers;

/// <summary>
/// Connects to addresses that merchants chose (API-4): the name is resolved once, and outside the sandbox a connection is refused when any
/// of its addresses is not a public one. The checked address is the one connected to, so a name that changes its mind gains nothing.
/// </summary>
public static class GuardedConnect
{
    public static SocketsHttpHandler Handler(bool allowPrivate) => new()
    {
        AllowAutoRedirect = false,
        UseProxy = false,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        MaxResponseHeadersLength = 16,
        PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        ConnectCallback = (context, stop) => ConnectAsync(context, allowPrivate, stop),
    };

    /// <summary>Whether an address lies in the public internet.</summary>
    public static bool IsPublic(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        var bytes = address.GetAddressBytes();
        return address.AddressFamily == AddressFamily.InterNetwork ? IsPublicV4(bytes) : IsPublicV6(address, bytes);
    }

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, bool allowPrivate, CancellationToken stop)
    {
        // A merchant set in an older version may still hold another address.
        if (context.InitialRequestMessage.RequestUri is not { } address || !GuardedTarget.MayCall(address, allowPrivate))
            throw new HttpRequestException($"The address is not {GuardedTarget.Rule}.");

        var target = context.DnsEndPoint;
        var addresses = await Dns.GetHostAddressesAsync(target.Host, stop);
        if (addresses.Length == 0 || (!allowPrivate && !addresses.All(IsPublic))) throw new HttpRequestException("The address is not a public one.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, target.Port, stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsPublicV4(byte[] b) => b switch
    {
        [0 or 10 or 127, ..] => false,
        [100, >= 64 and <= 127, ..] => false,
        [169, 254, ..] => false,
        [172, >= 16 and <= 31, ..] => false,
        [192, 168, ..] or [192, 0, 0 or 2, _] or [192, 88, 99, _] => false,
        [198, 18 or 19, ..] or [198, 51, 100, _] or [203, 0, 113, _] => false,
        [>= 224, ..] => false,
        _ => true,
    };

    // Only global unicast 2000::/3, without Teredo (2001::/32), 6to4 (2002::/16) and documentation (2001:db8::/32).
    private static bool IsPublicV6(IPAddress address, byte[] b) =>
        (b[0] & 0xE0) == 0x20 && !address.IsIPv6Teredo && b is not [0x20, 0x02, ..] and not [0x20, 0x01, 0x0d, 0xb8, ..];
}
