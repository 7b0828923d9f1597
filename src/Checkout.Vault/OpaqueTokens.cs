using System.Buffers;
using System.Buffers.Binary;
using Checkout.Core.Tokens;

namespace Checkout.Vault;

/// <summary>
/// Words of 32 hex digits: merchant (4 bytes), row number (5 bytes) and check value (7 bytes), encrypted as one AES-256 block under a
/// key per purpose. Safe for many threads; makes nothing on the heap but the word.
/// </summary>
/// <remarks>
/// A single block is a permutation: two targets never share a word, and without the key a word is as good as random. The usual
/// objection to ECB, equal blocks showing through, needs a second block. What proves a word is the 56-bit check value in the row.
/// </remarks>
public sealed class OpaqueTokens : IOpaqueTokens
{
    private const int NumberBits = 40;
    private const int CheckBits = 56;

    private readonly BlockKey _savedCard;
    private readonly BlockKey _pageLink;
    private readonly BlockKey _bankReturn;

    internal OpaqueTokens(byte[] savedCard, byte[] pageLink, byte[] bankReturn)
    {
        _savedCard = new BlockKey(savedCard);
        _pageLink = new BlockKey(pageLink);
        _bankReturn = new BlockKey(bankReturn);
    }

    /// <exception cref="ArgumentOutOfRangeException">The number is not below 2⁴⁰, the check value not below 2⁵⁶, or one is negative.</exception>
    public string Seal(TokenPurpose purpose, TokenTarget target)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(target.Merchant);
        if (target.Number >> NumberBits != 0 || target.Check >> CheckBits != 0)
            throw new ArgumentOutOfRangeException(nameof(target), "A row number has 40 bits and a check value 56.");

        // The check value's eighth byte is zero; the number's last byte is put in its place.
        Span<byte> block = stackalloc byte[BlockKey.BlockBytes];
        BinaryPrimitives.WriteInt32BigEndian(block, target.Merchant);
        BinaryPrimitives.WriteInt64BigEndian(block[8..], target.Check);
        BinaryPrimitives.WriteUInt32BigEndian(block[4..], (uint)(target.Number >> 8));
        block[8] = (byte)target.Number;
        KeyOf(purpose).Encrypt(block);
        return Convert.ToHexString(block);
    }

    public bool TryOpen(TokenPurpose purpose, string? word, out TokenTarget target)
    {
        target = default;
        Span<byte> block = stackalloc byte[BlockKey.BlockBytes];
        if (word is not { Length: 2 * BlockKey.BlockBytes }) return false;
        if (Convert.FromHexString(word, block, out _, out _) != OperationStatus.Done) return false;

        KeyOf(purpose).Decrypt(block);
        target = new TokenTarget(
            BinaryPrimitives.ReadInt32BigEndian(block),
            ((long)BinaryPrimitives.ReadUInt32BigEndian(block[4..]) << 8) | block[8],
            BinaryPrimitives.ReadInt64BigEndian(block[8..]) & ((1L << CheckBits) - 1));
        return true;
    }

    private BlockKey KeyOf(TokenPurpose purpose) => purpose switch
    {
        TokenPurpose.SavedCard => _savedCard,
        TokenPurpose.PageLink => _pageLink,
        TokenPurpose.BankReturn => _bankReturn,
    };
}
