using Checkout.Core.Upstream;

namespace Checkout.Storage.Sqlite;

/// <summary>A connector's own books: a file of its own, so that its commits and ours fail apart.</summary>
internal sealed class SqliteBooks(SqliteFile file) : IConnectorBooks
{
    private const string Select = "SELECT merchant, key, grp, version, text FROM page ";

    private const string ByKey = Select + "WHERE merchant = ? AND key = ?";

    private const string ByGroup = Select + "WHERE merchant = ? AND grp = ? ORDER BY id";

    private const string Add = "INSERT INTO page (version, grp, text, merchant, key) VALUES (?, ?, ?, ?, ?) ON CONFLICT (merchant, key) DO NOTHING";

    private const string Replace = "UPDATE page SET version = ?, grp = ?, text = ? WHERE merchant = ? AND key = ? AND version = ?";

    public ValueTask<BookPage?> FindAsync(int merchant, string key) =>
        file.Readers.FirstAsync(ByKey, sql => sql.Put(merchant).Put(key), Read);

    public ValueTask<IReadOnlyList<BookPage>> GroupAsync(int merchant, string group) =>
        file.Readers.AllAsync(ByGroup, sql => sql.Put(merchant).Put(group), Read);

    /// <summary>The page carries the version it was read with; it is stored with the next one.</summary>
    public Task<bool> WriteAsync(BookPage page) => file.Writer.RunAsync(db =>
    {
        using var write = db.Use(page.Version == 0 ? Add : Replace);
        write.Put(page.Version + 1).Put(page.Group).Put(page.Text).Put(page.Merchant).Put(page.Key);
        if (page.Version > 0) write.Put(page.Version);
        return write.Run() > 0;
    });

    private static BookPage Read(Statement row) => new(row.Int(), row.Text(), row.Text(), row.Int(), row.Bytes());
}
