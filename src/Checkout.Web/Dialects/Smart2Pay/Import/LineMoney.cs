using Checkout.Core.Money;

namespace Checkout.Web.Dialects.Smart2Pay.Import;

/// <summary>Money of a line.</summary>
internal static class LineMoney
{
    /// <summary>Zero after a fault.</summary>
    public static Amount Amount(LineFields line)
    {
        var minor = line.Number("Amount", 1, Core.Money.Amount.LargestMinor);
        if (line.Text("Currency") is { } code && Currency.TryFind(code.ToUpperInvariant(), out var currency)) return new Amount(minor, currency);
        line.Fail("Currency", "must be a currency of three letters");
        return default;
    }
}
