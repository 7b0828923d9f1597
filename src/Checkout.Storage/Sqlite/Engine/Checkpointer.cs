using Checkout.Core.Storage;
using SQLitePCL;

namespace Checkout.Storage.Sqlite;

/// <summary>
/// Moves the write-ahead log into the database on a thread of its own, so that no caller waits for it. When the log outgrows its bound
/// because the writer is always ahead, the writer pauses once and truncates it.
/// </summary>
/// <remarks>
/// A checkpoint starts only after the writer has written since the last one ended: SQLite before 3.51.3 can damage a database when a second
/// checkpoint follows a complete first one while a writer starts the log anew (its "WAL-reset bug").
/// </remarks>
internal sealed class Checkpointer : IDisposable
{
    private const int WorthIt = 1024;
    private const int TooLong = 16 * 1024;
    private static readonly TimeSpan ShortWait = TimeSpan.FromMilliseconds(200);

    private readonly Connection _db;
    private readonly AutoResetEvent _bell = new(false);
    private readonly Thread _thread;
    private int _frames;
    private volatile bool _isOver;
    private volatile bool _mustTruncate;

    public Checkpointer(Connection db, string name)
    {
        _db = db;
        _thread = new Thread(Work) { IsBackground = true, Name = $"{name} checkpointer" };
        _thread.Start();
    }

    /// <summary>Why the last checkpoint failed; null when it did not.</summary>
    public string? Trouble { get; private set; }

    /// <summary>The writer's call after each round, on its thread and with its connection.</summary>
    public void AfterCommit(Connection writer)
    {
        var written = Interlocked.Add(ref _frames, writer.TakePagesWritten());
        if (_mustTruncate) Truncate(writer);
        else if (written >= WorthIt) _bell.Set();
    }

    public void Dispose()
    {
        _isOver = true;
        _bell.Set();
        _thread.Join();
        _bell.Dispose();
        _db.Dispose();
    }

    private void Work()
    {
        while (_bell.WaitOne() && !_isOver)
        {
            if (Volatile.Read(ref _frames) < WorthIt) continue;
            Try(() => _mustTruncate = _db.Checkpoint(raw.SQLITE_CHECKPOINT_PASSIVE, out var frames) && frames > TooLong);
            Volatile.Write(ref _frames, 0);
        }
    }

    private void Truncate(Connection writer)
    {
        _mustTruncate = false;
        // A reader that holds an old page must not hold the writer for long; the next round of the checkpointer asks again.
        writer.WaitWhenBusy(ShortWait);
        Try(() => writer.Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE, out _));
        Volatile.Write(ref _frames, 0);
        writer.WaitWhenBusy(Pledges.BusyWait);
    }

    private void Try(Action work)
    {
        try
        {
            work();
            Trouble = null;
        }
        catch (StoreUnavailableException trouble)
        {
            // The log keeps everything; it only grows until a later checkpoint gets through.
            Trouble = trouble.Message;
        }
    }
}
