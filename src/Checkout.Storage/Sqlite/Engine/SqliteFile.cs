using Checkout.Core.Storage;

namespace Checkout.Storage.Sqlite;

/// <summary>One database file at work: its writer, its readers, its checkpointer.</summary>
internal sealed class SqliteFile : IDisposable
{
    private readonly Checkpointer _checkpointer;

    private SqliteFile(string path, Connection forWriter, Connection forCheckpoints)
    {
        var name = Path.GetFileName(path);
        Readers = new Readers(path);
        _checkpointer = new Checkpointer(forCheckpoints, name);
        Writer = new SqliteWriter(forWriter, _checkpointer, name);
    }

    public SqliteWriter Writer { get; }

    public Readers Readers { get; }

    /// <summary>Why the last checkpoint failed; null when all is well.</summary>
    public string? CheckpointTrouble => _checkpointer.Trouble;

    /// <param name="room">The folder of schema scripts.</param>
    /// <exception cref="StorageRefusedException">It cannot be opened, is too new, or cannot be kept durable.</exception>
    public static SqliteFile Open(string path, string room, DateTimeOffset now)
    {
        PrivateFiles.MakeFile(path);
        Connection? writer = null;
        Connection? checkpoints = null;
        try
        {
            writer = OpenForWriting(path);
            new SchemaScripts(room).Apply(writer, path, now);
            checkpoints = OpenForWriting(path);
            return new SqliteFile(path, writer, checkpoints);
        }
        catch (Exception trouble)
        {
            checkpoints?.Dispose();
            writer?.Dispose();
            if (trouble is StorageRefusedException) throw;
            throw new StorageRefusedException($"{path} cannot be opened: {trouble.Message}", trouble);
        }
    }

    public void Dispose()
    {
        Writer.Dispose();
        _checkpointer.Dispose();
        Readers.Dispose();
    }

    private static Connection OpenForWriting(string path)
    {
        var db = Connection.Open(path, forWriting: true);
        try
        {
            Pledges.Make(db, path);
            return db;
        }
        catch
        {
            db.Dispose();
            throw;
        }
    }
}
