using Checkout.Core.Tokens;

namespace Checkout.Core.SavedCards;

/// <summary>Finds a saved card by its token, and says the token of a saved card.</summary>
public sealed class FindSavedCard(ISavedCardStore cards, IOpaqueTokens tokens)
{
    /// <summary>The card behind a token, in any state but Pending; null when the token is unknown, forged or another merchant's.</summary>
    public async ValueTask<SavedCard?> RunAsync(int merchant, string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        // Not one of ours: perhaps a word of the system from which the merchant's cards moved in.
        if (!tokens.TryOpen(TokenPurpose.SavedCard, token, out var target)) return await cards.FindByWordAsync(merchant, token);
        if (target.Merchant != merchant) return null;
        var card = await cards.FindAsync(merchant, target.Number);
        return card is not null && card.Check == target.Check && card.State != SavedCardState.Pending ? card : null;
    }

    public string TokenOf(SavedCard card) => TokenOf(card.Merchant, card.Number, card.Check);

    public string TokenOf(int merchant, long card, long check) => tokens.Seal(TokenPurpose.SavedCard, new TokenTarget(merchant, card, check));
}
