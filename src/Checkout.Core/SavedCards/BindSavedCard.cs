using Checkout.Core.Storage;

namespace Checkout.Core.SavedCards;

/// <summary>Why a card was not bound to a shopper.</summary>
public enum BindRefusal { None, NotFound, OfSomebodyElse }

/// <summary>What came of binding: the shopper's card, or why there is none.</summary>
public sealed record BoundCard(SavedCard? Card, BindRefusal Refusal = BindRefusal.None);

/// <summary>
/// Gives a card that was kept without a shopper to one whom the merchant names (STO-3): only then is it listed on pages and pays in every
/// dialect. The number is sealed again for its new owner, after a row of the audit; the old token goes on as it was. Asked again, it is the same card.
/// </summary>
public sealed class BindSavedCard(FindSavedCard find, ISavedCardStore cards, CardKeeper keeper, IPaymentStore store)
{
    private static readonly BoundCard Unknown = new(null, BindRefusal.NotFound);

    /// <param name="merchant">Whose server asks.</param>
    /// <param name="token">Of the card.</param>
    /// <param name="shopper">The merchant's name for the shopper.</param>
    public async Task<BoundCard> RunAsync(int merchant, string? token, string shopper)
    {
        if (await find.RunAsync(merchant, token) is not { IsUsable: true } card) return Unknown;
        if (card.Shopper is { } owner) return owner == shopper ? new BoundCard(card) : new BoundCard(null, BindRefusal.OfSomebodyElse);
        var same = await cards.SameCardAsync(merchant, shopper, card.Fingerprint);
        if (same.FirstOrDefault(c => c.IsTest == card.IsTest) is { } earlier) return new BoundCard(earlier);

        await store.CommitAsync([keeper.NoteBinding(card)]);
        var (bound, writes) = await keeper.BindAsync(card, shopper);
        return await store.CommitAsync(writes) == Verdict.Done ? new BoundCard(bound) : Unknown;
    }
}
