namespace Checkout.Storage.Sqlite;

/// <summary>Held by the one import over a data directory as long as it lives.</summary>
internal sealed class SoleImport : IDisposable
{
    private const string Name = "import.lock";

    private readonly LockFile _held;

    private SoleImport(LockFile held) => _held = held;

    /// <exception cref="StorageRefusedException">Another import is at work over the same directory.</exception>
    public static SoleImport Take(string directory) => LockFile.TryTake(directory, Name) is { } held
        ? new SoleImport(held)
        : throw new StorageRefusedException($"Another import is at work over {directory}. Wait until it has ended.");

    public static bool IsAtWork(string directory) => LockFile.IsHeld(directory, Name);

    public void Dispose() => _held.Dispose();
}
