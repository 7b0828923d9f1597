using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Storage;
using Checkout.Storage.Json;

namespace Checkout.Storage.Sqlite;

/// <summary>How a payout lies in its table, and how it is put there, moved and read.</summary>
internal static class PayoutRow
{
    public const string Select = "SELECT " + Columns + " FROM payout ";

    private const string Columns =
        "merchant, number, reference, amount, currency, saved_card, connector, upstream_reference, created, card, details, " +
        "version, step, reason, checks, changed, check_at, ended, upstream_id";

    private const string TakenSql = "SELECT 1 FROM payout WHERE merchant = ? AND reference = ?";

    private const string InsertSql = "INSERT INTO payout (" + Columns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private const string MoveSql =
        "UPDATE payout SET version = ?, step = ?, reason = ?, checks = ?, changed = ?, check_at = ?, ended = ?, upstream_id = ? WHERE merchant = ? AND number = ? AND version = ?";

    private const string EventSql = "INSERT INTO payout_event (merchant, payout, version, step, reason, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?)";

    private const string InheritSql = "UPDATE payout SET check_at = ? WHERE check_at > ? AND step = 0";

    /// <summary>One that has failed already, at another system, never counted against its day.</summary>
    public static Verdict Insert(Connection db, Write.NewPayout write, Actor by)
    {
        var payout = write.Payout;
        if (IsTaken(db, payout)) return Verdict.DuplicateReference;
        if (payout.MayHavePaid && !PayoutDayRow.TrySpend(db, payout, write.DailyLimit)) return Verdict.AboveDailyLimit;

        using var insert = db.Use(InsertSql);
        insert.Put(payout.Merchant).Put(payout.Number).Put(payout.Reference).Put(payout.Amount.Minor).Put(payout.Amount.Currency.Code).Put(payout.SavedCard)
            .Put(payout.Connector).Put(payout.UpstreamReference).Put(payout.Created).Put(payout.Card, StoredJson.Default.CardFace).Put(payout.Details, StoredJson.Default.PaymentDetails);
        PutMoving(insert, payout).Run();
        AddEvent(db, payout, by);
        return Verdict.Done;
    }

    /// <summary>False, and nothing written, when the store does not hold the version before.</summary>
    public static bool TryMove(Connection db, Write.MovePayout write)
    {
        var after = write.After;
        using var move = db.Use(MoveSql);
        if (PutMoving(move, after).Put(after.Merchant).Put(after.Number).Put(after.Version - 1).Run() == 0) return false;

        if (write.Before.MayHavePaid && !after.MayHavePaid) PayoutDayRow.Add(db, after, -after.Amount.Minor);
        if (!write.Before.MayHavePaid && after.MayHavePaid) PayoutDayRow.Add(db, after, after.Amount.Minor);
        AddEvent(db, after, write.By);
        return true;
    }

    /// <summary>Makes due what an ended process was sending.</summary>
    public static int Inherit(Connection db, DateTimeOffset now)
    {
        using var inherit = db.Use(InheritSql);
        return inherit.Put(now).Put(now).Run();
    }

    public static Payout Read(Statement row) => new()
    {
        Merchant = row.Int(),
        Number = row.Long(),
        Reference = row.Text(),
        Amount = new Amount(row.Long(), Currency.Of(row.Text())),
        SavedCard = row.LongOrNull(),
        Connector = row.Text(),
        UpstreamReference = row.Text(),
        Created = row.Time(),
        Card = row.JsonOrNull(StoredJson.Default.CardFace)!,
        Details = row.JsonOrNull(StoredJson.Default.PaymentDetails)!,
        Version = row.Int(),
        Step = (PayoutStep)row.Int(),
        Reason = (PaymentReason)row.Int(),
        Checks = row.Int(),
        Changed = row.Time(),
        CheckAt = row.TimeOrNull(),
        Ended = row.TimeOrNull(),
        UpstreamId = row.TextOrNull(),
    };

    private static bool IsTaken(Connection db, Payout payout)
    {
        using var taken = db.Use(TakenSql).Put(payout.Merchant).Put(payout.Reference);
        return taken.Read();
    }

    private static Statement PutMoving(Statement statement, Payout payout) => statement
        .Put(payout.Version).Put((int)payout.Step).Put((int)payout.Reason).Put(payout.Checks).Put(payout.Changed).Put(payout.CheckAt).Put(payout.Ended).Put(payout.UpstreamId);

    private static void AddEvent(Connection db, Payout payout, Actor by)
    {
        using var add = db.Use(EventSql);
        add.Put(payout.Merchant).Put(payout.Number).Put(payout.Version).Put((int)payout.Step).Put((int)payout.Reason).Put((int)by).Put(payout.Changed).Run();
    }
}
