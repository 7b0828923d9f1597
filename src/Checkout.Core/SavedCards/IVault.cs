using Checkout.Core.Cards;
using Checkout.Core.Upstream;

namespace Checkout.Core.SavedCards;

/// <summary>The safe: seals card numbers and secrets, and opens them again for their owner only.</summary>
public interface IVault
{
    SealedNumber Seal(CardNumber number, CardOwner owner);

    /// <summary>Opens a number for an upstream call. The caller has committed an audit row (<c>NoteOpening</c>) before.</summary>
    /// <exception cref="VaultRefusedException">The row was moved or changed, or its key is gone.</exception>
    CardNumber Open(SealedNumber number, CardOwner owner);

    /// <summary>Seals an upstream's word for a card, bound to the card like its number.</summary>
    byte[] Seal(UpstreamToken token, CardOwner owner);

    /// <exception cref="VaultRefusedException">The row was moved or changed, or its key is gone.</exception>
    UpstreamToken Open(byte[] token, CardOwner owner);

    /// <summary>The fingerprint of a card that only an upstream knows: the same token is the same card.</summary>
    byte[] Fingerprint(int merchant, string connector, UpstreamToken token);

    /// <summary>The fingerprint by which a card that moved in is found by its old token.</summary>
    byte[] Fingerprint(int merchant, OldToken token);

    /// <summary>HMAC-SHA-256 of the digits under a key of the vault, scoped to the merchant (VLT-4).</summary>
    byte[] Fingerprint(int merchant, CardNumber number);
}
