using System.Text;
using Checkout.Vault;

namespace Checkout.Web.Hosting.Providers;

/// <summary>Seals what proves us to a provider and a provider to us, and opens it for a connector.</summary>
public sealed class ProviderSecrets(SecretSeal seal)
{
    public byte[] SealKey(int merchant, string key) => seal.Seal(merchant, SecretKind.ProviderKey, Encoding.UTF8.GetBytes(key));

    public byte[] SealSecret(int merchant, string secret) => seal.Seal(merchant, SecretKind.ProviderSecret, Encoding.UTF8.GetBytes(secret));

    public string Key(int merchant, byte[] key) => Encoding.UTF8.GetString(seal.Open(merchant, SecretKind.ProviderKey, key));

    public string Secret(int merchant, byte[] secret) => Encoding.UTF8.GetString(seal.Open(merchant, SecretKind.ProviderSecret, secret));
}
