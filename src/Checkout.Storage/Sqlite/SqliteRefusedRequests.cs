using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>Refused requests in SQLite. Each new one takes two that are over a month old with it, so that they never pile up.</summary>
internal sealed class SqliteRefusedRequests(SqliteFile file) : IRefusedRequestStore
{
    private const string Insert = "INSERT INTO refused_request (merchant, number, at, answer) VALUES (?, ?, ?, ?)";

    private const string Forget = "DELETE FROM refused_request WHERE id IN (SELECT id FROM (SELECT id, at FROM refused_request ORDER BY id LIMIT 2) WHERE at < ?)";

    private const string Find = "SELECT at, answer FROM refused_request WHERE merchant = ? AND number = ?";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(31);

    public Task KeepAsync(RefusedRequest request) => file.Writer.RunAsync(db =>
    {
        using var insert = db.Use(Insert);
        insert.Put(request.Merchant).Put(request.Number).Put(request.At).Put(request.Answer).Run();
        using var forget = db.Use(Forget);
        return forget.Put(request.At - Kept).Run();
    });

    public ValueTask<RefusedRequest?> FindAsync(int merchant, long number) =>
        file.Readers.FirstAsync(Find, sql => sql.Put(merchant).Put(number), row => new RefusedRequest(merchant, number, row.Time(), row.Bytes()));
}
