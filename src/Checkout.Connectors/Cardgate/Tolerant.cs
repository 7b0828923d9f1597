using System.Globalization;
using System.Text.Json;
using Checkout.Core.Money;

namespace Checkout.Connectors.Cardgate;

/// <summary>
/// Reads the provider's JSON, where an empty object may be <c>[]</c> or null and a number may be text. What does not fit is as good as missing.
/// </summary>
internal static class Tolerant
{
    // No amount is longer, and a decimal holds more digits than these exactly.
    private const int LongestAmount = 24;

    /// <summary>A member of an object; default when there is no such member or no object.</summary>
    public static JsonElement Part(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : default;

    /// <summary>A text that is not empty, or a number as it is written.</summary>
    public static string? Text(this JsonElement element, string name)
    {
        var part = element.Part(name);
        return part.ValueKind switch
        {
            JsonValueKind.String => part.GetString() is { Length: > 0 } text ? text : null,
            JsonValueKind.Number => part.GetRawText(),
            _ => null,
        };
    }

    public static Currency? CurrencyOf(this JsonElement element, string name) =>
        Currency.TryFind(element.Text(name)?.ToUpperInvariant(), out var currency) ? currency : null;

    /// <summary>An amount in major units, exactly; null when it is missing or finer than the currency's minor unit.</summary>
    public static Amount? AmountOf(this JsonElement element, string name, Currency currency)
    {
        if (element.Text(name) is not { Length: <= LongestAmount } text) return null;
        if (!decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var major)) return null;
        if (major > Amount.LargestMinor) return null;

        for (var i = 0; i < currency.Exponent; i++) major *= 10;
        return major <= Amount.LargestMinor && decimal.IsInteger(major) ? new Amount((long)major, currency) : null;
    }

    /// <summary>The elements of an array; none of anything else.</summary>
    public static IEnumerable<JsonElement> Elements(this JsonElement element, string name) =>
        element.Part(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];
}
