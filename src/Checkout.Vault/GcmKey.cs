using System.Security.Cryptography;

namespace Checkout.Vault;

/// <summary>
/// AES-256-GCM under one key. What it seals is nonce (12 bytes) | ciphertext | tag (16 bytes). Nonces are random, which is safe far
/// beyond the number of cards an epoch will see (2³² seals).
/// </summary>
/// <remarks>An <see cref="AesGcm"/> holds one native context and gives wrong answers when threads share it, so each thread keeps its own.</remarks>
internal sealed class GcmKey(byte[] key)
{
    public const int NonceBytes = 12;
    public const int TagBytes = 16;
    public const int Overhead = NonceBytes + TagBytes;

    private readonly PerThread<AesGcm> _cipher = new(() => new AesGcm(key, TagBytes));

    public byte[] Seal(ReadOnlySpan<byte> clear, ReadOnlySpan<byte> boundTo)
    {
        Span<byte> nonce = stackalloc byte[NonceBytes];
        RandomNumberGenerator.Fill(nonce);
        return Seal(clear, boundTo, nonce);
    }

    /// <summary>Seals with a nonce that the caller made by chance.</summary>
    public byte[] Seal(ReadOnlySpan<byte> clear, ReadOnlySpan<byte> boundTo, ReadOnlySpan<byte> nonce) =>
        Seal(_cipher.Value, clear, boundTo, nonce);

    /// <summary>False when the blob was changed, has another length than <paramref name="clear"/> asks for, or belongs elsewhere.</summary>
    public bool TryOpen(ReadOnlySpan<byte> blob, ReadOnlySpan<byte> boundTo, Span<byte> clear) =>
        TryOpen(_cipher.Value, blob, boundTo, clear);

    public static byte[] Seal(AesGcm cipher, ReadOnlySpan<byte> clear, ReadOnlySpan<byte> boundTo, ReadOnlySpan<byte> nonce)
    {
        var blob = new byte[Overhead + clear.Length];
        nonce.CopyTo(blob);
        cipher.Encrypt(nonce, clear, blob.AsSpan(NonceBytes, clear.Length), blob.AsSpan(NonceBytes + clear.Length), boundTo);
        return blob;
    }

    public static bool TryOpen(AesGcm cipher, ReadOnlySpan<byte> blob, ReadOnlySpan<byte> boundTo, Span<byte> clear)
    {
        if (blob.Length != Overhead + clear.Length) return false;
        try
        {
            cipher.Decrypt(blob[..NonceBytes], blob.Slice(NonceBytes, clear.Length), blob[^TagBytes..], clear, boundTo);
            return true;
        }
        catch (AuthenticationTagMismatchException)
        {
            return false;
        }
    }
}
