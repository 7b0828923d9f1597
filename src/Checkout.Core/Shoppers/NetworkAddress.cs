using System.Net;
using System.Net.Sockets;

namespace Checkout.Core.Shoppers;

/// <summary>The network address of a shopper as people and programs write it.</summary>
public static class NetworkAddress
{
    /// <summary>An address in its usual spelling; null when the text is none. A number is none, though it could be read as one.</summary>
    public static string? Read(string? text)
    {
        if (text is null || !IPAddress.TryParse(text, out var address)) return null;
        var isWhole = address.AddressFamily == AddressFamily.InterNetwork ? text.Count(c => c == '.') == 3 : !text.AsSpan().ContainsAny('[', '%');
        return isWhole ? address.ToString() : null;
    }
}
