namespace Checkout.CrashTests.Durability;

/// <summary>What a server did with disk and network, in order, as strace wrote it down.</summary>
/// <param name="upstreamPort">Where its provider listens.</param>
/// <param name="ownPort">Where it listens itself.</param>
internal sealed class SystemCalls(int upstreamPort, int ownPort)
{
    private const string Log = "checkout.db-wal>";

    /// <summary>How often the archive's log was brought to the disk.</summary>
    public int Syncs { get; private set; }

    /// <summary>Payments that were sent on to the provider.</summary>
    public int Sent { get; private set; }

    /// <summary>Answers that went back to merchants.</summary>
    public int Answered { get; private set; }

    /// <summary>
    /// What was sent or answered although nothing had come to the disk since the call before it. Payments have to come one after the other: the
    /// intent is synced before it is sent, and the outcome before it is told (PAY-1, PAY-14).
    /// </summary>
    public List<string> TooEarly { get; } = [];

    public static SystemCalls Read(IEnumerable<string> lines, int upstreamPort, int ownPort)
    {
        var calls = new SystemCalls(upstreamPort, ownPort);
        var isSynced = false;
        foreach (var line in Whole(lines))
        {
            if (IsSync(line))
            {
                calls.Syncs++;
                isSynced = true;
            }
            else if (calls.Moves(line))
            {
                if (!isSynced) calls.TooEarly.Add(line);
                isSynced = false;
            }
        }

        return calls;
    }

    private bool Moves(string line)
    {
        var isSent = IsTo(line, upstreamPort) && line.Contains("\"POST /v1/payments", StringComparison.Ordinal);
        var isAnswered = IsFrom(line, ownPort) && line.Contains("\"HTTP/1.1 201", StringComparison.Ordinal);
        if (isSent) Sent++;
        if (isAnswered) Answered++;
        return isSent || isAnswered;
    }

    private static bool IsSync(string line) => (line.Contains("fdatasync(", StringComparison.Ordinal) || line.Contains("fsync(", StringComparison.Ordinal)) && line.Contains(Log, StringComparison.Ordinal) && line.EndsWith("= 0", StringComparison.Ordinal);

    // Both ends stand in one pair of brackets, with more brackets around addresses of the newer kind.
    private static bool IsTo(string line, int port) => line.Contains(FormattableString.Invariant($":{port}]>"), StringComparison.Ordinal);

    private static bool IsFrom(string line, int port) => line.Contains(FormattableString.Invariant($":{port}->"), StringComparison.Ordinal);

    /// <summary>
    /// A call that others interrupt stands on two lines. A sync counts from its end; what is sent counts from its beginning, for then it is
    /// on its way.
    /// </summary>
    private static IEnumerable<string> Whole(IEnumerable<string> lines)
    {
        Dictionary<string, string> begun = [];
        foreach (var line in lines)
        {
            var thread = line.Split(' ', 2)[0];
            var resumed = line.IndexOf(" resumed>", StringComparison.Ordinal);
            if (line.EndsWith(" <unfinished ...>", StringComparison.Ordinal))
            {
                begun[thread] = line[..^" <unfinished ...>".Length];
                if (!line.Contains("sync(", StringComparison.Ordinal)) yield return begun[thread];
            }
            else if (resumed < 0) yield return line;
            else if (begun.Remove(thread, out var start) && start.Contains("sync(", StringComparison.Ordinal)) yield return start + line[(resumed + " resumed>".Length)..];
        }
    }
}
