using System.Text.Json;
using System.Text.RegularExpressions;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>What optional fields may hold by the published patterns. Null for what does not fit: sent, it would have the whole payment refused.</summary>
internal static partial class Fields
{
    public static string? Reference(string? text) => Fitting(text, ReferencePattern());

    public static string? Email(string? text) => Fitting(text, EmailPattern());

    public static string? Language(string? text) => Fitting(text, LanguagePattern());

    public static string? Address(string? text) => Fitting(text, AddressPattern());

    public static string? Country(string? text) => Fitting(text, CountryPattern());

    /// <summary>A text on one line, cut where it is too long.</summary>
    public static string? Line(string? text, int longest)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        var line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c)).Trim();
        if (line.Length <= longest) return line;
        // Half of a surrogate pair is no text.
        return line[..(char.IsHighSurrogate(line[longest - 1]) ? longest - 1 : longest)];
    }

    /// <summary>A cardholder's name has no digits there.</summary>
    public static string Holder(string name) => Line(string.Concat(name.Where(c => !char.IsDigit(c))), 255) ?? "";

    public static void Optional(this Utf8JsonWriter json, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null) json.WriteString(name, value);
    }

    private static string? Fitting(string? text, Regex pattern) => text is not null && pattern.IsMatch(text) ? text : null;

    [GeneratedRegex(@"^[0-9a-zA-Z_-]{1,50}\z")]
    private static partial Regex ReferencePattern();

    [GeneratedRegex(@"^[a-zA-Z0-9._%+-]{1,100}@[a-zA-Z0-9.-]{1,40}\.[a-zA-Z]{1,8}\z")]
    private static partial Regex EmailPattern();

    [GeneratedRegex(@"^[a-zA-Z]{2,3}-[a-zA-Z]{2,4}(-[a-zA-Z]{2,4}){0,4}\z")]
    private static partial Regex LanguagePattern();

    [GeneratedRegex(@"^[0-9]{1,3}(\.[0-9]{1,3}){3}\z")]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"^[A-Za-z]{2}\z")]
    private static partial Regex CountryPattern();
}
