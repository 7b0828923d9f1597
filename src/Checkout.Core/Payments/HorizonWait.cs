using System.Collections.Concurrent;

namespace Checkout.Core.Payments;

/// <summary>
/// Since when this process has been in doubt about an operation, by a clock that never jumps. Wall clocks are set, and those of two nodes differ, so
/// "not found" is final only when the horizon is over by both (REL-8). After a restart the wait begins anew, which costs time and nothing else.
/// </summary>
public sealed class HorizonWait(TimeProvider clock)
{
    /// <summary>What others have settled is forgotten when so much has gathered.</summary>
    private const int Many = 10_000;

    private static readonly TimeSpan Long = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<(string, long), long> _since = [];

    public TimeProvider Clock => clock;

    /// <summary>Nobody knows what became of it; a wait that has begun goes on.</summary>
    /// <returns>When it began.</returns>
    public long Begin(string reference, DateTimeOffset submitted)
    {
        if (_since.Count > Many) Drop();
        return _since.GetOrAdd(NameOf(reference, submitted), clock.GetTimestamp());
    }

    /// <param name="reference">The operation's; a wait that has not begun begins.</param>
    /// <param name="submitted">When it was submitted.</param>
    /// <param name="horizon">How long it may still act after that.</param>
    public bool IsOver(string reference, DateTimeOffset submitted, TimeSpan horizon) =>
        clock.GetElapsedTime(Begin(reference, submitted)) > horizon && clock.GetUtcNow() - submitted > horizon;

    public void End(string reference, DateTimeOffset submitted) => _since.TryRemove(NameOf(reference, submitted), out _);

    // What is sent anew has another time; a store keeps milliseconds of it.
    private static (string, long) NameOf(string reference, DateTimeOffset submitted) => (reference, submitted.ToUnixTimeMilliseconds());

    private void Drop()
    {
        foreach (var (name, since) in _since)
        {
            if (clock.GetElapsedTime(since) > Long) _since.TryRemove(name, out _);
        }
    }
}
