using System.Security.Cryptography;

namespace Checkout.Vault;

/// <summary>HMAC-SHA-256 under one of the vault's keys: proves that we wrote something, or names a secret without telling it.</summary>
public sealed class Macs
{
    private readonly byte[] _key;

    internal Macs(byte[] key) => _key = key;

    /// <summary>32 bytes.</summary>
    public byte[] Of(ReadOnlySpan<byte> data) => HMACSHA256.HashData(_key, data);

    /// <summary>Whether <paramref name="mac"/> is the whole MAC of <paramref name="data"/>; takes the same time whatever the bytes are.</summary>
    public bool Fits(ReadOnlySpan<byte> data, ReadOnlySpan<byte> mac)
    {
        Span<byte> ours = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(_key, data, ours);
        return CryptographicOperations.FixedTimeEquals(ours, mac);
    }
}
