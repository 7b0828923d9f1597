namespace Checkout.Core.Merchants;

/// <summary>What one payment in a currency may come to, both ends included. A card check takes nothing and knows no limit; nor do payouts, which have a daily one.</summary>
/// <param name="Currency">ISO 4217, upper case.</param>
/// <param name="LeastMinor">Minor units; null: as little as there is.</param>
/// <param name="MostMinor">Minor units; null: as much as a dialect can say.</param>
public sealed record AmountLimit(string Currency, long? LeastMinor, long? MostMinor)
{
    public bool Allows(long minor) => !(minor < LeastMinor) && !(minor > MostMinor);
}
