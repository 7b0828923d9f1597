using Checkout.Core.SavedCards;
using Checkout.Core.Storage;

namespace Checkout.Simulation.Memory;

/// <summary>How saved cards, their uses and upstreams' words for them are written.</summary>
internal static class MemoryCardRows
{
    public static void Insert(MemoryTables tables, SavedCard card)
    {
        if (tables.Cards.ContainsKey((card.Merchant, card.Number))) throw new InvalidOperationException("A saved card's number is given twice.");
        tables.Put(tables.Cards, (card.Merchant, card.Number), card);
    }

    public static void Move(MemoryTables tables, Write.MoveSavedCard move)
    {
        var key = (move.Merchant, move.Card);
        if (!tables.Cards.TryGetValue(key, out var card) || card.State != move.Before) return;
        var isLeaving = move.After is not (SavedCardState.Pending or SavedCardState.Active);
        tables.Put(tables.Cards, key, isLeaving
            ? card with { State = move.After, Sealed = null, Consent = null, Fingerprint = [], TokensAt = [], FirstCharge = null }
            : card with { State = move.After, FirstCharge = card.FirstCharge ?? move.By, Face = move.Face ?? card.Face });
    }

    public static bool IsActive(MemoryTables tables, int merchant, long number) => tables.Cards.TryGetValue((merchant, number), out var card) && card.State == SavedCardState.Active;

    public static bool HasTwin(MemoryTables tables, Write.NeedNoTwin need) => tables.Cards.Values.Any(c =>
        (c.Merchant, c.Shopper, c.MadeIn, c.IsTest, c.State) == (need.Newer.Merchant, need.Newer.Shopper, need.Newer.MadeIn, need.Newer.IsTest, SavedCardState.Active)
        && c.Number != need.Newer.Number && c.Shopper is not null && c.Fingerprint.AsSpan().SequenceEqual(need.Newer.Fingerprint)
        && (need.TokenLimit == 0 || c.Uses < need.TokenLimit));

    public static Verdict Spend(MemoryTables tables, Write.SpendToken spend)
    {
        var key = (spend.Merchant, spend.Card);
        if (!tables.Cards.TryGetValue(key, out var card) || card.State != SavedCardState.Active) return Verdict.TokenGone;
        if (spend.Limit > 0 && card.Uses >= spend.Limit) return Verdict.TokenSpent;
        tables.Put(tables.Cards, key, card with { Uses = card.Uses + 1, LastUsed = spend.At });
        return Verdict.Done;
    }

    public static Verdict Refresh(MemoryTables tables, Write.RefreshSavedCard refresh)
    {
        var key = (refresh.Merchant, refresh.Card);
        if (!tables.Cards.TryGetValue(key, out var card) || card.State != SavedCardState.Active) return Verdict.TokenGone;
        tables.Put(tables.Cards, key, card with { Face = refresh.Face, Consent = refresh.Consent, LastUsed = refresh.At, FirstCharge = card.FirstCharge ?? refresh.By });
        return Verdict.Done;
    }

    public static void GiveBack(MemoryTables tables, Write.GiveTokenBack back)
    {
        var key = (back.Merchant, back.Card);
        if (tables.Cards.TryGetValue(key, out var card) && card.Uses > 0) tables.Put(tables.Cards, key, card with { Uses = card.Uses - 1 });
    }

    public static void TakeAgain(MemoryTables tables, Write.TakeTokenAgain again)
    {
        var key = (again.Merchant, again.Card);
        if (tables.Cards.TryGetValue(key, out var card)) tables.Put(tables.Cards, key, card with { Uses = card.Uses + 1 });
    }

    public static void Keep(MemoryTables tables, Write.KeepToken keep)
    {
        var key = (keep.Merchant, keep.Card);
        if (!tables.Cards.TryGetValue(key, out var card) || card.State is not (SavedCardState.Pending or SavedCardState.Active)) return;
        tables.Put(tables.Tokens, (keep.Merchant, keep.Card, keep.Connector), keep.Sealed);
        if (!card.TokensAt.Contains(keep.Connector)) tables.Put(tables.Cards, key, card with { TokensAt = [.. card.TokensAt, keep.Connector] });
    }
}
