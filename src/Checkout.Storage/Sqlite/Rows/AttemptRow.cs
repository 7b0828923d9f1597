using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Storage.Json;

namespace Checkout.Storage.Sqlite;

/// <summary>How an attempt lies in its table, and how it is put there, moved and read.</summary>
internal static class AttemptRow
{
    public const string Select = "SELECT " + Columns + " FROM attempt ";

    private const string Columns =
        "merchant, payment, number, kind, captures, amount, currency, connector, reference, target, " +
        "state, reason, submitted, uses_token, keeps_card, checks, saved_card, check_at, ended, upstream_id, card, redirect, consent, undoes";

    private const string InsertSql =
        "INSERT INTO attempt (" + Columns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) " +
        "ON CONFLICT (merchant, payment) WHERE kind = 0 AND state NOT IN (5, 6, 7) DO NOTHING";

    private const string MoveSql =
        "UPDATE attempt SET state = ?, reason = ?, submitted = ?, uses_token = ?, keeps_card = ?, checks = ?, saved_card = ?, check_at = ?, ended = ?, " +
        "upstream_id = ?, card = ?, redirect = ? WHERE merchant = ? AND payment = ? AND number = ? AND state = ? AND checks = ? AND check_at IS ?";

    // What takes back a charge is planned while it is Submitting, and keeps its time.
    private const string InheritSql = "UPDATE attempt SET check_at = ? WHERE check_at > ? AND state = 0 AND undoes = 0";

    /// <summary>False, and nothing written, when another authorise attempt of the payment may still charge.</summary>
    public static bool TryInsert(Connection db, Attempt attempt)
    {
        using var insert = db.Use(InsertSql);
        insert.Put(attempt.Merchant).Put(attempt.Payment).Put(attempt.Number).Put((int)attempt.Kind).Put(attempt.Captures)
            .Put(attempt.Amount.Minor).Put(attempt.Amount.Currency.Code).Put(attempt.Connector).Put(attempt.Reference).Put(attempt.Target);
        PutMoving(insert, attempt);
        return insert.Put(attempt.Consent, StoredJson.Default.Consent).Put(attempt.Undoes).Run() > 0;
    }

    /// <summary>False, and nothing written, when it no longer stands as <paramref name="before"/> does.</summary>
    public static bool TryMove(Connection db, Attempt after, Attempt before)
    {
        using var move = db.Use(MoveSql);
        PutMoving(move, after);
        return move.Put(after.Merchant).Put(after.Payment).Put(after.Number).Put((int)before.State).Put(before.Checks).Put(before.CheckAt).Run() > 0;
    }

    /// <summary>Makes due what an ended process was sending.</summary>
    /// <returns>How many there were.</returns>
    public static int Inherit(Connection db, DateTimeOffset now)
    {
        using var inherit = db.Use(InheritSql);
        return inherit.Put(now).Put(now).Run();
    }

    public static Attempt Read(Statement row) => new()
    {
        Merchant = row.Int(),
        Payment = row.Long(),
        Number = row.Int(),
        Kind = (AttemptKind)row.Int(),
        Captures = row.Flag(),
        Amount = new Amount(row.Long(), Currency.Of(row.Text())),
        Connector = row.Text(),
        Reference = row.Text(),
        Target = row.TextOrNull(),
        State = (AttemptState)row.Int(),
        Reason = (PaymentReason)row.Int(),
        Submitted = row.Time(),
        UsesToken = row.Flag(),
        KeepsCard = row.Flag(),
        Checks = row.Int(),
        SavedCard = row.LongOrNull(),
        CheckAt = row.TimeOrNull(),
        Ended = row.TimeOrNull(),
        UpstreamId = row.TextOrNull(),
        Card = row.JsonOrNull(StoredJson.Default.CardFace),
        Redirect = row.JsonOrNull(StoredJson.Default.ShopperRedirect),
        Consent = row.JsonOrNull(StoredJson.Default.Consent),
        Undoes = row.Flag(),
    };

    private static void PutMoving(Statement statement, Attempt attempt) => statement
        .Put((int)attempt.State).Put((int)attempt.Reason).Put(attempt.Submitted).Put(attempt.UsesToken).Put(attempt.KeepsCard)
        .Put(attempt.Checks).Put(attempt.SavedCard).Put(attempt.CheckAt).Put(attempt.Ended).Put(attempt.UpstreamId)
        .Put(attempt.Card, StoredJson.Default.CardFace).Put(attempt.Redirect, StoredJson.Default.ShopperRedirect);
}
