using Checkout.Core.Notices;

namespace Checkout.Storage.Sqlite;

/// <summary>How a notice lies in the outbox.</summary>
internal static class NoticeRow
{
    public const string Columns = "id, merchant, payment, subject, refund, tries, created, next_at";

    private const string InsertSql =
        "INSERT INTO notice (merchant, payment, subject, refund, tries, created, next_at) VALUES (?, ?, ?, ?, ?, ?, ?)";

    public static void Insert(Connection db, Notice notice)
    {
        using var insert = db.Use(InsertSql);
        insert.Put(notice.Merchant).Put(notice.Payment).Put((int)notice.Subject).Put(notice.Refund).Put(notice.Tries)
            .Put(notice.Created).Put(notice.NextAt).Run();
    }

    public static Notice Read(Statement row) => new()
    {
        Id = row.Long(),
        Merchant = row.Int(),
        Payment = row.Long(),
        Subject = (NoticeSubject)row.Int(),
        Refund = row.LongOrNull(),
        Tries = row.Int(),
        Created = row.Time(),
        NextAt = row.Time(),
    };
}
