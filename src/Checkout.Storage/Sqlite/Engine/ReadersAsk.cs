namespace Checkout.Storage.Sqlite;

/// <summary>The two questions nearly every read is: the one row, and all rows.</summary>
internal static class ReadersAsk
{
    public static ValueTask<T?> FirstAsync<T>(this Readers readers, string sql, Func<Statement, Statement> put, Func<Statement, T> read)
        where T : class =>
        ValueTask.FromResult(readers.Read(db =>
        {
            using var rows = put(db.Use(sql));
            return rows.Read() ? read(rows) : null;
        }));

    public static ValueTask<IReadOnlyList<T>> AllAsync<T>(this Readers readers, string sql, Func<Statement, Statement> put, Func<Statement, T> read)
        where T : class =>
        ValueTask.FromResult<IReadOnlyList<T>>(readers.Read(db =>
        {
            using var rows = put(db.Use(sql));
            List<T> all = [];
            while (rows.Read()) all.Add(read(rows));
            return all;
        }));
}
