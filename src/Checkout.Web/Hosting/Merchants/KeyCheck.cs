using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Checkout.Core.Merchants;

namespace Checkout.Web.Hosting.Merchants;

/// <summary>Whether a key that was sent is one of a merchant's live keys of a kind: hashes, in constant time (API-1).</summary>
public static class KeyCheck
{
    private static readonly byte[] NoKey = new byte[SHA256.HashSizeInBytes];

    /// <param name="entry">The merchant that was named; null when there is none by that name, which costs the same comparison.</param>
    /// <param name="kind">What the key is for.</param>
    /// <param name="hash">SHA-256 of what was sent.</param>
    public static bool Fits([NotNullWhen(true)] MerchantEntry? entry, MerchantKeyKind kind, byte[] hash)
    {
        if (entry is null)
        {
            CryptographicOperations.FixedTimeEquals(hash, NoKey);
            return false;
        }

        var fits = false;
        foreach (var key in entry.Keys)
        {
            if (key.Kind == kind) fits |= CryptographicOperations.FixedTimeEquals(hash, key.Hash);
        }

        return fits;
    }
}
