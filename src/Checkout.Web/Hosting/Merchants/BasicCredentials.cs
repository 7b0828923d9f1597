using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Checkout.Web.Hosting.Merchants;

/// <summary>What a caller says in <c>Authorization: Basic base64(user:key)</c>; only the hash of the key is kept.</summary>
public readonly record struct BasicCredentials(string User, byte[] KeyHash)
{
    private const int LongestHeader = 1024;

    public static bool TryRead(string? header, [NotNullWhen(true)] out BasicCredentials? credentials)
    {
        credentials = null;
        if (header is not { Length: > 6 and <= LongestHeader } || !header.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase)) return false;

        Span<byte> decoded = stackalloc byte[LongestHeader];
        if (!Convert.TryFromBase64Chars(header.AsSpan(6).Trim(), decoded, out var length)) return false;
        var text = decoded[..length];

        // A key may hold colons of its own: the first one splits.
        var colon = text.IndexOf((byte)':');
        if (colon <= 0) return false;
        credentials = new BasicCredentials(Encoding.UTF8.GetString(text[..colon]), SHA256.HashData(text[(colon + 1)..]));
        text.Clear();
        return true;
    }

    public static byte[] HashOf(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
