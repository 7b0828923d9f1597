namespace Checkout.Core.Merchants;

/// <summary>What a secret of a merchant is for. The numbers are stored: new kinds go to the end.</summary>
public enum MerchantKeyKind
{
    /// <summary>Proves the merchant's server to the Smart2Pay dialect, and goes with its notices.</summary>
    Api,

    /// <summary>Signs links.</summary>
    Link,

    /// <summary>Proves the merchant's server to the Cardgate dialect.</summary>
    CardgateApi,

    /// <summary>Signs callbacks about test payments, <c>sk_test_…</c>.</summary>
    CallbackTest,

    /// <summary>Signs callbacks about live payments, <c>sk_live_…</c>.</summary>
    CallbackLive,

    /// <summary>Names the merchant on pages of its own, for test payments, <c>pk_test_…</c>.</summary>
    PublicTest,

    /// <summary>Names the merchant on pages of its own, for live payments, <c>pk_live_…</c>.</summary>
    PublicLive,

    /// <summary>Turns cards into tokens in the Smart2Pay dialect and opens nothing else, <c>tk_…</c>: browsers may hold it (API-1).</summary>
    Tokenise,
}

/// <summary>
/// A secret of a merchant: <paramref name="Hash"/> (SHA-256) to compare what others send, <paramref name="Sealed"/> where we must send or
/// compute with it ourselves. Several may live at once while a merchant rotates.
/// </summary>
public sealed record MerchantKey(int Merchant, MerchantKeyKind Kind, byte[] Hash, byte[] Sealed, DateTimeOffset Created);

/// <summary>A merchant with all its live keys, as the server keeps it in memory.</summary>
public sealed record MerchantEntry(Merchant Merchant, IReadOnlyList<MerchantKey> Keys);
