using System.Text;
using Checkout.Core.Merchants;
using Checkout.Vault;

namespace Checkout.Web.Hosting.Merchants;

/// <summary>Makes a merchant's keys for the store, and opens those we have to send or sign with ourselves.</summary>
public sealed class MerchantSecrets(SecretSeal seal, TimeProvider clock)
{
    public MerchantKey Make(int merchant, MerchantKeyKind kind, string secret) =>
        new(merchant, kind, BasicCredentials.HashOf(secret), seal.Seal(merchant, KindOf(kind), Encoding.UTF8.GetBytes(secret)), clock.GetUtcNow());

    /// <summary>The newest secret of a kind in clear; null when the merchant has none. The caller does not keep it.</summary>
    public byte[]? Newest(MerchantEntry entry, MerchantKeyKind kind) =>
        entry.Keys.Where(k => k.Kind == kind).MaxBy(k => k.Created) is { } key ? Open(key) : null;

    /// <summary>Every live secret of a kind in clear, while a merchant rotates.</summary>
    public IEnumerable<byte[]> All(MerchantEntry entry, MerchantKeyKind kind) => entry.Keys.Where(k => k.Kind == kind).Select(Open);

    private byte[] Open(MerchantKey key) => seal.Open(key.Merchant, KindOf(key.Kind), key.Sealed);

    private static SecretKind KindOf(MerchantKeyKind kind) => kind switch
    {
        MerchantKeyKind.Api => SecretKind.MerchantApi,
        MerchantKeyKind.Link => SecretKind.MerchantLink,
        MerchantKeyKind.CardgateApi => SecretKind.MerchantCardgateApi,
        MerchantKeyKind.CallbackTest => SecretKind.MerchantCallbackTest,
        MerchantKeyKind.CallbackLive => SecretKind.MerchantCallbackLive,
        MerchantKeyKind.PublicTest => SecretKind.MerchantPublicTest,
        MerchantKeyKind.PublicLive => SecretKind.MerchantPublicLive,
        MerchantKeyKind.Tokenise => SecretKind.MerchantTokenise,
    };
}
