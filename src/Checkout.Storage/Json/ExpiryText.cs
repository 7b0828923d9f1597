using System.Text.Json;
using System.Text.Json.Serialization;
using Checkout.Core.Cards;

namespace Checkout.Storage.Json;

/// <summary>An expiry as it was written by whoever sent it, <c>05/2031</c>: dialects give it back in the same form.</summary>
internal sealed class ExpiryText : JsonConverter<Expiry>
{
    public override Expiry Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString() ?? "";
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && Expiry.TryRead(text[..slash], text[(slash + 1)..], out var expiry)
            ? expiry
            : throw new JsonException("A stored expiry cannot be read.");
    }

    public override void Write(Utf8JsonWriter writer, Expiry value, JsonSerializerOptions options)
    {
        Span<char> text = stackalloc char[8];
        text.TryWrite($"{value.MonthText}/{value.YearText}", out var length);
        writer.WriteStringValue(text[..length]);
    }
}
