namespace Checkout.Core.Merchants;

/// <summary>What a secret of a merchant is for.</summary>
public enum MerchantKeyKind { Api, Link }

/// <summary>
/// A secret of a merchant: <paramref name="Hash"/> (SHA-256) to compare what others send, <paramref name="Sealed"/> where we must send or
/// compute with it ourselves. Several may live at once while a merchant rotates.
/// </summary>
public sealed record MerchantKey(int Merchant, MerchantKeyKind Kind, byte[] Hash, byte[] Sealed, DateTimeOffset Created);

/// <summary>A merchant with all its live keys, as the server keeps it in memory.</summary>
public sealed record MerchantEntry(Merchant Merchant, IReadOnlyList<MerchantKey> Keys);
