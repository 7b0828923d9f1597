using System.Globalization;
using System.Text;

namespace Checkout.Core.Cards;

/// <summary>
/// Looks harder for a card number than <see cref="CardNumberSearch"/>: digits that pass the Luhn check, in any groups that stand in a row, since
/// something else may stand before and behind. One number in ten passes by chance, so the caller says where that may be.
/// </summary>
public static class LongNumberSearch
{
    /// <summary>The fewest digits of any card.</summary>
    public const int Shortest = 12;

    public static bool IsIn(string text, int shortest = Shortest)
    {
        List<string> groups = [];
        var group = new StringBuilder();
        foreach (var c in text)
        {
            var value = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (value >= 0)
            {
                group.Append((char)('0' + value));
                continue;
            }

            EndGroup(groups, group);
            if (CardNumber.IsSeparator(c)) continue;
            if (IsInRow(groups, shortest)) return true;
            groups.Clear();
        }

        EndGroup(groups, group);
        return IsInRow(groups, shortest);
    }

    /// <summary>Whether the text is a card number and nothing else.</summary>
    public static bool IsWhole(string text) => text.All(c => CharUnicodeInfo.GetDecimalDigitValue(c) >= 0 || CardNumber.IsSeparator(c)) && IsIn(text);

    private static void EndGroup(List<string> groups, StringBuilder group)
    {
        if (group.Length > 0) groups.Add(group.ToString());
        group.Clear();
    }

    private static bool IsInRow(List<string> groups, int shortest)
    {
        for (var first = 0; first < groups.Count; first++)
        {
            var digits = "";
            for (var next = first; next < groups.Count && digits.Length + groups[next].Length <= CardNumber.Longest; next++)
            {
                digits += groups[next];
                if (digits.Length >= shortest && CardNumber.PassesLuhn(digits)) return true;
            }
        }

        return false;
    }
}
