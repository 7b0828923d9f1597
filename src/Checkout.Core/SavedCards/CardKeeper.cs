using Checkout.Core.Cards;
using Checkout.Core.Chance;
using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Core.SavedCards;

/// <summary>Seals a typed card into a saved one, and opens a saved one for an upstream call.</summary>
public sealed class CardKeeper(IVault vault, INumbers numbers, TimeProvider clock, IRandomSource random)
{
    /// <summary>The saved card that a payment's typed card becomes; the caller stores it.</summary>
    public async ValueTask<SavedCard> SealAsync(Payment payment, TypedCard card, SavedCardState state, Consent? consent)
    {
        var number = await numbers.NextAsync(payment.Merchant, NumberKind.SavedCard);
        return new SavedCard
        {
            Merchant = payment.Merchant,
            Number = number,
            Check = random.Check(),
            Shopper = payment.Shopper,
            MadeIn = payment.Dialect,
            Face = CardFace.Of(card),
            State = state,
            Consent = consent,
            Sealed = vault.Seal(card.Number, new CardOwner(payment.Merchant, payment.Shopper, number)),
            Fingerprint = vault.Fingerprint(payment.Merchant, card.Number),
            Created = clock.GetUtcNow(),
        };
    }

    /// <summary>Opens a saved card. The caller has committed a <see cref="Write.NoteOpening"/> before (VLT-10) and disposes the card after the call.</summary>
    /// <exception cref="VaultRefusedException">The number is gone or does not belong to this card.</exception>
    public TypedCard Open(SavedCard card)
    {
        var sealedNumber = card.Sealed ?? throw new VaultRefusedException("This saved card holds no number any more.");
        return new TypedCard(vault.Open(sealedNumber, card.Owner), card.Face.Expiry, card.Face.Holder, card.Face.IssuingCountry);
    }
}
