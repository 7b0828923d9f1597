namespace Checkout.Storage.Sqlite;

/// <summary>A file that one process holds as long as it lives: the system lets go of it whatever ends the process.</summary>
internal sealed class LockFile : IDisposable
{
    private readonly FileStream _held;

    private LockFile(FileStream held) => _held = held;

    /// <summary>Null: somebody holds it.</summary>
    public static LockFile? TryTake(string directory, string name)
    {
        var path = Path.Combine(directory, name);
        PrivateFiles.MakeFile(path);
        try
        {
            return new LockFile(new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            return null;
        }
    }

    public static bool IsHeld(string directory, string name)
    {
        using var taken = TryTake(directory, name);
        return taken is null;
    }

    public void Dispose() => _held.Dispose();
}
