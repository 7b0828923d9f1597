using System.Security.Cryptography;
using Checkout.Core.Merchants;

namespace Checkout.Web.Hosting.Merchants;

/// <summary>Lets a merchant in by its API key: SHA-256 of what was sent against the stored hashes, in constant time (API-1).</summary>
public sealed class MerchantDoor(MerchantRegister register)
{
    private static readonly byte[] NoKey = new byte[SHA256.HashSizeInBytes];

    /// <summary>The merchant, or null when the credentials are missing, unreadable or wrong.</summary>
    public Merchant? Enter(HttpRequest request)
    {
        if (!BasicCredentials.TryRead(request.Headers.Authorization, out var credentials)) return null;
        var (site, hash) = credentials.Value;

        // A site that does not exist costs the same comparison as one that does.
        if (register.Entry(site) is not { } entry)
        {
            CryptographicOperations.FixedTimeEquals(hash, NoKey);
            return null;
        }

        var fits = false;
        foreach (var key in entry.Keys)
        {
            if (key.Kind == MerchantKeyKind.Api) fits |= CryptographicOperations.FixedTimeEquals(hash, key.Hash);
        }

        return fits ? entry.Merchant : null;
    }
}
