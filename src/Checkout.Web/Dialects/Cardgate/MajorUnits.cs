using System.Globalization;
using Checkout.Core.Money;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Amounts as the dialect says them, <c>10.5</c> for ten dollars and a half. Decimals all the way, never a binary fraction (PAY-17).</summary>
public static class MajorUnits
{
    private const int MostDigits = 12;

    /// <summary>The finest currency there is, for when it is not known which one was meant.</summary>
    private const int MostDecimals = 3;

    /// <summary>Without zeros at the end.</summary>
    public static decimal Of(Amount amount) => amount.Minor / PowerOfTen(amount.Currency.Exponent);

    public static string Text(Amount amount) => Of(amount).ToString(CultureInfo.InvariantCulture);

    /// <summary>
    /// Digits, and after one point no more of them than the currency has: no sign, no exponent, no space. Zeros at the end do not count, since
    /// programs that know no currency write yen as <c>100.0</c>. At least the least, which is one minor unit where nothing else is said, and
    /// within what an amount can be.
    /// </summary>
    public static bool TryRead(string text, Currency? currency, out long minor, long least = 1)
    {
        minor = 0;
        var exponent = currency?.Exponent ?? MostDecimals;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : text.AsSpan(point + 1).TrimEnd('0').Length;
        if (!IsDigits(point < 0 ? text : text.AsSpan(0, point)) || (point >= 0 && !IsDigits(text.AsSpan(point + 1))) || decimals > exponent) return false;

        var value = decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) * PowerOfTen(exponent);
        if (value < least || value > Amount.LargestMinor) return false;
        minor = (long)value;
        return true;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => text.Length is >= 1 and <= MostDigits && !text.ContainsAnyExceptInRange('0', '9');

    private static decimal PowerOfTen(int exponent) => exponent switch { 0 => 1, 2 => 100, 3 => 1000, _ => throw new InvalidOperationException("Unknown currency exponent.") };
}
