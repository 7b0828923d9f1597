using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Checkout.Core.Cards;

/// <summary>
/// The month a card is good through, up to and including its last day. It remembers how it was written, because dialects give it back as sent.
/// </summary>
public sealed record Expiry
{
    private Expiry(int month, int year, string monthText, string yearText) =>
        (Month, Year, MonthText, YearText) = (month, year, monthText, yearText);

    public int Month { get; }

    /// <summary>Four digits, for example 2031.</summary>
    public int Year { get; }

    /// <summary>The month as it was sent: <c>5</c> or <c>05</c>.</summary>
    public string MonthText { get; }

    /// <summary>The year as it was sent: <c>31</c> or <c>2031</c>.</summary>
    public string YearText { get; }

    /// <summary><c>05/31</c>, as printed on the card.</summary>
    public string Printed => $"{Month:00}/{Year % 100:00}";

    /// <summary>Reads the month (1–12, one or two digits) and the year (two digits, or four that begin with 20).</summary>
    public static bool TryRead(string? month, string? year, [NotNullWhen(true)] out Expiry? expiry)
    {
        expiry = null;
        if (!IsMonth(month, out var m) || !IsYear(year, out var y)) return false;
        expiry = new Expiry(m, y, month!, year!);
        return true;
    }

    public static bool IsMonth([NotNullWhen(true)] string? text, out int month)
    {
        month = 0;
        return text is { Length: 1 or 2 } && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out month) && month is >= 1 and <= 12;
    }

    public static bool IsYear([NotNullWhen(true)] string? text, out int year)
    {
        year = 0;
        if (text is not { Length: 2 or 4 } || !int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out year)) return false;
        if (text.Length == 2) year += 2000;
        return year is >= 2000 and <= 2099;
    }

    /// <summary>
    /// Reads what people type into one field: <c>MM/YY</c>, <c>M/YY</c>, <c>MM/YYYY</c>, <c>MMYY</c>, <c>YYYY-MM</c>; a pair whose first half
    /// cannot be a month is read year first.
    /// </summary>
    public static bool TryReadTyped(string? typed, [NotNullWhen(true)] out Expiry? expiry)
    {
        expiry = null;
        var (first, second) = Split(Plain(typed ?? ""));
        if (first.Length == 0 || second.Length == 0) return false;
        if (first.Length == 4 || (int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var lead) && lead > 12)) (first, second) = (second, first);
        if (!IsMonth(first, out var month) || !IsYear(second, out var year)) return false;
        expiry = new Expiry(month, year, month.ToString("00", CultureInfo.InvariantCulture), year.ToString(CultureInfo.InvariantCulture));
        return true;
    }

    /// <summary>Whether the card's last good day lies before <paramref name="today"/>.</summary>
    public bool IsPastOn(DateOnly today) => Year < today.Year || (Year == today.Year && Month < today.Month);

    public bool Equals(Expiry? other) => other is not null && other.Month == Month && other.Year == Year;

    public override int GetHashCode() => HashCode.Combine(Month, Year);

    public override string ToString() => Printed;

    private static string Plain(string typed) => string.Concat(typed.Select(Plain));

    private static string Plain(char c)
    {
        if (char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format) return "";
        var value = CharUnicodeInfo.GetDecimalDigitValue(c);
        return value >= 0 ? value.ToString(CultureInfo.InvariantCulture) : "/";
    }

    private static (string First, string Second) Split(string text)
    {
        var parts = text.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 2) return (parts[0], parts[1]);
        if (parts.Length != 1) return ("", "");
        return text.Length switch
        {
            3 => (text[..1], text[1..]),
            4 or 6 => (text[..2], text[2..]),
            _ => ("", ""),
        };
    }
}
