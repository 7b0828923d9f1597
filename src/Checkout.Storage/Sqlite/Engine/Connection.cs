using System.Buffers;
using System.Text.Json;
using SQLitePCL;

namespace Checkout.Storage.Sqlite;

/// <summary>One open connection with its kept statements. Only one thread may use it at a time.</summary>
internal sealed class Connection : IDisposable
{
    private readonly sqlite3 _db;
    // SQL texts are constants, so the object itself is the key and no text is hashed on the hot path.
    private readonly Dictionary<string, Statement> _kept = new(ReferenceEqualityComparer.Instance);
    private readonly ArrayBufferWriter<byte> _jsonBytes = new(1024);

    private Connection(sqlite3 db)
    {
        _db = db;
        Json = new Utf8JsonWriter(_jsonBytes);
    }

    /// <summary>How many rows the last statement changed.</summary>
    public int Changes => raw.sqlite3_changes(_db);

    public bool IsInTransaction => raw.sqlite3_get_autocommit(_db) == 0;

    private Utf8JsonWriter Json { get; }

    /// <param name="path">The database file; it must exist.</param>
    /// <exception cref="Core.Storage.StoreUnavailableException">It does not open.</exception>
    public static Connection Open(string path, bool forWriting)
    {
        SqliteLibrary.Ensure();
        var flags = (forWriting ? raw.SQLITE_OPEN_READWRITE : raw.SQLITE_OPEN_READONLY) | raw.SQLITE_OPEN_NOMUTEX;
        var code = raw.sqlite3_open_v2(path, out var db, flags, null);
        if (code != raw.SQLITE_OK)
        {
            var trouble = SqliteTrouble.Of(db, code);
            db.Dispose();
            throw trouble;
        }

        _ = raw.sqlite3_extended_result_codes(db, 1);
        return new Connection(db);
    }

    /// <summary>The kept statement of this text, ready for its parameters. Dispose it to hand it back.</summary>
    /// <param name="sql">A constant: the same object in every call.</param>
    public Statement Use(string sql)
    {
        if (!_kept.TryGetValue(sql, out var statement))
        {
            Check(raw.sqlite3_prepare_v3(_db, sql, raw.SQLITE_PREPARE_PERSISTENT, out var handle));
            statement = new Statement(this, handle);
            _kept.Add(sql, statement);
        }

        return statement.Begin();
    }

    /// <summary>Runs a kept statement that has neither parameters nor rows.</summary>
    public void Run(string sql)
    {
        using var statement = Use(sql);
        statement.Run();
    }

    /// <summary>Runs a script of several statements once.</summary>
    public void RunScript(string script) => Check(raw.sqlite3_exec(_db, script));

    /// <summary>The one value a pragma answers with, or nothing. Never kept: SQLite reads some values when it prepares.</summary>
    public string AskPragma(string sql)
    {
        Check(raw.sqlite3_prepare_v2(_db, sql, out var handle));
        var statement = new Statement(this, handle);
        try
        {
            return statement.Read() ? statement.TextOrNull() ?? "" : "";
        }
        finally
        {
            statement.Close();
        }
    }

    public void WaitWhenBusy(TimeSpan atMost) => Check(raw.sqlite3_busy_timeout(_db, (int)atMost.TotalMilliseconds));

    /// <summary>Pages this connection wrote since it was last asked; in WAL mode each is a frame of the log.</summary>
    public int TakePagesWritten()
    {
        Check(raw.sqlite3_db_status(_db, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1));
        return pages;
    }

    /// <summary>Moves the log into the database.</summary>
    /// <param name="mode">One of SQLite's checkpoint modes.</param>
    /// <param name="frames">How many frames the log holds.</param>
    /// <returns>False when somebody else was in the way.</returns>
    public bool Checkpoint(int mode, out int frames)
    {
        var code = raw.sqlite3_wal_checkpoint_v2(_db, "main", mode, out frames, out _);
        if ((code & 0xff) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED) return false;
        Check(code);
        return true;
    }

    public void Dispose()
    {
        foreach (var statement in _kept.Values) statement.Close();
        _kept.Clear();
        Json.Dispose();
        _db.Dispose();
    }

    internal ReadOnlySpan<byte> Write<T>(T value, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> shape)
    {
        _jsonBytes.ResetWrittenCount();
        Json.Reset();
        JsonSerializer.Serialize(Json, value, shape);
        return _jsonBytes.WrittenSpan;
    }

    internal void Check(int code)
    {
        if (code != raw.SQLITE_OK) throw SqliteTrouble.Of(_db, code);
    }

    internal Exception Trouble(int code) => SqliteTrouble.Of(_db, code);
}
