using System.Diagnostics;

namespace Checkout.CrashTests.Durability;

/// <summary>A file system of a few megabytes in memory. Mounting wants root, or sudo without a password.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    public string Path { get; }

    public static SmallDisk Mount()
    {
        var path = Directory.CreateTempSubdirectory("checkout-small-").FullName;
        Run("mount", "-t", "tmpfs", "-o", FormattableString.Invariant($"size=24m,mode=0777"), "none", path);
        return new SmallDisk(path);
    }

    /// <summary>Takes all the room that is left.</summary>
    public static void Fill(string ballast)
    {
        using var file = new FileStream(ballast, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true) file.Write(block);
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void Dispose()
    {
        Run("umount", Path);
        Directory.Delete(Path);
    }

    private static void Run(string program, params string[] words)
    {
        var start = Environment.UserName == "root" ? new ProcessStartInfo(program, words) : new ProcessStartInfo("sudo", ["-n", program, .. words]);
        start.RedirectStandardError = true;
        using var run = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        var complaint = run.StandardError.ReadToEnd();
        run.WaitForExit();
        Assert.True(run.ExitCode == 0, $"{program}: {complaint}");
    }
}
