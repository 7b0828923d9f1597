namespace Checkout.Storage.Sqlite;

/// <summary>Held by the one server over a data directory as long as it lives: the system lets go of it whatever ends the process.</summary>
internal sealed class SoleServer : IDisposable
{
    private readonly FileStream _held;

    private SoleServer(FileStream held) => _held = held;

    /// <exception cref="StorageRefusedException">Another server is at work over the same directory.</exception>
    public static SoleServer Take(string directory)
    {
        var path = Path.Combine(directory, "server.lock");
        PrivateFiles.MakeFile(path);
        try
        {
            return new SoleServer(new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException trouble)
        {
            throw new StorageRefusedException($"Another server is at work over {directory}. Stop it first, or choose another DataDirectory for this one.", trouble);
        }
    }

    public void Dispose() => _held.Dispose();
}
