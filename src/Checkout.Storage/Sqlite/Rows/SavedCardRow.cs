using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Storage.Json;

namespace Checkout.Storage.Sqlite;

/// <summary>How a saved card lies in its table, and how it is put there, moved, used and read.</summary>
internal static class SavedCardRow
{
    public const string Select =
        "SELECT " + Columns + ", (SELECT group_concat(connector, ' ') FROM provider_token t WHERE t.merchant = saved_card.merchant AND t.card = saved_card.number) FROM saved_card ";

    private const string Columns =
        "merchant, number, check_value, made_in, is_test, state, uses, created, last_used, shopper, face, consent, fingerprint, epoch, wrapped_key, ciphertext, first_charge";

    private const string InsertSql = "INSERT INTO saved_card (" + Columns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private const string MoveSql = "UPDATE saved_card SET state = ?, first_charge = COALESCE(first_charge, ?), face = COALESCE(?, face) WHERE merchant = ? AND number = ? AND state = ?";

    private const string EndSql =
        "UPDATE saved_card SET state = ?, epoch = NULL, wrapped_key = NULL, ciphertext = NULL, fingerprint = x'', consent = NULL, first_charge = NULL WHERE merchant = ? AND number = ? AND state = ?";

    private const string KeepTokenSql =
        "INSERT INTO provider_token (merchant, card, connector, created, token) SELECT merchant, number, ?3, ?4, ?5 FROM saved_card " +
        "WHERE merchant = ?1 AND number = ?2 AND state IN (0, 1) " +
        "ON CONFLICT (merchant, card, connector) DO UPDATE SET token = excluded.token, created = excluded.created";

    private const string DropTokensSql = "DELETE FROM provider_token WHERE merchant = ? AND card = ?";

    private const string SpendSql =
        "UPDATE saved_card SET uses = uses + 1, last_used = ? WHERE merchant = ? AND number = ? AND state = 1 AND (?4 = 0 OR uses < ?4)";

    private const string IsActiveSql = "SELECT 1 FROM saved_card WHERE merchant = ? AND number = ? AND state = 1";

    private const string TwinSql =
        "SELECT 1 FROM saved_card INDEXED BY saved_card_shopper WHERE merchant = ?1 AND shopper = ?2 AND state = 1 AND fingerprint = ?3 " +
        "AND number <> ?4 AND made_in = ?5 AND is_test = ?6 AND (?7 = 0 OR uses < ?7)";

    private const string RefreshSql =
        "UPDATE saved_card SET face = ?, consent = ?, last_used = ?, first_charge = COALESCE(first_charge, ?) WHERE merchant = ? AND number = ? AND state = 1";

    private const string GiveBackSql = "UPDATE saved_card SET uses = uses - 1 WHERE merchant = ? AND number = ? AND uses > 0";

    private const string TakeAgainSql = "UPDATE saved_card SET uses = uses + 1 WHERE merchant = ? AND number = ?";

    private const string OpeningSql = "INSERT INTO card_opening (merchant, card, payment, at, reference) VALUES (?, ?, ?, ?, ?)";

    public static void Insert(Connection db, SavedCard card)
    {
        using var insert = db.Use(InsertSql);
        insert.Put(card.Merchant).Put(card.Number).Put(card.Check).Put((int)card.MadeIn).Put(card.IsTest).Put((int)card.State).Put(card.Uses)
            .Put(card.Created).Put(card.LastUsed).Put(card.Shopper).Put(card.Face, StoredJson.Default.CardFace)
            .Put(card.Consent, StoredJson.Default.Consent).Put(card.Fingerprint)
            .Put(card.Sealed?.Epoch).Put(card.Sealed?.WrappedKey).Put(card.Sealed?.Ciphertext)
            .Put(card.FirstCharge, StoredJson.Default.FirstCharge).Run();
    }

    public static void Move(Connection db, Write.MoveSavedCard move)
    {
        var isEnd = move.After is SavedCardState.Cancelled or SavedCardState.Removed;
        using var update = db.Use(isEnd ? EndSql : MoveSql).Put((int)move.After);
        if (!isEnd) update.Put(move.By, StoredJson.Default.FirstCharge).Put(move.Face, StoredJson.Default.CardFace);
        if (update.Put(move.Merchant).Put(move.Card).Put((int)move.Before).Run() == 0 || !isEnd) return;

        using var drop = db.Use(DropTokensSql);
        drop.Put(move.Merchant).Put(move.Card).Run();
    }

    public static void Keep(Connection db, Write.KeepToken keep)
    {
        using var upsert = db.Use(KeepTokenSql);
        upsert.Put(keep.Merchant).Put(keep.Card).Put(keep.Connector).Put(keep.At).Put(keep.Sealed).Run();
    }

    /// <summary>Counts a use in one conditional statement (PAY-12); why it failed is only asked afterwards.</summary>
    public static Verdict Spend(Connection db, Write.SpendToken spend)
    {
        using var update = db.Use(SpendSql);
        if (update.Put(spend.At).Put(spend.Merchant).Put(spend.Card).Put(spend.Limit).Run() > 0) return Verdict.Done;

        return IsActive(db, spend.Merchant, spend.Card) ? Verdict.TokenSpent : Verdict.TokenGone;
    }

    public static bool IsActive(Connection db, int merchant, long card)
    {
        using var ask = db.Use(IsActiveSql);
        return ask.Put(merchant).Put(card).Read();
    }

    public static bool HasTwin(Connection db, Write.NeedNoTwin need)
    {
        using var ask = db.Use(TwinSql);
        var card = need.Newer;
        return ask.Put(card.Merchant).Put(card.Shopper).Put(card.Fingerprint).Put(card.Number).Put((int)card.MadeIn).Put(card.IsTest).Put(need.TokenLimit).Read();
    }

    public static bool TryRefresh(Connection db, Write.RefreshSavedCard refresh)
    {
        using var update = db.Use(RefreshSql);
        return update.Put(refresh.Face, StoredJson.Default.CardFace).Put(refresh.Consent, StoredJson.Default.Consent).Put(refresh.At)
            .Put(refresh.By, StoredJson.Default.FirstCharge).Put(refresh.Merchant).Put(refresh.Card).Run() > 0;
    }

    public static void GiveBack(Connection db, Write.GiveTokenBack back)
    {
        using var update = db.Use(GiveBackSql);
        update.Put(back.Merchant).Put(back.Card).Run();
    }

    public static void TakeAgain(Connection db, Write.TakeTokenAgain again)
    {
        using var update = db.Use(TakeAgainSql);
        update.Put(again.Merchant).Put(again.Card).Run();
    }

    public static void NoteOpening(Connection db, Write.NoteOpening note)
    {
        using var insert = db.Use(OpeningSql);
        insert.Put(note.Merchant).Put(note.Card).Put(note.Payment).Put(note.At).Put(note.Reference).Run();
    }

    public static SavedCard Read(Statement row)
    {
        var card = ReadCard(row);
        return row.TextOrNull() is { } connectors ? card with { TokensAt = connectors.Split(' ') } : card;
    }

    private static SavedCard ReadCard(Statement row) => new()
    {
        Merchant = row.Int(),
        Number = row.Long(),
        Check = row.Long(),
        MadeIn = (Dialect)row.Int(),
        IsTest = row.Flag(),
        State = (SavedCardState)row.Int(),
        Uses = row.Int(),
        Created = row.Time(),
        LastUsed = row.TimeOrNull(),
        Shopper = row.TextOrNull(),
        Face = row.Json(StoredJson.Default.CardFace),
        Consent = row.JsonOrNull(StoredJson.Default.Consent),
        Fingerprint = row.Bytes(),
        Sealed = ReadNumber(row),
        FirstCharge = row.JsonOrNull(StoredJson.Default.FirstCharge),
    };

    // All three columns are passed, so that what follows is read from its own place.
    private static SealedNumber? ReadNumber(Statement row)
    {
        var (epoch, wrapped, sealedNumber) = (row.IntOrNull(), row.BytesOrNull(), row.BytesOrNull());
        return epoch is { } number ? new SealedNumber(number, wrapped!, sealedNumber!) : null;
    }
}
