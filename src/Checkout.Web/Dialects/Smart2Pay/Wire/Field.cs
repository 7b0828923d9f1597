using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Checkout.Web.Dialects.Smart2Pay.Wire;

/// <summary>
/// One value of a request as it came: the text of a string, number or truth value. An object or an array where a value belongs is
/// <see cref="IsWrong"/>, so that the field gets its own return code and the request is still read to its end.
/// </summary>
/// <param name="IsFlag">It came as a bare true or false: a good flag, and nothing that a text or number can be.</param>
[JsonConverter(typeof(FieldConverter))]
public readonly record struct Field(string? Text, bool IsWrong = false, bool IsFlag = false)
{
    /// <summary>Nothing was said: absent, null, or an empty string.</summary>
    public bool IsEmpty => !IsWrong && string.IsNullOrEmpty(Text);
}

/// <summary>Reads a <see cref="Field"/> from any JSON value.</summary>
public sealed class FieldConverter : JsonConverter<Field>
{
    public override Field Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.Null: return default;
            case JsonTokenType.String: return Text(ref reader);
            case JsonTokenType.Number: return new Field(Encoding.ASCII.GetString(reader.ValueSpan));
            case JsonTokenType.True: return new Field("true", IsFlag: true);
            case JsonTokenType.False: return new Field("false", IsFlag: true);
            default:
                reader.Skip();
                return new Field(null, IsWrong: true);
        }
    }

    public override void Write(Utf8JsonWriter writer, Field value, JsonSerializerOptions options) => throw new NotSupportedException("Requests are only read.");

    private static Field Text(ref Utf8JsonReader reader)
    {
        try
        {
            return new Field(reader.GetString());
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair (\ud800): valid JSON, but no text.
            return new Field(null, IsWrong: true);
        }
    }
}
