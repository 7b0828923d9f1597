using Checkout.Core.Tokens;

namespace Checkout.Core.SavedCards;

/// <summary>Finds a saved card by its token, and says the token of a saved card.</summary>
public sealed class FindSavedCard(ISavedCardStore cards, IOpaqueTokens tokens, IVault vault)
{
    /// <summary>The card behind a token, in any state but Pending; null when the token is unknown, forged or another merchant's.</summary>
    public async ValueTask<SavedCard?> RunAsync(int merchant, string? token)
    {
        if (string.IsNullOrEmpty(token)) return null;
        var ours = tokens.TryOpen(TokenPurpose.SavedCard, token, out var target) && target.Merchant == merchant ? await cards.FindAsync(merchant, target.Number) : null;
        if (ours is not null && ours.Check == target.Check) return ours.State == SavedCardState.Pending ? null : ours;
        // Not one of ours: perhaps a word of the system from which the merchant's cards moved in. Those often look like ours, so only the check value tells.
        return OldToken.Of(token) is { } old ? await cards.FindByWordAsync(merchant, vault.Fingerprint(merchant, old)) : null;
    }

    public string TokenOf(SavedCard card) => TokenOf(card.Merchant, card.Number, card.Check);

    public string TokenOf(int merchant, long card, long check) => tokens.Seal(TokenPurpose.SavedCard, new TokenTarget(merchant, card, check));
}
