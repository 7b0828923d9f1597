using Checkout.Core.Cards;

namespace Checkout.Core.SavedCards;

/// <summary>The safe: seals card numbers and secrets, and opens them again for their owner only.</summary>
public interface IVault
{
    SealedNumber Seal(CardNumber number, CardOwner owner);

    /// <summary>Opens a number for an upstream call. The caller has committed an audit row (<c>NoteOpening</c>) before.</summary>
    /// <exception cref="VaultRefusedException">The row was moved or changed, or its key is gone.</exception>
    CardNumber Open(SealedNumber number, CardOwner owner);

    /// <summary>HMAC-SHA-256 of the digits under a key of the vault, scoped to the merchant (VLT-4).</summary>
    byte[] Fingerprint(int merchant, CardNumber number);
}
