using System.Buffers.Text;
using System.Globalization;
using System.Text.Json;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>How the dialect writes dates, amounts as text, and what may be missing.</summary>
public static class JsonWords
{
    public static void NumberOrNull(this Utf8JsonWriter json, ReadOnlySpan<byte> name, long? number)
    {
        if (number is { } value) json.WriteNumber(name, value);
        else json.WriteNull(name);
    }

    public static void FlagOrNull(this Utf8JsonWriter json, ReadOnlySpan<byte> name, bool? flag)
    {
        if (flag is { } value) json.WriteBoolean(name, value);
        else json.WriteNull(name);
    }

    /// <summary>A number in quotes.</summary>
    public static void NumberText(this Utf8JsonWriter json, ReadOnlySpan<byte> name, long number)
    {
        Span<byte> text = stackalloc byte[20];
        Utf8Formatter.TryFormat(number, text, out var length);
        json.WriteString(name, text[..length]);
    }

    /// <summary><c>yyyyMMddHHmmss</c> in UTC.</summary>
    public static void TimeOrNull(this Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTimeOffset? time)
    {
        if (time is not { } at)
        {
            json.WriteNull(name);
            return;
        }

        Span<byte> text = stackalloc byte[14];
        at.UtcDateTime.TryFormat(text, out var length, "yyyyMMddHHmmss", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    public static void Status(this Utf8JsonWriter json, ShownStatus status, ReturnCode? reason = null) => json.Status(status, reason, "Status"u8);

    public static void Status(this Utf8JsonWriter json, ShownStatus status, ReturnCode? reason, ReadOnlySpan<byte> name)
    {
        json.WriteStartObject(name);
        json.WriteNumber("ID"u8, status.Id);
        json.WriteString("Info"u8, status.Info);
        json.WriteStartArray("Reasons"u8);
        if (reason is not null) json.Reason(reason);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    /// <summary>The status of something that was never made: only the reasons.</summary>
    public static void NoStatus(this Utf8JsonWriter json, IReadOnlyList<ReturnCode> reasons)
    {
        json.WriteStartObject("Status"u8);
        json.WriteNull("ID"u8);
        json.WriteNull("Info"u8);
        json.WriteStartArray("Reasons"u8);
        foreach (var reason in reasons) json.Reason(reason);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Reason(this Utf8JsonWriter json, ReturnCode reason)
    {
        json.WriteStartObject();
        json.WriteNumber("Code"u8, reason.Code);
        json.WriteString("Info"u8, reason.Info);
        json.WriteEndObject();
    }
}
