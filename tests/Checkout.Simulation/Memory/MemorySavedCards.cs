using Checkout.Core.SavedCards;

namespace Checkout.Simulation.Memory;

/// <summary>Reads of saved cards in memory.</summary>
internal sealed class MemorySavedCards(MemoryTables tables) : ISavedCardStore
{
    public ValueTask<SavedCard?> FindAsync(int merchant, long card)
    {
        lock (tables.Door) return new(tables.Cards.GetValueOrDefault((merchant, card)));
    }

    /// <summary>Nothing was imported into this one.</summary>
    public ValueTask<SavedCard?> FindByWordAsync(int merchant, byte[] fingerprint) => new((SavedCard?)null);

    public ValueTask<byte[]?> TokenAsync(int merchant, long card, string connector)
    {
        lock (tables.Door)
        {
            var isThere = tables.Cards.TryGetValue((merchant, card), out var held) && held.TokensAt.Contains(connector);
            return new(isThere ? tables.Tokens[(merchant, card, connector)] : null);
        }
    }

    public ValueTask<IReadOnlyList<SavedCard>> OfShopperAsync(int merchant, string shopper, bool isTest, int tokenLimit, int most)
    {
        lock (tables.Door)
        {
            var newest = Of(merchant, shopper).Where(c => c.IsTest == isTest && (tokenLimit == 0 || c.Uses < tokenLimit)).OrderByDescending(c => c.LastUsed ?? c.Created).ThenByDescending(c => c.Number);
            return new([.. newest.DistinctBy(c => Convert.ToHexString(c.Fingerprint)).Take(most)]);
        }
    }

    public ValueTask<IReadOnlyList<SavedCard>> SameCardAsync(int merchant, string shopper, byte[] fingerprint)
    {
        lock (tables.Door) return new([.. Of(merchant, shopper).Where(c => c.Fingerprint.AsSpan().SequenceEqual(fingerprint)).OrderBy(c => c.Number)]);
    }

    private IEnumerable<SavedCard> Of(int merchant, string shopper) =>
        tables.Cards.Values.Where(c => c.Merchant == merchant && c.Shopper == shopper && c.State == SavedCardState.Active);
}
