using System.Globalization;

namespace Checkout.Core.Cards;

/// <summary>
/// Looks for a card number in a text that must not hold one: 15–19 digits that pass the Luhn check, together or in groups. Shorter ones
/// are left alone, because tax numbers have up to 14 digits and pass the check by chance.
/// </summary>
public static class CardNumberSearch
{
    private const int Shortest = 15;

    public static bool IsIn(ReadOnlySpan<char> text) => IsIn(text, inGroups: false) || IsIn(text, inGroups: true);

    private static bool IsIn(ReadOnlySpan<char> text, bool inGroups)
    {
        Span<char> digits = stackalloc char[CardNumber.Longest];
        var count = 0;
        var found = false;
        foreach (var c in text)
        {
            var value = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (value >= 0)
            {
                if (count < digits.Length) digits[count] = (char)('0' + value);
                count++;
            }
            else if (!inGroups || !CardNumber.IsSeparator(c))
            {
                found |= IsNumber(digits, count);
                count = 0;
            }
        }

        found |= IsNumber(digits, count);
        digits.Clear();
        return found;
    }

    private static bool IsNumber(ReadOnlySpan<char> digits, int count) => count is >= Shortest and <= CardNumber.Longest && CardNumber.PassesLuhn(digits[..count]);
}
