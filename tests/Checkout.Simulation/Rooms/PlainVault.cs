using System.Text;
using Checkout.Core.Cards;
using Checkout.Core.SavedCards;
using Checkout.Core.Upstream;

namespace Checkout.Simulation.Rooms;

/// <summary>A safe without locks: sealing is not what a world is about. What belongs to another card does not open all the same.</summary>
internal sealed class PlainVault : IVault
{
    public SealedNumber Seal(CardNumber number, CardOwner owner) => new(1, Bytes(owner.ToString()), Bytes(number.Reveal()));

    public CardNumber Open(SealedNumber number, CardOwner owner)
    {
        if (Encoding.UTF8.GetString(number.WrappedKey) != owner.ToString()) throw new VaultRefusedException("Somebody else's card.");
        return CardNumber.TryRead(Encoding.UTF8.GetString(number.Ciphertext), out var opened, out _) ? opened : throw new VaultRefusedException("No card.");
    }

    public byte[] Seal(UpstreamToken token, CardOwner owner) => Bytes(owner.Card + "|" + token.Reveal());

    public UpstreamToken Open(byte[] token, CardOwner owner)
    {
        var parts = Encoding.UTF8.GetString(token).Split('|');
        return parts[0] == Text(owner.Card) ? UpstreamToken.Of(parts[1])! : throw new VaultRefusedException("Somebody else's token.");
    }

    public byte[] Fingerprint(int merchant, string connector, UpstreamToken token) => Bytes($"{merchant}{connector}{token.Reveal()}");

    public byte[] Fingerprint(int merchant, OldToken token) => Bytes($"{merchant}\n{token.Reveal()}");

    public byte[] Fingerprint(int merchant, CardNumber number) => Bytes($"{merchant}{number.First6}{number.Last4}");

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static byte[] Bytes(ReadOnlySpan<char> text)
    {
        var bytes = new byte[Encoding.UTF8.GetByteCount(text)];
        Encoding.UTF8.GetBytes(text, bytes);
        return bytes;
    }
}
