using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>Facts of the installation in SQLite. Rarely read and written, so the caller simply waits.</summary>
internal sealed class SqliteSettings(SqliteFile file) : ISettingStore
{
    private const string All = "SELECT name, value FROM setting WHERE room = ?";

    private const string Add = "INSERT INTO setting (room, name, value) VALUES (?, ?, ?) ON CONFLICT (room, name) DO NOTHING";

    private const string Put = "INSERT INTO setting (room, name, value) VALUES (?, ?, ?) ON CONFLICT (room, name) DO UPDATE SET value = excluded.value";

    public IReadOnlyDictionary<string, string> ReadAll(string room) => file.Readers.Read(db =>
    {
        using var rows = db.Use(All).Put(room);
        var all = new Dictionary<string, string>(StringComparer.Ordinal);
        while (rows.Read()) all.Add(rows.Text(), rows.Text());
        return all;
    });

    public bool Write(string room, string name, string value, bool onlyNew = false) => file.Writer.RunAsync(db =>
    {
        using var write = db.Use(onlyNew ? Add : Put);
        return write.Put(room).Put(name).Put(value).Run() > 0;
    }).GetAwaiter().GetResult();
}
