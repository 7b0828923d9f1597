using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Checkout.Core.Cards;

/// <summary>Why a typed card number is not one.</summary>
public enum CardNumberFault { None, Missing, NotDigits, WrongLength, FailsCheckDigit }

/// <summary>
/// A full card number of 12–19 digits that passes the Luhn check. Printing it shows a mask; the digits leave only through
/// <see cref="Reveal"/>, and a test lists who calls it. Dispose to wipe them.
/// </summary>
public sealed class CardNumber : IDisposable
{
    public const int Shortest = 12;
    public const int Longest = 19;

    private readonly char[] _digits;

    private CardNumber(ReadOnlySpan<char> digits)
    {
        _digits = digits.ToArray();
        Brand = BrandRules.Recognise(digits);
        First6 = new string(digits[..6]);
        Last4 = new string(digits[^4..]);
    }

    public Brand Brand { get; }

    public string First6 { get; }

    public string Last4 { get; }

    /// <summary>
    /// Reads a number as people type it: spaces, hyphens and direction marks are dropped, digits of any script are understood.
    /// </summary>
    public static bool TryRead(ReadOnlySpan<char> typed, [NotNullWhen(true)] out CardNumber? number, out CardNumberFault fault)
    {
        Span<char> digits = stackalloc char[Longest];
        fault = Normalise(typed, digits, out var count);
        if (fault == CardNumberFault.None && !PassesLuhn(digits[..count])) fault = CardNumberFault.FailsCheckDigit;
        number = fault == CardNumberFault.None ? new CardNumber(digits[..count]) : null;
        digits.Clear();
        return number is not null;
    }

    public int Length => _digits.Length;

    /// <summary>Whether the number has a length its brand issues. Providers that only know 12–19 digits do not ask this.</summary>
    public bool HasBrandLength => BrandRules.Of(Brand).Lengths.Contains(_digits.Length);

    /// <summary>The digits in clear, for sealing and for an upstream call only.</summary>
    public ReadOnlySpan<char> Reveal() => _digits;

    public void Dispose() => Array.Clear(_digits);

    public override string ToString() => $"{First6}{new string('*', _digits.Length - 10)}{Last4}";

    private static CardNumberFault Normalise(ReadOnlySpan<char> typed, Span<char> digits, out int count)
    {
        count = 0;
        foreach (var c in typed)
        {
            if (IsSeparator(c)) continue;
            var value = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (value < 0) return CardNumberFault.NotDigits;
            if (count == Longest) return CardNumberFault.WrongLength;
            digits[count++] = (char)('0' + value);
        }

        if (count == 0) return CardNumberFault.Missing;
        return count < Shortest ? CardNumberFault.WrongLength : CardNumberFault.None;
    }

    internal static bool IsSeparator(char c) =>
        c is '-' or '.' || char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.Format or UnicodeCategory.DashPunctuation;

    internal static bool PassesLuhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[^(i + 1)] - '0';
            if (i % 2 == 1) value = value > 4 ? (value * 2) - 9 : value * 2;
            sum += value;
        }

        return sum % 10 == 0;
    }
}
