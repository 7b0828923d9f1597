using System.Collections.Concurrent;

namespace Checkout.Storage.Sqlite;

/// <summary>Read-only connections, one per reader at work; idle ones are kept with their prepared statements.</summary>
internal sealed class Readers(string path) : IDisposable
{
    private const int MostIdle = 16;

    private readonly ConcurrentBag<Connection> _idle = [];
    private volatile bool _isClosed;

    /// <summary>Answers a question from the last commit.</summary>
    /// <exception cref="Core.Storage.StoreUnavailableException">The file cannot be read now.</exception>
    public T Read<T>(Func<Connection, T> ask)
    {
        var db = _idle.TryTake(out var kept) ? kept : Open();
        try
        {
            return ask(db);
        }
        finally
        {
            if (_isClosed || _idle.Count >= MostIdle) db.Dispose();
            else _idle.Add(db);
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_idle.TryTake(out var db)) db.Dispose();
    }

    private Connection Open()
    {
        if (_isClosed) throw new Core.Storage.StoreUnavailableException("The archive is closed.");
        var db = Connection.Open(path, forWriting: false);
        db.WaitWhenBusy(Pledges.BusyWait);
        return db;
    }
}
