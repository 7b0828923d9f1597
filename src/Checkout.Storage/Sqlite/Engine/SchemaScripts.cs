using System.Globalization;
using System.Reflection;

namespace Checkout.Storage.Sqlite;

/// <summary>Brings a database file up to the schema this program knows: numbered scripts, in order, each once.</summary>
internal sealed class SchemaScripts
{
    private const string Table =
        "CREATE TABLE IF NOT EXISTS schema_script (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied INTEGER NOT NULL)";

    private readonly IReadOnlyList<(int Number, string Name, string Resource)> _scripts;

    /// <param name="room">The folder under <c>Schema</c>.</param>
    public SchemaScripts(string room)
    {
        var prefix = $"Checkout.Storage.Schema.{room}.";
        _scripts = [.. Assembly.GetExecutingAssembly().GetManifestResourceNames()
            .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
            .Select(name => (int.Parse(name.AsSpan(prefix.Length, 3), CultureInfo.InvariantCulture), name[prefix.Length..], name))
            .Order()];
    }

    /// <exception cref="StorageRefusedException">The file was written by a newer program.</exception>
    public void Apply(Connection db, string path, DateTimeOffset now)
    {
        db.Run("BEGIN IMMEDIATE");
        db.Run(Table);
        var applied = LastApplied(db);
        var known = _scripts[^1].Number;
        if (applied > known)
        {
            db.Run("ROLLBACK");
            throw new StorageRefusedException($"{path} has schema {applied}, but this program knows only up to {known}: it was written by a newer version of Checkout.");
        }

        foreach (var script in _scripts.Where(script => script.Number > applied))
        {
            db.RunScript(TextOf(script.Resource));
            using var note = db.Use("INSERT INTO schema_script (number, name, applied) VALUES (?, ?, ?)");
            note.Put(script.Number).Put(script.Name).Put(now).Run();
        }

        db.Run("COMMIT");
    }

    private static int LastApplied(Connection db)
    {
        using var rows = db.Use("SELECT COALESCE(MAX(number), 0) FROM schema_script");
        return rows.Read() ? rows.Int() : 0;
    }

    private static string TextOf(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
