using System.Security.Cryptography;
using Checkout.Core.SavedCards;
using Checkout.Vault;

namespace Checkout.Tests.Vault;

public sealed class SecretSealTests
{
    private readonly SecretSeal _secrets = new(RandomNumberGenerator.GetBytes(32));

    [Theory]
    [InlineData("")]
    [InlineData("gabi")]
    [InlineData("a very long key, as some providers give them: 0123456789012345678901234567890123456789")]
    public void A_secret_opens_for_its_merchant_and_kind(string secret) =>
        Assert.Equal(secret, Open(1010, SecretKind.ProviderKey, Seal(1010, SecretKind.ProviderKey, secret)));

    [Fact]
    public void A_secret_that_was_moved_or_changed_does_not_open()
    {
        var secret = Seal(1010, SecretKind.MerchantApi, "gabi");
        Assert.Throws<VaultRefusedException>(() => Open(1011, SecretKind.MerchantApi, secret));
        Assert.Throws<VaultRefusedException>(() => Open(1010, SecretKind.MerchantLink, secret));
        Assert.Throws<VaultRefusedException>(() => Open(1010, SecretKind.MerchantApi, []));
        Assert.Throws<VaultRefusedException>(() => Open(1010, SecretKind.MerchantApi, secret[1..]));
        for (var i = 0; i < secret.Length; i++)
        {
            var changed = secret.ToArray();
            changed[i] ^= 1;
            Assert.Throws<VaultRefusedException>(() => Open(1010, SecretKind.MerchantApi, changed));
        }
    }

    [Fact]
    public void A_mac_fits_its_own_words_and_key_only()
    {
        var macs = new Macs(PlainVault.CountingKey);
        var mac = macs.Of("step 2"u8);
        Assert.Equal(32, mac.Length);
        Assert.Equal(HMACSHA256.HashData(PlainVault.CountingKey, "step 2"u8), mac);
        Assert.True(macs.Fits("step 2"u8, mac));
        Assert.False(macs.Fits("step 3"u8, mac));
        Assert.False(macs.Fits("step 2"u8, mac.AsSpan(0, 31)));
        Assert.False(macs.Fits("step 2"u8, []));
        Assert.False(new Macs(RandomNumberGenerator.GetBytes(32)).Fits("step 2"u8, mac));
    }

    private byte[] Seal(int merchant, SecretKind kind, string secret) => _secrets.Seal(merchant, kind, System.Text.Encoding.UTF8.GetBytes(secret));

    private string Open(int merchant, SecretKind kind, byte[] secret) => System.Text.Encoding.UTF8.GetString(_secrets.Open(merchant, kind, secret));
}
