namespace Checkout.Core.SavedCards;

/// <summary>Reads of saved cards; they are written as part of a <see cref="Storage.Write"/>.</summary>
public interface ISavedCardStore
{
    ValueTask<SavedCard?> FindAsync(int merchant, long card);

    /// <summary>The card that the merchant names by a word of another system, from which it was imported.</summary>
    /// <param name="merchant">Whose card.</param>
    /// <param name="fingerprint">The fingerprint of that word.</param>
    ValueTask<SavedCard?> FindByWordAsync(int merchant, byte[] fingerprint);

    /// <summary>The sealed word of one upstream for the card; null when that upstream does not keep it.</summary>
    ValueTask<byte[]?> TokenAsync(int merchant, long card, string connector);

    /// <summary>The shopper's active cards, last used first; of one card with several tokens only the one used last of those that may still pay.</summary>
    /// <param name="merchant">Whose cards.</param>
    /// <param name="shopper">The merchant's name for the shopper.</param>
    /// <param name="isTest">Those that pay test payments, or those that pay live ones.</param>
    /// <param name="tokenLimit">How often the merchant lets a token pay: one that has is left out; 0 is no limit.</param>
    /// <param name="most">How many at most.</param>
    ValueTask<IReadOnlyList<SavedCard>> OfShopperAsync(int merchant, string shopper, bool isTest, int tokenLimit, int most);

    /// <summary>All active saved cards of the merchant with this fingerprint and shopper: the tokens of one card.</summary>
    ValueTask<IReadOnlyList<SavedCard>> SameCardAsync(int merchant, string shopper, byte[] fingerprint);
}
