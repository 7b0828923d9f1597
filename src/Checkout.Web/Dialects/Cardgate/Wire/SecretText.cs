using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace Checkout.Web.Dialects.Cardgate.Wire;

/// <summary>
/// A card number or security code as it came, straight from the body's bytes. It never becomes a string, cannot print itself, and is wiped
/// when the request is over.
/// </summary>
public sealed class SecretText : IDisposable
{
    private readonly char[] _characters;
    private readonly int _count;

    private SecretText(char[] characters, int count) => (_characters, _count) = (characters, count);

    /// <summary>What was sent, valid until <see cref="Dispose"/>; empty when it was no text.</summary>
    public ReadOnlySpan<char> Typed => _characters.AsSpan(0, _count);

    public static SecretText Of(JsonElement value)
    {
        var raw = JsonMarshal.GetRawUtf8Value(value);
        var characters = new char[raw.Length];
        if (value.ValueKind == JsonValueKind.Number) return new SecretText(characters, Encoding.ASCII.GetChars(raw, characters));
        if (value.ValueKind != JsonValueKind.String) return new SecretText([], 0);

        var reader = new Utf8JsonReader(raw);
        reader.Read();
        try
        {
            return new SecretText(characters, reader.CopyString(characters));
        }
        catch (InvalidOperationException)
        {
            Array.Clear(characters);
            return new SecretText([], 0);
        }
    }

    public void Dispose() => Array.Clear(_characters);

    public override string ToString() => "***";
}
