using Checkout.Core.Notices;

namespace Checkout.Storage.Sqlite;

/// <summary>How a notice lies in the outbox.</summary>
internal static class NoticeRow
{
    public const string Columns = "id, merchant, payment, subject, refund, tries, created, next_at";

    private const string InsertSql =
        "INSERT INTO notice (merchant, payment, subject, refund, tries, created, next_at) VALUES (?, ?, ?, ?, ?, ?, ?)";

    // What could not be told has another chance: else the news would wait behind it for as long as that was to wait.
    private const string HurrySql =
        "UPDATE notice SET next_at = ? WHERE merchant = ? AND payment = ? AND (subject = 2) = ? AND state = 0 AND tries > 0 AND next_at > ?";

    public static void Insert(Connection db, Notice notice)
    {
        using var hurry = db.Use(HurrySql);
        hurry.Put(notice.NextAt).Put(notice.Merchant).Put(notice.Payment).Put(notice.Subject == NoticeSubject.Payout).Put(notice.NextAt).Run();
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
