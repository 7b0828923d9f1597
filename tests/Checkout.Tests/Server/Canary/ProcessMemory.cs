using System.Globalization;

namespace Checkout.Tests.Server.Canary;

/// <summary>The memory of a process of ours: everything it can write to, which is where what came in from outside lies.</summary>
internal static class ProcessMemory
{
    public static byte[] Read(int process)
    {
        using var all = new MemoryStream();
        using var memory = new FileStream($"/proc/{process}/mem", FileMode.Open, FileAccess.Read, FileShare.ReadWrite, bufferSize: 0);
        var buffer = new byte[1024 * 1024];
        foreach (var (first, end) in Writable(process))
        {
            for (var at = first; at < end;)
            {
                memory.Position = at;
                var read = TryRead(memory, buffer, (int)Math.Min(buffer.Length, end - at));
                if (read <= 0) break;
                all.Write(buffer, 0, read);
                at += read;
            }
        }

        return all.ToArray();
    }

    // A region that went away meanwhile, or one that was only set aside, cannot be read.
    private static int TryRead(FileStream memory, byte[] buffer, int count)
    {
        try
        {
            return memory.Read(buffer, 0, count);
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static IEnumerable<(long First, long End)> Writable(int process) =>
        from line in File.ReadLines($"/proc/{process}/maps")
        let parts = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        where parts[1].StartsWith("rw", StringComparison.Ordinal) && IsResident(parts)
        let range = parts[0].Split('-')
        let first = ulong.Parse(range[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        let end = ulong.Parse(range[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        where end <= long.MaxValue && end - first <= 512UL * 1024 * 1024
        select ((long)first, (long)end);

    private static bool IsResident(string[] parts) => parts.Length < 6 || !parts[5].StartsWith("[v", StringComparison.Ordinal);
}
