using System.Globalization;
using System.Text.Json;

namespace Checkout.Connectors.Smart2Pay.Wire;

/// <summary>Reads fields that may be missing or null, and numbers that come now as numbers and now as texts.</summary>
internal static class WireJson
{
    private const int MostDigits = 12;

    public static JsonElement? Part(this JsonElement parent, string name) => Find(parent, name) is { ValueKind: JsonValueKind.Object } part ? part : null;

    /// <summary>Null when there is no such list; an empty one is an answer.</summary>
    public static IReadOnlyList<JsonElement>? List(this JsonElement parent, string name) =>
        Find(parent, name) is { ValueKind: JsonValueKind.Array } list ? [.. list.EnumerateArray()] : null;

    /// <summary>Null also for an empty text.</summary>
    public static string? Text(this JsonElement parent, string name) =>
        Find(parent, name) is { ValueKind: JsonValueKind.String } value && value.GetString() is { Length: > 0 } text ? text : null;

    /// <summary>A whole number of at most twelve digits and without a sign; null for everything else.</summary>
    public static long? Whole(this JsonElement parent, string name)
    {
        if (Find(parent, name) is not { } value) return null;
        var text = value.ValueKind switch
        {
            JsonValueKind.Number => value.GetRawText(),
            JsonValueKind.String => value.GetString()!,
            _ => "",
        };
        var isWhole = text.Length is > 0 and <= MostDigits && text.All(char.IsAsciiDigit);
        return isWhole ? long.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture) : null;
    }

    public static bool Says(this JsonElement parent, string name) => Find(parent, name) is { ValueKind: not JsonValueKind.Null };

    private static JsonElement? Find(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : null;
}
