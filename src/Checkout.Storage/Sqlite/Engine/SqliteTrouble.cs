using Checkout.Core.Storage;
using SQLitePCL;

namespace Checkout.Storage.Sqlite;

/// <summary>What a SQLite error code means for us: the store's trouble (disk, lock, damage) or broken code (a rule of the schema, bad SQL).</summary>
internal static class SqliteTrouble
{
    public static Exception Of(sqlite3 db, int code)
    {
        var text = $"SQLite says {code}: {raw.sqlite3_errmsg(db).utf8_to_string()}";
        return (code & 0xff) switch
        {
            raw.SQLITE_CONSTRAINT => new BrokenRuleException(text),
            raw.SQLITE_ERROR or raw.SQLITE_MISUSE or raw.SQLITE_RANGE or raw.SQLITE_MISMATCH or raw.SQLITE_TOOBIG => new InvalidOperationException(text),
            _ => new StoreUnavailableException(text),
        };
    }
}

/// <summary>A write broke a rule of the schema that no verdict stands for: broken code above.</summary>
internal sealed class BrokenRuleException(string message) : Exception(message);
