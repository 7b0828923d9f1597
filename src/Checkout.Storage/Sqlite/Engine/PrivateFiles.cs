namespace Checkout.Storage.Sqlite;

/// <summary>Makes the data directory and database files so that only their owner can look into them.</summary>
internal static class PrivateFiles
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="StorageRefusedException">The directory cannot be made.</exception>
    public static void MakeDirectory(string directory)
    {
        try
        {
            if (OperatingSystem.IsWindows()) Directory.CreateDirectory(directory);
            else if (!Directory.Exists(directory)) Directory.CreateDirectory(directory, OwnerOnly | UnixFileMode.UserExecute);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new StorageRefusedException($"The data directory {directory} cannot be made: {trouble.Message}", trouble);
        }
    }

    /// <summary>Makes the file, or takes other people's rights away from it. SQLite gives its log and index files the same mode.</summary>
    /// <remarks>A file that exists is never opened here: closing it would drop the locks SQLite holds on it in this process.</remarks>
    /// <exception cref="StorageRefusedException">It cannot be made or does not belong to us.</exception>
    public static void MakeFile(string path)
    {
        try
        {
            if (!File.Exists(path)) Create(path);
            if (!OperatingSystem.IsWindows() && File.GetUnixFileMode(path) != OwnerOnly) File.SetUnixFileMode(path, OwnerOnly);
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new StorageRefusedException($"{path} cannot be opened for its owner alone: {trouble.Message}", trouble);
        }
    }

    private static void Create(string path)
    {
        var how = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) how.UnixCreateMode = OwnerOnly;
        try
        {
            using var made = new FileStream(path, how);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another process was quicker, which is as good.
        }
    }
}
