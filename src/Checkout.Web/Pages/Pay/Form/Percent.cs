using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>
/// Decodes one name or value of a urlencoded form: <c>+</c> is a space, <c>%41</c> a byte of UTF-8. A percent sign that starts no byte
/// stands for itself, and bytes that are no UTF-8 become U+FFFD, as browsers read them.
/// </summary>
internal static class Percent
{
    public static string Text(ReadOnlySpan<byte> encoded)
    {
        if (encoded.IndexOfAny((byte)'%', (byte)'+') < 0) return Encoding.UTF8.GetString(encoded);
        var bytes = ArrayPool<byte>.Shared.Rent(encoded.Length);
        try
        {
            return Encoding.UTF8.GetString(bytes.AsSpan(0, Decode(encoded, bytes)));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>Like <see cref="Text"/>, but leaves no copy except the array it returns, which the caller wipes.</summary>
    public static char[] Secret(ReadOnlySpan<byte> encoded)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Math.Max(encoded.Length, 1));
        try
        {
            var decoded = bytes.AsSpan(0, Decode(encoded, bytes));
            var characters = new char[Encoding.UTF8.GetCharCount(decoded)];
            Encoding.UTF8.GetChars(decoded, characters);
            return characters;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    private static int Decode(ReadOnlySpan<byte> encoded, Span<byte> bytes)
    {
        var count = 0;
        for (var i = 0; i < encoded.Length; i++)
        {
            var value = encoded[i];
            if (value == '+') value = (byte)' ';
            else if (value == '%' && i + 2 < encoded.Length && Nibble(encoded[i + 1]) is var high and >= 0 && Nibble(encoded[i + 2]) is var low and >= 0)
            {
                value = (byte)((high << 4) | low);
                i += 2;
            }

            bytes[count++] = value;
        }

        return count;
    }

    private static int Nibble(byte c) => c switch
    {
        >= (byte)'0' and <= (byte)'9' => c - '0',
        >= (byte)'A' and <= (byte)'F' => c - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => c - 'a' + 10,
        _ => -1,
    };
}
