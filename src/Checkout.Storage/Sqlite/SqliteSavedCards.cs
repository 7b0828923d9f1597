using Checkout.Core.SavedCards;

namespace Checkout.Storage.Sqlite;

/// <summary>Reads of saved cards in SQLite.</summary>
internal sealed class SqliteSavedCards(Readers readers) : ISavedCardStore
{
    private const string ByNumber = SavedCardRow.Select + "WHERE merchant = ? AND number = ?";

    private const string OfShopper =
        SavedCardRow.Select + "WHERE merchant = ? AND shopper = ? AND state = 1 ORDER BY COALESCE(last_used, created) DESC, number DESC LIMIT ?";

    private const string SameCard =
        SavedCardRow.Select + "INDEXED BY saved_card_shopper WHERE merchant = ? AND shopper = ? AND state = 1 AND fingerprint = ? ORDER BY number";

    public ValueTask<SavedCard?> FindAsync(int merchant, long card) =>
        readers.FirstAsync(ByNumber, sql => sql.Put(merchant).Put(card), SavedCardRow.Read);

    public ValueTask<IReadOnlyList<SavedCard>> OfShopperAsync(int merchant, string shopper, int limit) =>
        readers.AllAsync(OfShopper, sql => sql.Put(merchant).Put(shopper).Put(limit), SavedCardRow.Read);

    public ValueTask<IReadOnlyList<SavedCard>> SameCardAsync(int merchant, string shopper, byte[] fingerprint) =>
        readers.AllAsync(SameCard, sql => sql.Put(merchant).Put(shopper).Put(fingerprint), SavedCardRow.Read);
}
