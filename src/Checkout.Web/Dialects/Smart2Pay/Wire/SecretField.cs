using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkout.Web.Dialects.Smart2Pay.Wire;

/// <summary>
/// A card number or security code as it came. It never becomes a string, cannot print itself, and is wiped when the request is over.
/// </summary>
[JsonConverter(typeof(SecretFieldConverter))]
public sealed class SecretField(char[] characters, int count, bool isWrong = false) : IDisposable
{
    /// <summary>An object, an array or half a character stood where a text belongs.</summary>
    public bool IsWrong => isWrong;

    /// <summary>What was typed, valid until <see cref="Dispose"/>.</summary>
    public ReadOnlySpan<char> Typed => characters.AsSpan(0, count);

    public void Dispose() => Array.Clear(characters);

    public override string ToString() => "***";
}

/// <summary>Reads a <see cref="SecretField"/> straight from the body's bytes into a buffer of its own.</summary>
public sealed class SecretFieldConverter : JsonConverter<SecretField>
{
    public override SecretField Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String: return Text(ref reader);
            case JsonTokenType.Number:
                var digits = new char[reader.ValueSpan.Length];
                return new SecretField(digits, Encoding.ASCII.GetChars(reader.ValueSpan, digits));
            case JsonTokenType.True or JsonTokenType.False: return new SecretField([], 0, isWrong: true);
            default:
                reader.Skip();
                return new SecretField([], 0, isWrong: true);
        }
    }

    public override void Write(Utf8JsonWriter writer, SecretField value, JsonSerializerOptions options) => throw new NotSupportedException("Requests are only read.");

    private static SecretField Text(ref Utf8JsonReader reader)
    {
        var characters = new char[reader.ValueSpan.Length];
        try
        {
            return new SecretField(characters, reader.CopyString(characters));
        }
        catch (InvalidOperationException)
        {
            Array.Clear(characters);
            return new SecretField([], 0, isWrong: true);
        }
    }
}
