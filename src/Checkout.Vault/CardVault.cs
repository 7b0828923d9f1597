using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Checkout.Core.Cards;
using Checkout.Core.SavedCards;
using Checkout.Core.Upstream;
using Checkout.Vault.Keys;

namespace Checkout.Vault;

/// <summary>
/// Seals each card number under a random key of its own, which is wrapped under the key of the present epoch. Both are bound to the
/// owner and the epoch, so a row that was moved or pieced together does not open (VLT-3). Safe for many threads.
/// </summary>
public sealed class CardVault : IVault
{
    private readonly Dictionary<int, GcmKey> _epochs;
    private readonly byte[] _fingerprintKey;

    internal CardVault(IReadOnlyDictionary<int, byte[]> epochs, byte[] fingerprintKey)
    {
        _epochs = epochs.ToDictionary(epoch => epoch.Key, epoch => new GcmKey(epoch.Value));
        Epoch = epochs.Keys.Max();
        _fingerprintKey = fingerprintKey;
    }

    /// <summary>The epoch under which new cards are sealed.</summary>
    public int Epoch { get; }

    public SealedNumber Seal(CardNumber number, CardOwner owner)
    {
        Span<byte> chance = stackalloc byte[VaultKeys.KeyBytes + GcmKey.NonceBytes + GcmKey.NonceBytes];
        Span<byte> room = stackalloc byte[CardNumber.Longest];
        RandomNumberGenerator.Fill(chance);
        var cardKey = chance[..VaultKeys.KeyBytes];
        var digits = Digits(number, room);
        try
        {
            var wrapped = _epochs[Epoch].Seal(cardKey, CardBinding.OfKey(owner, Epoch, stackalloc byte[CardBinding.KeyBytes]), chance[^GcmKey.NonceBytes..]);
            using var cipher = new AesGcm(cardKey, GcmKey.TagBytes);
            var boundTo = CardBinding.OfNumber(owner, Epoch, stackalloc byte[CardBinding.UsualBytes]);
            return new SealedNumber(Epoch, wrapped, GcmKey.Seal(cipher, digits, boundTo, chance.Slice(VaultKeys.KeyBytes, GcmKey.NonceBytes)));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(chance);
            CryptographicOperations.ZeroMemory(room);
        }
    }

    public CardNumber Open(SealedNumber number, CardOwner owner)
    {
        if (!_epochs.TryGetValue(number.Epoch, out var epochKey))
            throw new VaultRefusedException($"The vault has no key of epoch {number.Epoch} any more.");

        Span<byte> cardKey = stackalloc byte[VaultKeys.KeyBytes];
        Span<byte> room = stackalloc byte[CardNumber.Longest];
        try
        {
            var keyBoundTo = CardBinding.OfKey(owner, number.Epoch, stackalloc byte[CardBinding.KeyBytes]);
            if (!epochKey.TryOpen(number.WrappedKey, keyBoundTo, cardKey)) throw Refused();

            var length = number.Ciphertext.Length - GcmKey.Overhead;
            if (length is < CardNumber.Shortest or > CardNumber.Longest) throw Refused();
            using var cipher = new AesGcm(cardKey, GcmKey.TagBytes);
            var boundTo = CardBinding.OfNumber(owner, number.Epoch, stackalloc byte[CardBinding.UsualBytes]);
            if (!GcmKey.TryOpen(cipher, number.Ciphertext, boundTo, room[..length])) throw Refused();
            return Number(room[..length]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(cardKey);
            CryptographicOperations.ZeroMemory(room);
        }
    }

    public byte[] Fingerprint(int merchant, CardNumber number)
    {
        Span<byte> input = stackalloc byte[sizeof(int) + CardNumber.Longest];
        BinaryPrimitives.WriteInt32BigEndian(input, merchant);
        var digits = Digits(number, input[sizeof(int)..]);
        var print = HMACSHA256.HashData(_fingerprintKey, input[..(sizeof(int) + digits.Length)]);
        CryptographicOperations.ZeroMemory(input);
        return print;
    }

    public byte[] Seal(UpstreamToken token, CardOwner owner)
    {
        var boundTo = CardBinding.OfToken(owner, Epoch, stackalloc byte[CardBinding.UsualBytes]);
        var sealedToken = _epochs[Epoch].Seal(Encoding.UTF8.GetBytes(token.Reveal()), boundTo);
        var row = new byte[sizeof(int) + sealedToken.Length];
        BinaryPrimitives.WriteInt32BigEndian(row, Epoch);
        sealedToken.CopyTo(row, sizeof(int));
        return row;
    }

    public UpstreamToken Open(byte[] token, CardOwner owner)
    {
        if (token.Length <= sizeof(int) + GcmKey.Overhead) throw Refused();
        var epoch = BinaryPrimitives.ReadInt32BigEndian(token);
        if (!_epochs.TryGetValue(epoch, out var key)) throw new VaultRefusedException($"The vault has no key of epoch {epoch} any more.");

        var clear = new byte[token.Length - sizeof(int) - GcmKey.Overhead];
        var boundTo = CardBinding.OfToken(owner, epoch, stackalloc byte[CardBinding.UsualBytes]);
        if (!key.TryOpen(token.AsSpan(sizeof(int)), boundTo, clear)) throw Refused();
        return UpstreamToken.Of(Encoding.UTF8.GetString(clear)) ?? throw Refused();
    }

    // No card number holds a line feed, so no token has the fingerprint of a number; and no connector is without a name, so an old token has no upstream's.
    public byte[] Fingerprint(int merchant, string connector, UpstreamToken token) => OfText(merchant, $"{connector}\n{token.Reveal()}");

    public byte[] Fingerprint(int merchant, OldToken token) => OfText(merchant, $"\n{token.Reveal()}");

    private byte[] OfText(int merchant, string clear)
    {
        var text = Encoding.UTF8.GetBytes(clear);
        Span<byte> input = new byte[sizeof(int) + text.Length];
        BinaryPrimitives.WriteInt32BigEndian(input, merchant);
        text.CopyTo(input[sizeof(int)..]);
        return HMACSHA256.HashData(_fingerprintKey, input);
    }

    private static Span<byte> Digits(CardNumber number, Span<byte> into)
    {
        var digits = number.Reveal();
        for (var i = 0; i < digits.Length; i++)
        {
            // Sealing a number that was wiped would lose the card without a word.
            if (!char.IsAsciiDigit(digits[i])) throw new ArgumentException("The card number has been wiped.", nameof(number));
            into[i] = (byte)digits[i];
        }

        return into[..digits.Length];
    }

    private static CardNumber Number(ReadOnlySpan<byte> digits)
    {
        Span<char> typed = stackalloc char[CardNumber.Longest];
        for (var i = 0; i < digits.Length; i++) typed[i] = (char)digits[i];
        var fits = CardNumber.TryRead(typed[..digits.Length], out var number, out _);
        typed.Clear();
        return fits ? number! : throw Refused();
    }

    private static VaultRefusedException Refused() => new("A sealed card number or token does not open: it was changed or moved.");
}
