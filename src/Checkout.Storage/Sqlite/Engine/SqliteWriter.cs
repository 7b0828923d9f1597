using System.Threading.Channels;
using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>
/// The one writer of a database file. Whoever waits when a round begins is committed in it, in one durable transaction; while the disk
/// works, the next round gathers. No timer: the flush itself is the linger.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    public const int MostPerRound = 512;
    public const int MostWaiting = 8192;

    private readonly Connection _db;
    private readonly Checkpointer _checkpointer;
    private readonly Channel<WriteUnit> _waiting = Channel.CreateBounded<WriteUnit>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly Thread _thread;
    private long _commits;
    private long _units;

    public SqliteWriter(Connection db, Checkpointer checkpointer, string name)
    {
        _db = db;
        _checkpointer = checkpointer;
        _thread = new Thread(Work) { IsBackground = true, Name = $"{name} writer" };
        _thread.Start();
    }

    /// <summary>How many durable transactions there were since the start, and how many callers' work they held.</summary>
    public WriterFigures Figures => new(Interlocked.Read(ref _commits), Interlocked.Read(ref _units));

    /// <summary>Does work that has no condition.</summary>
    public Task<T> RunAsync<T>(Func<Connection, T> work) => LandAsync(db => new Landed<T>(work(db), Trace.Whole));

    /// <summary>Does work whose condition may fail; the answer comes when the round is on disk.</summary>
    /// <exception cref="StoreUnavailableException">Too many wait, the writer is closed, or the round could not be committed.</exception>
    public Task<T> LandAsync<T>(Func<Connection, Landed<T>> work)
    {
        var unit = new WriteUnit<T>(work);
        return _waiting.Writer.TryWrite(unit)
            ? unit.Task
            : Task.FromException<T>(new StoreUnavailableException("The archive has more to write than it can take, or is closed."));
    }

    /// <summary>Writes what waits, then stops.</summary>
    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _thread.Join();
        _db.Dispose();
    }

    private void Work()
    {
        var round = new List<WriteUnit>(MostPerRound);
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (round.Count < MostPerRound && _waiting.Reader.TryRead(out var unit)) round.Add(unit);
            RunRound(round);
            round.Clear();
        }
    }

    private void RunRound(List<WriteUnit> round)
    {
        try
        {
            if (!TryTogether(round)) OneByOne(round);
        }
#pragma warning disable CA1031 // The writer must outlive any trouble; every caller of the round hears of it.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            var told = trouble as StoreUnavailableException ?? new StoreUnavailableException("The archive could not write.", trouble);
            UndoAll();
            foreach (var unit in round) unit.Fail(told);
            return;
        }

        Interlocked.Increment(ref _commits);
        Interlocked.Add(ref _units, round.Count);
        foreach (var unit in round) unit.Answer();
        _checkpointer.AfterCommit(_db);
    }

    /// <summary>The usual way: no savepoints. When a unit leaves a part of itself behind, everything goes back and false says so.</summary>
    private bool TryTogether(List<WriteUnit> round)
    {
        _db.Run("BEGIN IMMEDIATE");
        foreach (var unit in round)
        {
            if (unit.Run(_db) != Trace.Partial) continue;
            _db.Run("ROLLBACK");
            return round.Count == 1;
        }

        _db.Run("COMMIT");
        return true;
    }

    /// <summary>The careful way: each unit in a savepoint of its own, so that one which fails does not fail its neighbours.</summary>
    private void OneByOne(List<WriteUnit> round)
    {
        _db.Run("BEGIN IMMEDIATE");
        foreach (var unit in round)
        {
            _db.Run("SAVEPOINT unit");
            if (unit.Run(_db) == Trace.Partial) _db.Run("ROLLBACK TO unit");
            _db.Run("RELEASE unit");
        }

        _db.Run("COMMIT");
    }

    private void UndoAll()
    {
        try
        {
            if (_db.IsInTransaction) _db.Run("ROLLBACK");
        }
        catch (StoreUnavailableException)
        {
            // SQLite rolls back by itself when the disk fails; the next round's BEGIN tells whether it can go on.
        }
    }
}
