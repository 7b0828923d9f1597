using System.Globalization;
using System.Text.Json;

namespace Checkout.Web.Dialects.Smart2Pay.Import;

/// <summary>The fields of one object of a line, each against its rule. A fault names the field and the rule, and never says what stood there.</summary>
internal sealed class LineFields(JsonElement json, string path, List<string> faults)
{
    private const string Moment = "yyyyMMddHHmmss";

    public static bool IsTime(string? text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time);

    /// <summary>As the dialect takes it.</summary>
    public const int LongestDescription = 500;

    public void Fail(string field, string rule) => faults.Add($"{path}.{field} {rule}");

    /// <summary>Null when it is absent, null or empty.</summary>
    public string? Text(string field, int longest = 255)
    {
        if (Value(field) is not { } value) return null;
        var text = value.ValueKind is JsonValueKind.String ? value.GetString()! : value.ValueKind is JsonValueKind.Number ? value.GetRawText() : null;
        if (text is { Length: 0 }) return null;
        if (text is not null && Patterns.IsText(text, longest)) return text;
        Fail(field, $"must be a text of at most {longest} characters");
        return null;
    }

    public string? Needed(string field, Func<string, bool> rule, string says)
    {
        if (Text(field) is { } text && rule(text)) return text;
        Fail(field, says);
        return null;
    }

    /// <summary>A whole number, also written as a text; 0 after a fault.</summary>
    public long Number(string field, long least, long most)
    {
        if (Value(field) is { } value && long.TryParse(value.ValueKind == JsonValueKind.String ? value.GetString() : value.GetRawText(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most) return number;
        Fail(field, string.Create(CultureInfo.InvariantCulture, $"must be a whole number from {least} to {most}"));
        return 0;
    }

    /// <summary>UTC, as the dialect writes it: <c>20270115093000</c>.</summary>
    public DateTimeOffset Time(string field)
    {
        if (IsTime(Text(field), out var time)) return time;
        Fail(field, $"must be a time in UTC written as {Moment}");
        return default;
    }

    public long? NumberIfAny(string field, long least, long most) => IsAbsent(field) ? null : Number(field, least, most);

    public DateTimeOffset? TimeIfAny(string field) => IsAbsent(field) ? null : Time(field);

    /// <summary>Also written as a text or as 0 and 1.</summary>
    public bool? FlagIfAny(string field)
    {
        if (IsAbsent(field)) return null;
        switch (Value(field)!.Value.ToString())
        {
            case "true" or "True" or "1": return true;
            case "false" or "False" or "0": return false;
            default:
                Fail(field, "must be true or false");
                return null;
        }
    }

    /// <summary>Null when there is none.</summary>
    public LineFields? Part(string field)
    {
        if (Value(field) is not { } value) return null;
        if (value.ValueKind == JsonValueKind.Object) return new LineFields(value, $"{path}.{field}", faults);
        Fail(field, "must be an object");
        return null;
    }

    /// <summary>The code of the first reason; null when there is none.</summary>
    public int? Reason() =>
        Value("Reasons") is { ValueKind: JsonValueKind.Array } reasons && reasons.GetArrayLength() > 0 && reasons[0].ValueKind == JsonValueKind.Object
        && reasons[0].TryGetProperty("Code", out var code) && int.TryParse(code.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private bool IsAbsent(string field) => Value(field) is not { } value || (value.ValueKind == JsonValueKind.String && value.ValueEquals(""));

    private JsonElement? Value(string field) => json.TryGetProperty(field, out var value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined) ? value : null;
}
