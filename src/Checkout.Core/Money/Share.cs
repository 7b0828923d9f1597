namespace Checkout.Core.Money;

/// <summary>
/// Shares in whole minor units. A half goes to the even neighbour: over many payments as many go up as down, so that neither the merchant
/// nor who charges it gains by rounding.
/// </summary>
public static class Share
{
    /// <summary>As large a share of <paramref name="minor"/> as <paramref name="part"/> is of <paramref name="whole"/>, exact until it is rounded once.</summary>
    /// <param name="part">0 to <paramref name="whole"/>.</param>
    /// <param name="whole">Greater than 0.</param>
    public static long Of(long minor, long part, long whole)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minor);
        ArgumentOutOfRangeException.ThrowIfNegative(part);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(part, whole);
        var (share, rest) = Int128.DivRem((Int128)minor * part, whole);
        var isUp = rest * 2 > whole || (rest * 2 == whole && Int128.IsOddInteger(share));
        return (long)share + (isUp ? 1 : 0);
    }
}
