namespace Checkout.Connectors.Exchange;

/// <summary>
/// Stops new payments for a moment when an upstream gave no answer several times in a row, so that shoppers hear it at once and not after a
/// long wait (API-7). Questions about old payments are never stopped, and any answer to one opens the way again. Safe for many threads.
/// </summary>
public sealed class Breaker(TimeProvider clock)
{
    private const int FailuresInARow = 5;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private readonly Lock _gate = new();
    private int _failures;
    private long _restsSince;

    /// <summary>Whether a new payment may be sent. After a rest one is let through to see how things are.</summary>
    public bool LetsThrough()
    {
        lock (_gate)
        {
            if (_failures < FailuresInARow) return true;
            if (clock.GetElapsedTime(_restsSince) < Rest) return false;
            _restsSince = clock.GetTimestamp();
            return true;
        }
    }

    public void Note(bool hasAnswered)
    {
        lock (_gate)
        {
            _failures = hasAnswered ? 0 : _failures + 1;
            if (!hasAnswered) _restsSince = clock.GetTimestamp();
        }
    }
}
