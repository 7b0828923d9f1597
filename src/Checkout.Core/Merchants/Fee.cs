using Checkout.Core.Money;

namespace Checkout.Core.Merchants;

/// <summary>What a merchant pays for a payment in a currency: a share of the amount and something fixed. The shopper has nothing to do with it (spec/cardgate.md §5, §19).</summary>
/// <param name="Currency">ISO 4217, upper case.</param>
/// <param name="Millionths">Of the amount, 0 to 1,000,000: 2.9 % is 29,000.</param>
/// <param name="FixedMinor">Minor units, on top of that.</param>
public sealed record Fee(string Currency, int Millionths, long FixedMinor)
{
    public const int Whole = 1_000_000;

    /// <summary>The fee of an amount, both in minor units; never above the amount.</summary>
    public long On(long minor) => Math.Min(minor, checked(Share.Of(minor, Millionths, Whole) + FixedMinor));
}
