using System.Text.Json;
using Checkout.Core.Money;
using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Cardgate.Wire;

/// <summary>How the dialect writes amounts, times, empty maps, and what may be missing.</summary>
public static class WireWords
{
    /// <summary>A number in major units; null: none.</summary>
    public static void Amount(this Utf8JsonWriter json, ReadOnlySpan<byte> name, Amount? amount)
    {
        if (amount is { } value) json.WriteNumber(name, MajorUnits.Of(value));
        else json.WriteNull(name);
    }

    /// <summary>Unix seconds; null: not yet.</summary>
    public static void Time(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? time)
    {
        if (time is { } at) json.WriteNumber(name, at.ToUnixTimeSeconds());
        else json.WriteNull(name);
    }

    /// <summary>When the payment last changed; every change shows, also two within a second (§15).</summary>
    public static void Updated(this Utf8JsonWriter json, Payment payment) => json.WriteNumber("updated"u8, payment.Changed.ToUnixTimeSeconds() + payment.Version - 1);

    /// <summary>The fee of a refund: giving back costs nothing and gives no fee back. Only where there is money at all.</summary>
    public static void NoFee(this Utf8JsonWriter json, ReadOnlySpan<byte> name, bool isDue = true)
    {
        if (isDue) json.WriteNumber(name, 0);
        else json.WriteNull(name);
    }

    /// <summary>A free map as it came. An empty one is <c>[]</c>, as its first server said it, and its clients expect it.</summary>
    public static void Map(this Utf8JsonWriter json, ReadOnlySpan<byte> name, JsonElement? map)
    {
        json.WritePropertyName(name);
        if (map is { } filled) filled.WriteTo(json);
        else json.None();
    }

    /// <summary>Names and values; an empty map is <c>[]</c>.</summary>
    public static void Map(this Utf8JsonWriter json, ReadOnlySpan<byte> name, IEnumerable<KeyValuePair<string, string>> map)
    {
        json.WritePropertyName(name);
        var isOpen = false;
        foreach (var (key, value) in map)
        {
            if (!isOpen) json.WriteStartObject();
            isOpen = true;
            json.WriteString(key, value);
        }

        if (isOpen) json.WriteEndObject();
        else json.None();
    }

    public static void None(this Utf8JsonWriter json, ReadOnlySpan<byte> name)
    {
        json.WritePropertyName(name);
        json.None();
    }

    /// <summary>A relation to another resource; without an id there is none.</summary>
    public static void Relation(this Utf8JsonWriter json, ReadOnlySpan<byte> name, ReadOnlySpan<byte> type, string? id)
    {
        json.WriteStartObject(name);
        if (id is null)
        {
            json.WriteNull("data"u8);
        }
        else
        {
            json.WriteStartObject("data"u8);
            json.WriteString("type"u8, type);
            json.WriteString("id"u8, id);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void None(this Utf8JsonWriter json)
    {
        json.WriteStartArray();
        json.WriteEndArray();
    }
}
