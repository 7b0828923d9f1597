using System.Globalization;

namespace Checkout.Core.Money;

/// <summary>An amount of money in minor units (cents for EUR, yen for JPY). Arithmetic is checked: it throws rather than wraps.</summary>
public readonly record struct Amount(long Minor, Currency Currency)
{
    /// <summary>The largest amount a dialect can carry: twelve digits of minor units.</summary>
    public const long LargestMinor = 999_999_999_999;

    /// <summary>The amount as a plain decimal with the currency's own number of decimals, for example <c>25.99</c>.</summary>
    public string DecimalText => ((decimal)Minor / PowerOfTen(Currency.Exponent)).ToString("F" + Currency.Exponent, CultureInfo.InvariantCulture);

    public Amount With(long minor) => new(minor, Currency);

    public override string ToString() => $"{DecimalText} {Currency.Code}";

    private static long PowerOfTen(int exponent) => exponent switch { 0 => 1, 2 => 100, 3 => 1000, _ => throw new InvalidOperationException("Unknown currency exponent.") };
}
