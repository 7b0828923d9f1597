using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Checkout.Core.Cards;

/// <summary>
/// The three or four digits that are printed on the card and never stored. It lives in one buffer, has no way to print itself and is
/// wiped by <see cref="Dispose"/> as soon as the upstream has answered.
/// </summary>
public sealed class SecurityCode : IDisposable
{
    private readonly char[] _digits;

    private SecurityCode(ReadOnlySpan<char> digits) => _digits = digits.ToArray();

    /// <summary>Reads three or four digits of any script; surrounding spaces and direction marks are dropped.</summary>
    public static bool TryRead(ReadOnlySpan<char> typed, [NotNullWhen(true)] out SecurityCode? code)
    {
        Span<char> digits = stackalloc char[4];
        var count = 0;
        code = null;
        foreach (var c in typed)
        {
            if (char.IsWhiteSpace(c) || CharUnicodeInfo.GetUnicodeCategory(c) == UnicodeCategory.Format) continue;
            var value = CharUnicodeInfo.GetDecimalDigitValue(c);
            if (value < 0 || count == 4) return false;
            digits[count++] = (char)('0' + value);
        }

        if (count >= 3) code = new SecurityCode(digits[..count]);
        digits.Clear();
        return code is not null;
    }

    /// <summary>Whether the code has the length its brand prints: four digits on American Express, three elsewhere.</summary>
    public bool Fits(Brand brand) => brand == Brand.Unknown || _digits.Length == BrandRules.Of(brand).CodeLength;

    /// <summary>The digits in clear, for an upstream call only.</summary>
    public ReadOnlySpan<char> Reveal() => _digits;

    public void Dispose() => Array.Clear(_digits);

    public override string ToString() => "***";
}
