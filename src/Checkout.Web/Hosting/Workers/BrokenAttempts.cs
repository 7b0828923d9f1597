using Checkout.Core.Payments;

namespace Checkout.Web.Hosting.Workers;

/// <summary>
/// Attempts that broke our code when they were looked after. Each waits, longer every time, while the others go on. Only a memory: after a
/// restart each is tried at once. Safe for many threads.
/// </summary>
public sealed class BrokenAttempts(TimeProvider clock)
{
    private static readonly TimeSpan First = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private readonly Dictionary<(int Merchant, long Payment, int Attempt), (TimeSpan Wait, DateTimeOffset NotBefore)> _waiting = [];

    /// <summary>How many are remembered; so many more must be read for the sound ones to be seen behind them.</summary>
    public int Count
    {
        get
        {
            lock (_gate) return _waiting.Count;
        }
    }

    /// <summary>Those of the due attempts that need not wait. Attempts that are no longer due are forgotten.</summary>
    public IReadOnlyList<Attempt> Without(IReadOnlyList<Attempt> due)
    {
        var now = clock.GetUtcNow();
        lock (_gate)
        {
            foreach (var gone in _waiting.Keys.Except(due.Select(KeyOf)).ToList()) _waiting.Remove(gone);
            return [.. due.Where(a => !_waiting.TryGetValue(KeyOf(a), out var entry) || entry.NotBefore <= now)];
        }
    }

    public void Add(Attempt attempt)
    {
        lock (_gate)
        {
            var wait = _waiting.TryGetValue(KeyOf(attempt), out var before) ? TimeSpan.FromTicks(Math.Min(before.Wait.Ticks * 2, Longest.Ticks)) : First;
            _waiting[KeyOf(attempt)] = (wait, clock.GetUtcNow() + wait);
        }
    }

    private static (int Merchant, long Payment, int Attempt) KeyOf(Attempt attempt) => (attempt.Merchant, attempt.Payment, attempt.Number);
}
