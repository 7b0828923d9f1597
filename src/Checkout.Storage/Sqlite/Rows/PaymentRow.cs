using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Storage.Json;

namespace Checkout.Storage.Sqlite;

/// <summary>How a payment lies in its table, and how it is put there, moved and read.</summary>
internal static class PaymentRow
{
    public const string Select = "SELECT " + Columns + " FROM payment ";

    private const string Columns =
        "merchant, number, dialect, is_test, purpose, capture_now, keep_card, amount, currency, reference, shopper, return_url, link_check, " +
        "created, notified, version, status, reason, changed, need, three_d_secure, show_token, tries, wrong_codes, attempts, captured, refunded, " +
        "refund_open, saved_card, saved_card_check, payable_until, upstream_id, card, fraud, details, dispute, blocked, challenge, paid";

    private const string InsertSql =
        "INSERT INTO payment (" + Columns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) " +
        "ON CONFLICT (merchant, dialect, is_test, reference) DO NOTHING";

    // Who asked for what, how much and where it goes back to never changes; notified belongs to the sender of notices.
    private const string MoveSql =
        "UPDATE payment SET version = ?, status = ?, reason = ?, changed = ?, need = ?, three_d_secure = ?, show_token = ?, tries = ?, wrong_codes = ?, " +
        "attempts = ?, captured = ?, refunded = ?, refund_open = ?, saved_card = ?, saved_card_check = ?, payable_until = ?, upstream_id = ?, card = ?, fraud = ?, details = ?, dispute = ?, blocked = ?, challenge = ?, paid = ? " +
        "WHERE merchant = ? AND number = ? AND version = ?";

    private const string EventSql =
        "INSERT INTO payment_event (merchant, payment, version, status, reason, actor, at) VALUES (?, ?, ?, ?, ?, ?, ?)";

    /// <summary>False, and nothing written, when the reference is taken.</summary>
    public static bool TryInsert(Connection db, Payment payment, Actor by)
    {
        using var insert = db.Use(InsertSql);
        insert.Put(payment.Merchant).Put(payment.Number).Put((int)payment.Dialect).Put(payment.IsTest).Put((int)payment.Purpose)
            .Put(payment.CaptureNow).Put(payment.KeepCard).Put(payment.Amount.Minor).Put(payment.Amount.Currency.Code).Put(payment.Reference)
            .Put(payment.Shopper).Put(payment.ReturnUrl).Put(payment.LinkCheck).Put(payment.Created).Put(payment.Notified);
        PutMoving(insert, payment);
        if (insert.Run() == 0) return false;

        AddEvent(db, payment, by);
        return true;
    }

    /// <summary>False, and nothing written, when the store does not hold the version before.</summary>
    public static bool TryMove(Connection db, Payment after, Actor by)
    {
        using var move = db.Use(MoveSql);
        PutMoving(move, after);
        move.Put(after.Merchant).Put(after.Number).Put(after.Version - 1);
        if (move.Run() == 0) return false;

        AddEvent(db, after, by);
        return true;
    }

    public static Payment Read(Statement row) => new()
    {
        Merchant = row.Int(),
        Number = row.Long(),
        Dialect = (Dialect)row.Int(),
        IsTest = row.Flag(),
        Purpose = (PaymentPurpose)row.Int(),
        CaptureNow = row.Flag(),
        KeepCard = row.Flag(),
        Amount = new Amount(row.Long(), Currency.Of(row.Text())),
        Reference = row.Text(),
        Shopper = row.TextOrNull(),
        ReturnUrl = row.TextOrNull(),
        LinkCheck = row.Long(),
        Created = row.Time(),
        Notified = row.TimeOrNull(),
        Version = row.Int(),
        Status = (PaymentStatus)row.Int(),
        Reason = (PaymentReason)row.Int(),
        Changed = row.Time(),
        Need = (CardNeed)row.Int(),
        ThreeDSecure = row.Flag(),
        ShowToken = row.Flag(),
        Tries = row.Int(),
        WrongCodes = row.Int(),
        Attempts = row.Int(),
        CapturedMinor = row.Long(),
        RefundedMinor = row.Long(),
        RefundOpenMinor = row.Long(),
        SavedCard = row.LongOrNull(),
        SavedCardCheck = row.LongOrNull(),
        PayableUntil = row.TimeOrNull(),
        UpstreamId = row.TextOrNull(),
        Card = row.JsonOrNull(StoredJson.Default.CardFace),
        Fraud = row.JsonOrNull(StoredJson.Default.FraudVerdict),
        Details = row.Json(StoredJson.Default.PaymentDetails),
        Dispute = row.JsonOrNull(StoredJson.Default.Dispute),
        IsBlocked = row.Flag(),
        Challenge = row.JsonOrNull(StoredJson.Default.PassedChallenge),
        Paid = row.TimeOrNull(),
    };

    private static void PutMoving(Statement statement, Payment payment) => statement
        .Put(payment.Version).Put((int)payment.Status).Put((int)payment.Reason).Put(payment.Changed).Put((int)payment.Need)
        .Put(payment.ThreeDSecure).Put(payment.ShowToken).Put(payment.Tries).Put(payment.WrongCodes).Put(payment.Attempts)
        .Put(payment.CapturedMinor).Put(payment.RefundedMinor).Put(payment.RefundOpenMinor).Put(payment.SavedCard)
            .Put(payment.SavedCardCheck).Put(payment.PayableUntil)
        .Put(payment.UpstreamId).Put(payment.Card, StoredJson.Default.CardFace).Put(payment.Fraud, StoredJson.Default.FraudVerdict)
        .Put(payment.Details, StoredJson.Default.PaymentDetails).Put(payment.Dispute, StoredJson.Default.Dispute).Put(payment.IsBlocked)
        .Put(payment.Challenge, StoredJson.Default.PassedChallenge).Put(payment.Paid);

    private static void AddEvent(Connection db, Payment payment, Actor by)
    {
        using var insert = db.Use(EventSql);
        insert.Put(payment.Merchant).Put(payment.Number).Put(payment.Version).Put((int)payment.Status).Put((int)payment.Reason)
            .Put((int)by).Put(payment.Changed).Run();
    }
}
