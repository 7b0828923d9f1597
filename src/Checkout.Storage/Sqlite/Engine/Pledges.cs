namespace Checkout.Storage.Sqlite;

/// <summary>The settings of a writing connection on which durability and secrecy rest (REL-5). They are set, read back, and must hold.</summary>
internal static class Pledges
{
    public static readonly TimeSpan BusyWait = TimeSpan.FromSeconds(10);

    private const string AskBusy = "PRAGMA busy_timeout";

    private static readonly (string Set, string Ask, string Holds)[] All =
    [
        ("PRAGMA journal_mode = WAL", "PRAGMA journal_mode", "wal"),
        ("PRAGMA synchronous = FULL", "PRAGMA synchronous", "2"),
        ("PRAGMA foreign_keys = ON", "PRAGMA foreign_keys", "1"),
        ("PRAGMA secure_delete = ON", "PRAGMA secure_delete", "1"),
        ("PRAGMA temp_store = MEMORY", "PRAGMA temp_store", "2"),
        ("PRAGMA wal_autocheckpoint = 0", "PRAGMA wal_autocheckpoint", "0"),
        ("PRAGMA cache_size = -65536", "PRAGMA cache_size", "-65536"),
    ];

    /// <summary>Sets everything and reads it back.</summary>
    /// <exception cref="StorageRefusedException">One does not hold.</exception>
    public static void Make(Connection db, string path)
    {
        db.WaitWhenBusy(BusyWait);
        foreach (var (set, ask, holds) in All)
        {
            // Some pragmas answer when they are set and some do not; what counts is what they say afterwards.
            db.AskPragma(set);
            var answer = db.AskPragma(ask);
            if (answer != holds) throw new StorageRefusedException($"{path} cannot be kept safely: SQLite answers '{answer}' to '{ask}' where '{holds}' is needed.");
        }

        if (long.Parse(db.AskPragma(AskBusy), System.Globalization.CultureInfo.InvariantCulture) < 5000)
            throw new StorageRefusedException($"{path} cannot be kept safely: SQLite does not wait for other processes.");
    }

    /// <summary>What the connection answers now, by the name of the pragma.</summary>
    public static IReadOnlyDictionary<string, string> Read(Connection db) =>
        All.Select(pledge => pledge.Ask).Append(AskBusy).ToDictionary(ask => ask["PRAGMA ".Length..], db.AskPragma);
}
