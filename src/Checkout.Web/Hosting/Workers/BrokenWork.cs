namespace Checkout.Web.Hosting.Workers;

/// <summary>
/// Work that broke our code when it was looked after. Each piece waits, longer every time, while the others go on. Only a memory: after a
/// restart each is tried at once. Safe for many threads.
/// </summary>
/// <param name="keyOf">What makes two pieces the same.</param>
/// <param name="clock">The time.</param>
public sealed class BrokenWork<T>(Func<T, (int Merchant, long Number, int Part)> keyOf, TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<(int Merchant, long Number, int Part), (TimeSpan Wait, DateTimeOffset NotBefore)> _waiting = [];

    /// <summary>How many are remembered; so many more must be read for the sound ones to be seen behind them.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _waiting.Count;
        }
    }

    /// <summary>Those of the due pieces that need not wait. What is no longer due is forgotten.</summary>
    public IReadOnlyList<T> Without(IReadOnlyList<T> due)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            foreach (var gone in _waiting.Keys.Except(due.Select(keyOf)).ToList()) _waiting.Remove(gone);
            return [.. due.Where(a => !_waiting.TryGetValue(keyOf(a), out var entry) || entry.NotBefore <= now)];
        }
    }

    public void Add(T broken)
    {
        lock (_gate)
        {
            var wait = _waiting.TryGetValue(keyOf(broken), out var before) ? TimeSpan.FromTicks(Math.Min(before.Wait.Ticks * 2, Longest.Ticks)) : First;
            _waiting[keyOf(broken)] = (wait, clock.GetUtcNow() + wait);
        }
    }
}
