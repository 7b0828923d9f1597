namespace Checkout.Storage.Sqlite;

/// <summary>Held by the one server over a data directory as long as it lives, or by an import that keeps servers away.</summary>
internal sealed class SoleServer : IDisposable
{
    private const string Name = "server.lock";

    private readonly LockFile _held;

    private SoleServer(LockFile held) => _held = held;

    /// <summary>Null: a server is at work over the directory.</summary>
    public static SoleServer? TryTake(string directory) => LockFile.TryTake(directory, Name) is { } held ? new SoleServer(held) : null;

    /// <exception cref="StorageRefusedException">Another server, or an import, is at work over the same directory.</exception>
    public static SoleServer Take(string directory) => TryTake(directory) ?? throw new StorageRefusedException(SoleImport.IsAtWork(directory)
        ? $"An import is at work over {directory}. Start the server when it has ended."
        : $"Another server is at work over {directory}. Stop it first, or choose another DataDirectory for this one.");

    public void Dispose() => _held.Dispose();
}
