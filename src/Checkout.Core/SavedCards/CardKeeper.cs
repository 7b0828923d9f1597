using Checkout.Core.Cards;
using Checkout.Core.Chance;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.SavedCards;

/// <summary>Seals a typed card into a saved one, and opens a saved one for an upstream call.</summary>
public sealed class CardKeeper(IVault vault, ISavedCardStore cards, INumbers numbers, TimeProvider clock, IRandomSource random)
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
            IsTest = payment.IsTest,
            Consent = consent,
            Sealed = vault.Seal(card.Number, new CardOwner(payment.Merchant, payment.Shopper, number)),
            Fingerprint = vault.Fingerprint(payment.Merchant, card.Number),
            Created = clock.GetUtcNow(),
        };
    }

    /// <summary>The saved card that a card becomes which only an upstream has seen; the caller stores it with its token.</summary>
    public async ValueTask<SavedCard> KeepAsync(Payment payment, CardFace face, string connector, UpstreamToken token, Consent? consent) => new()
    {
        Merchant = payment.Merchant,
        Number = await numbers.NextAsync(payment.Merchant, NumberKind.SavedCard),
        Check = random.Check(),
        Shopper = payment.Shopper,
        MadeIn = payment.Dialect,
        Face = face,
        State = SavedCardState.Active,
        IsTest = payment.IsTest,
        Consent = consent,
        Fingerprint = vault.Fingerprint(payment.Merchant, connector, token),
        Created = clock.GetUtcNow(),
    };

    /// <summary>The audit row of a card that is about to be sealed again for a shopper: no payment opens it, so it names none.</summary>
    public Write.NoteOpening NoteBinding(SavedCard card) => new(card.Merchant, card.Number, Payment: 0, FormattableString.Invariant($"bind-{card.Number}"), clock.GetUtcNow());

    /// <summary>
    /// The card that an unbound one becomes for a shopper, and the writes that keep it as long as the other is still there. The caller has
    /// committed <see cref="NoteBinding"/> before.
    /// </summary>
    /// <exception cref="VaultRefusedException">Its number or a word for it does not belong to this card.</exception>
    public async ValueTask<(SavedCard Card, IReadOnlyList<Write> Writes)> BindAsync(SavedCard card, string shopper)
    {
        var owner = new CardOwner(card.Merchant, shopper, await numbers.NextAsync(card.Merchant, NumberKind.SavedCard));
        var bound = card with { Number = owner.Card, Check = random.Check(), Shopper = shopper, Created = clock.GetUtcNow(), Sealed = card.Sealed is null ? null : Reseal(card.Sealed, card.Owner, owner) };
        List<Write> writes = [new Write.NeedToken(card.Merchant, card.Number), new Write.NewSavedCard(bound)];
        foreach (var connector in card.TokensAt)
        {
            if (await cards.TokenAsync(card.Merchant, card.Number, connector) is { } word) writes.Add(KeepToken(owner, connector, vault.Open(word, card.Owner)));
        }

        return (bound, writes);
    }

    private SealedNumber Reseal(SealedNumber old, CardOwner before, CardOwner after)
    {
        using var number = vault.Open(old, before);
        return vault.Seal(number, after);
    }

    /// <summary>
    /// The shopper's card that a newer one is once more, with what was told of the newer one. Merchants of the Cardgate dialect know a card by one
    /// token (spec §8); in the other each payment brings a token with a count of its own. A token that pays no more is no use to anybody.
    /// </summary>
    /// <param name="newer">The newer card, which has no token yet.</param>
    /// <param name="tokenLimit">How often the merchant lets a token pay; 0 is no limit.</param>
    /// <returns>Null: the card is new.</returns>
    public async ValueTask<SavedCard?> TwinAsync(SavedCard newer, int tokenLimit)
    {
        if (!HasOneToken(newer)) return null;
        var same = await cards.SameCardAsync(newer.Merchant, newer.Shopper!, newer.Fingerprint);
        var twin = same.LastOrDefault(c => c.Number != newer.Number && c.MadeIn == newer.MadeIn && c.IsTest == newer.IsTest && (tokenLimit == 0 || c.Uses < tokenLimit));
        return twin is null ? null : twin with { Face = twin.Face.ToldAnew(newer.Face), Consent = Broader(twin.Consent, newer.Consent) };
    }

    /// <summary>The condition under which a newer card without a twin is kept: it still has none. Null: it may have any number.</summary>
    public static Write.NeedNoTwin? NeedNoTwin(SavedCard newer, int tokenLimit) => HasOneToken(newer) ? new Write.NeedNoTwin(newer, tokenLimit) : null;

    private static bool HasOneToken(SavedCard card) => card is { MadeIn: Dialect.Cardgate, Shopper: not null };

    /// <summary>The newer agreement, unless it covers less: what rests on the older one needs that as its proof (STO-1).</summary>
    private static Consent? Broader(Consent? had, Consent? now) => now is null || (had is { Agreement: Agreement.Unscheduled } && now.Agreement == Agreement.OneClick) ? had : now;

    public ValueTask<SavedCard?> FindAsync(int merchant, long card) => cards.FindAsync(merchant, card);

    /// <summary>The write that keeps an upstream's word with a card.</summary>
    public Write.KeepToken KeepToken(CardOwner owner, string connector, UpstreamToken token) =>
        new(owner.Merchant, owner.Card, connector, vault.Seal(token, owner), clock.GetUtcNow());

    /// <summary>A saved card for an upstream call. Where its number is opened the caller has committed a <see cref="Write.NoteOpening"/> before (VLT-10).</summary>
    /// <param name="card">The card.</param>
    /// <param name="token">The upstream's own word for it, still sealed; null: its number goes.</param>
    /// <exception cref="VaultRefusedException">Word or number is gone, or does not belong to this card.</exception>
    public CardAtHand AtHand(SavedCard card, byte[]? token) => token is null ? CardAtHand.Opened(Open(card)) : CardAtHand.Named(vault.Open(token, card.Owner));

    private TypedCard Open(SavedCard card)
    {
        var sealedNumber = card.Sealed ?? throw new VaultRefusedException("This saved card holds no number any more.");
        return new TypedCard(vault.Open(sealedNumber, card.Owner), card.Face.Expiry, card.Face.Holder, card.Face.IssuingCountry);
    }
}
