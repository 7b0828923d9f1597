using Checkout.Core.SavedCards;

namespace Checkout.Storage.Sqlite;

/// <summary>Reads of saved cards in SQLite.</summary>
internal sealed class SqliteSavedCards(Readers readers) : ISavedCardStore
{
    private const string ByNumber = SavedCardRow.Select + "WHERE merchant = ? AND number = ?";

    // A card that was kept several times has as many tokens, but it is one card to its owner: the one used last of those that may still pay stands for it.
    private const string OfShopper =
        SavedCardRow.Select + "WHERE merchant = ?1 AND number IN (SELECT number FROM (SELECT number, COALESCE(last_used, created) AS used, " +
        "ROW_NUMBER() OVER (PARTITION BY fingerprint ORDER BY COALESCE(last_used, created) DESC, number DESC) AS place " +
        "FROM saved_card WHERE merchant = ?1 AND shopper = ?2 AND state = 1 AND is_test = ?4 AND (?5 = 0 OR uses < ?5)) WHERE place = 1 ORDER BY used DESC, number DESC LIMIT ?3) " +
        "ORDER BY COALESCE(last_used, created) DESC, number DESC";

    private const string ByWord = SavedCardRow.Select + "WHERE merchant = ?1 AND number = (SELECT card FROM card_word WHERE merchant = ?1 AND word = ?2)";

    private const string Token = "SELECT token FROM provider_token WHERE merchant = ? AND card = ? AND connector = ?";

    private const string SameCard =
        SavedCardRow.Select + "INDEXED BY saved_card_shopper WHERE merchant = ? AND shopper = ? AND state = 1 AND fingerprint = ? ORDER BY number";

    public ValueTask<SavedCard?> FindAsync(int merchant, long card) =>
        readers.FirstAsync(ByNumber, sql => sql.Put(merchant).Put(card), SavedCardRow.Read);

    public ValueTask<SavedCard?> FindByWordAsync(int merchant, byte[] fingerprint) =>
        readers.FirstAsync(ByWord, sql => sql.Put(merchant).Put(fingerprint), SavedCardRow.Read);

    public ValueTask<byte[]?> TokenAsync(int merchant, long card, string connector) =>
        readers.FirstAsync(Token, sql => sql.Put(merchant).Put(card).Put(connector), row => row.Bytes());

    public ValueTask<IReadOnlyList<SavedCard>> OfShopperAsync(int merchant, string shopper, bool isTest, int tokenLimit, int most) =>
        readers.AllAsync(OfShopper, sql => sql.Put(merchant).Put(shopper).Put(most).Put(isTest).Put(tokenLimit), SavedCardRow.Read);

    public ValueTask<IReadOnlyList<SavedCard>> SameCardAsync(int merchant, string shopper, byte[] fingerprint) =>
        readers.AllAsync(SameCard, sql => sql.Put(merchant).Put(shopper).Put(fingerprint), SavedCardRow.Read);
}
