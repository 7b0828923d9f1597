using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>Request keys and their answers in SQLite. Old rows go a few at a time, in the commits of new answers.</summary>
internal sealed class SqliteRequests(SqliteFile file) : IRequestStore
{
    private const int AnswersPerCleaning = 64;

    private const string Find = "SELECT mac, payment, status, body FROM request WHERE merchant = ? AND endpoint = ? AND key = ?";

    private int _answers;

    public ValueTask<SeenRequest?> FindAsync(int merchant, string endpoint, string key) => file.Readers.FirstAsync(
        Find,
        sql => sql.Put(merchant).Put(endpoint).Put(key),
        row => new SeenRequest(row.Bytes(), row.LongOrNull(), row.Int(), row.BytesOrNull()));

    public Task<bool> AnswerAsync(RequestKey key, long? payment, int status, byte[] body, DateTimeOffset at)
    {
        var isCleaning = Interlocked.Increment(ref _answers) % AnswersPerCleaning == 0;
        return file.Writer.RunAsync(db =>
        {
            var isKept = RequestRow.Answer(db, key, new SeenRequest(key.Mac, payment, status, body), at);
            if (isCleaning) RequestRow.ForgetOld(db, at);
            return isKept;
        });
    }
}
