using System.Buffers.Binary;
using Checkout.Core.SavedCards;

namespace Checkout.Vault;

/// <summary>What a sealed secret is. The numbers are sealed in and never change.</summary>
public enum SecretKind : byte
{
    MerchantApi = 1,
    MerchantLink = 2,
    ProviderKey = 3,
    ProviderSecret = 4,
    MerchantCardgateApi = 5,
    MerchantCallbackTest = 6,
    MerchantCallbackLive = 7,
    MerchantPublicTest = 8,
    MerchantPublicLive = 9,
    MerchantTokenise = 10,
}

/// <summary>Seals secrets that we must send or compute with ourselves, bound to their merchant and kind. Safe for many threads.</summary>
public sealed class SecretSeal
{
    private const byte SchemaVersion = 1;
    private const int BindingBytes = 6;

    private readonly GcmKey _key;

    internal SecretSeal(byte[] key) => _key = new GcmKey(key);

    public byte[] Seal(int merchant, SecretKind kind, ReadOnlySpan<byte> secret) =>
        _key.Seal(secret, Binding(merchant, kind, stackalloc byte[BindingBytes]));

    /// <exception cref="VaultRefusedException">The secret was changed, or belongs to another merchant or kind.</exception>
    public byte[] Open(int merchant, SecretKind kind, ReadOnlySpan<byte> secret)
    {
        var clear = new byte[Math.Max(0, secret.Length - GcmKey.Overhead)];
        return _key.TryOpen(secret, Binding(merchant, kind, stackalloc byte[BindingBytes]), clear)
            ? clear
            : throw new VaultRefusedException("A sealed secret does not open: it was changed or moved.");
    }

    private static Span<byte> Binding(int merchant, SecretKind kind, Span<byte> room)
    {
        room[0] = SchemaVersion;
        room[1] = (byte)kind;
        BinaryPrimitives.WriteInt32BigEndian(room[2..], merchant);
        return room;
    }
}
