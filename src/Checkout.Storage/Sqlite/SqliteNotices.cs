using Checkout.Core.Notices;

namespace Checkout.Storage.Sqlite;

/// <summary>The outbox in SQLite. A given-up notice stays as a row in state 1 and holds nobody up.</summary>
internal sealed class SqliteNotices(SqliteFile file) : INoticeStore
{
    // A payment's number may be a payout's too, which has an order of its own. A few of each merchant at a time, so that one whose address hangs does not hide what waits for the others.
    private const string Due =
        "SELECT " + NoticeRow.Columns + " FROM (SELECT n.*, ROW_NUMBER() OVER (PARTITION BY n.merchant ORDER BY n.next_at, n.id) AS place " +
        "FROM notice n WHERE n.state = 0 AND n.next_at <= ? AND NOT EXISTS " +
        "(SELECT 1 FROM notice o WHERE o.merchant = n.merchant AND o.payment = n.payment AND (o.subject = 2) = (n.subject = 2) AND o.state = 0 AND o.id < n.id)) AS ranked " +
        "WHERE place <= ? ORDER BY next_at, id LIMIT ?";

    private const string Forget = "DELETE FROM notice WHERE id = ? AND merchant = ?";

    private const string Newest =
        "SELECT " + NoticeRow.Columns + " FROM notice WHERE merchant = ? AND payment = ? AND (subject = 2) = ? AND state = 0 ORDER BY id DESC LIMIT 1";

    private const string Told = "DELETE FROM notice WHERE merchant = ? AND payment = ? AND (subject = 2) = ? AND state = 0 AND id <= ?";

    private const string Remember = "UPDATE payment SET notified = ? WHERE merchant = ? AND number = ?";

    private const string RememberPayout = "UPDATE payout SET notified = ? WHERE merchant = ? AND number = ?";

    private const string Hold = "UPDATE notice SET next_at = ? WHERE id = ? AND merchant = ?";

    private const string Postpone = "UPDATE notice SET tries = ?, next_at = ?, state = ? WHERE id = ? AND merchant = ?";

    private const string Resend = "UPDATE notice SET state = 0, tries = 0, created = ?, next_at = ? WHERE merchant = ? AND state = 1 AND created >= ?";

    public ValueTask<IReadOnlyList<Notice>> DueAsync(DateTimeOffset now, int limit, int perMerchant) =>
        file.Readers.AllAsync(Due, sql => sql.Put(now).Put(perMerchant).Put(limit), NoticeRow.Read);

    public Task ForgetAsync(Notice notice) => file.Writer.RunAsync(db =>
    {
        using var forget = db.Use(Forget);
        return forget.Put(notice.Id).Put(notice.Merchant).Run();
    });

    public async ValueTask<long> NewestAsync(Notice notice)
    {
        var newest = await file.Readers.FirstAsync(Newest, sql => sql.Put(notice.Merchant).Put(notice.Payment).Put(IsOfPayout(notice)), NoticeRow.Read);
        return Math.Max(notice.Id, newest?.Id ?? 0);
    }

    public Task DeliveredAsync(Notice notice, DateTimeOffset at, long tells) => file.Writer.RunAsync(db =>
    {
        using var told = db.Use(Told);
        told.Put(notice.Merchant).Put(notice.Payment).Put(IsOfPayout(notice)).Put(tells).Run();
        using var remember = db.Use(notice.Subject == NoticeSubject.Payout ? RememberPayout : Remember);
        return remember.Put(at).Put(notice.Merchant).Put(notice.Payment).Run();
    });

    public Task HoldAsync(Notice notice, DateTimeOffset until) => file.Writer.RunAsync(db =>
    {
        using var hold = db.Use(Hold);
        return hold.Put(until).Put(notice.Id).Put(notice.Merchant).Run();
    });

    public Task PostponeAsync(Notice notice, DateTimeOffset? next) => file.Writer.RunAsync(db =>
    {
        using var postpone = db.Use(Postpone);
        return postpone.Put(notice.Tries + 1).Put(next).Put(next is null).Put(notice.Id).Put(notice.Merchant).Run();
    });

    public Task<int> ResendAsync(int merchant, DateTimeOffset since, DateTimeOffset now) => file.Writer.RunAsync(db =>
    {
        using var resend = db.Use(Resend);
        return resend.Put(now).Put(now).Put(merchant).Put(since).Run();
    });

    private static bool IsOfPayout(Notice notice) => notice.Subject == NoticeSubject.Payout;
}
