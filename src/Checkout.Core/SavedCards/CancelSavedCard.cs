using Checkout.Core.Storage;

namespace Checkout.Core.SavedCards;

/// <summary>Ends the life of a saved card: by the merchant for one token, by the shopper for every token of that card.</summary>
public sealed class CancelSavedCard(FindSavedCard find, ISavedCardStore cards, IPaymentStore store)
{
    /// <summary>Cancels the one token; the same answer when it was cancelled before. Null: unknown.</summary>
    public async Task<SavedCard?> RunAsync(int merchant, string? token)
    {
        var card = await find.RunAsync(merchant, token);
        if (card is not { IsUsable: true }) return card;
        await store.CommitAsync([new Write.MoveSavedCard(merchant, card.Number, SavedCardState.Active, SavedCardState.Cancelled)]);
        return card with { State = SavedCardState.Cancelled, Sealed = null };
    }

    /// <summary>Removes a card from the shopper's list, with all tokens of the same card (WEB-8). Does nothing to a card of somebody else.</summary>
    public async Task RemoveForShopperAsync(int merchant, string shopper, long number)
    {
        var card = await cards.FindAsync(merchant, number);
        if (card is not { IsUsable: true } || card.Shopper != shopper) return;
        var same = await cards.SameCardAsync(merchant, shopper, card.Fingerprint);
        await store.CommitAsync([.. same.Select(c => new Write.MoveSavedCard(merchant, c.Number, SavedCardState.Active, SavedCardState.Removed))]);
    }
}
