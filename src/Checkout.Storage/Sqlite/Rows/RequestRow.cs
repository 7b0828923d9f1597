using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>How a request key lies in its table: claimed with the payment it made, answered later, gone after a month.</summary>
internal static class RequestRow
{
    private const int DaysKept = 31;

    private const string ClaimSql =
        "INSERT INTO request (merchant, day, payment, endpoint, key, mac) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (merchant, endpoint, key) DO NOTHING";

    // An answer is given once: it is never replaced, never given to another request that happens to carry the same key, and never to a
    // request that made a payment by one that was refused beside it.
    private const string AnswerSql =
        "INSERT INTO request (merchant, day, payment, status, endpoint, key, mac, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?) " +
        "ON CONFLICT (merchant, endpoint, key) DO UPDATE SET payment = COALESCE(excluded.payment, payment), status = excluded.status, body = excluded.body " +
        "WHERE body IS NULL AND mac = excluded.mac AND (excluded.payment IS NOT NULL OR payment IS NULL)";

    private const string ForgetSql =
        "DELETE FROM request WHERE id IN (SELECT id FROM (SELECT id, day FROM request ORDER BY id LIMIT 200) WHERE day < ?)";

    public static bool TryClaim(Connection db, Write.ClaimRequest claim)
    {
        using var insert = db.Use(ClaimSql);
        return insert.Put(claim.Key.Merchant).Put(DayOf(claim.At)).Put(claim.Payment).Put(claim.Key.Endpoint).Put(claim.Key.Key).Put(claim.Key.Mac).Run() > 0;
    }

    /// <summary>False, and nothing written, when another answer stands.</summary>
    public static bool Answer(Connection db, RequestKey key, SeenRequest answer, DateTimeOffset at)
    {
        using var upsert = db.Use(AnswerSql);
        return upsert.Put(key.Merchant).Put(DayOf(at)).Put(answer.Payment).Put(answer.Status).Put(key.Endpoint).Put(key.Key).Put(key.Mac).Put(answer.Body).Run() > 0;
    }

    /// <summary>Removes up to 200 of the oldest rows, if they are older than a month.</summary>
    public static void ForgetOld(Connection db, DateTimeOffset now)
    {
        using var delete = db.Use(ForgetSql);
        delete.Put(DayOf(now) - DaysKept).Run();
    }

    private static long DayOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / 86_400;
}
