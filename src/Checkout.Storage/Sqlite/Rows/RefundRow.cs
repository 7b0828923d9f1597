using Checkout.Core.Money;
using Checkout.Core.Payments;

namespace Checkout.Storage.Sqlite;

/// <summary>How a refund lies in its table, and how it is put there, moved and read.</summary>
internal static class RefundRow
{
    public const string Select = "SELECT " + Columns + " FROM refund ";

    private const string Columns =
        "merchant, number, payment, reference, originator_reference, description, statement_descriptor, amount, currency, state, reason, attempt, created, ended";

    private const string InsertSql =
        "INSERT INTO refund (" + Columns + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (merchant, reference) DO NOTHING";

    private const string TakeBackSql = "DELETE FROM refund WHERE merchant = ? AND number = ?";

    private const string MoveSql = "UPDATE refund SET state = ?, reason = ?, attempt = ?, ended = ? WHERE merchant = ? AND number = ? AND state = 0";

    /// <summary>False, and nothing written, when the reference is taken.</summary>
    public static bool TryInsert(Connection db, Refund refund)
    {
        using var insert = db.Use(InsertSql);
        return insert.Put(refund.Merchant).Put(refund.Number).Put(refund.Payment).Put(refund.Reference).Put(refund.OriginatorReference)
            .Put(refund.Description).Put(refund.StatementDescriptor).Put(refund.Amount.Minor).Put(refund.Amount.Currency.Code)
            .Put((int)refund.State).Put((int)refund.Reason).Put(refund.Attempt).Put(refund.Created).Put(refund.Ended).Run() > 0;
    }

    /// <summary>Takes back what was inserted in the same change.</summary>
    public static void TakeBack(Connection db, Refund refund)
    {
        using var delete = db.Use(TakeBackSql);
        delete.Put(refund.Merchant).Put(refund.Number).Run();
    }

    /// <summary>False, and nothing written, when it is no longer open.</summary>
    public static bool TryMove(Connection db, Refund after)
    {
        using var move = db.Use(MoveSql);
        return move.Put((int)after.State).Put((int)after.Reason).Put(after.Attempt).Put(after.Ended).Put(after.Merchant).Put(after.Number).Run() > 0;
    }

    public static Refund Read(Statement row) => new()
    {
        Merchant = row.Int(),
        Number = row.Long(),
        Payment = row.Long(),
        Reference = row.Text(),
        OriginatorReference = row.TextOrNull(),
        Description = row.TextOrNull(),
        StatementDescriptor = row.TextOrNull(),
        Amount = new Amount(row.Long(), Currency.Of(row.Text())),
        State = (RefundState)row.Int(),
        Reason = (PaymentReason)row.Int(),
        Attempt = row.IntOrNull(),
        Created = row.Time(),
        Ended = row.TimeOrNull(),
    };
}
