namespace Checkout.Simulation.Worlds;

/// <summary>
/// What happens when. Everything of a world runs on one thread, step by step; what falls on the same moment comes in an order made by chance.
/// A step completes a task, and whoever awaits it goes on inside the step.
/// </summary>
internal sealed class Timeline(Chance chance)
{
    public static readonly DateTimeOffset Start = new(2031, 5, 6, 12, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<Action, UInt128> _steps = new();
    private readonly int _thread = Environment.CurrentManagedThreadId;

    public DateTimeOffset Now { get; private set; } = Start;

    public long Steps { get; private set; }

    /// <summary>What happened so far in one number: the same seed gives the same one.</summary>
    public ulong Hash { get; private set; } = 14_695_981_039_346_656_037;

    public void After(TimeSpan delay, Action step) => _steps.Enqueue(step, new UInt128((ulong)(Now.UtcTicks + Math.Max(0, delay.Ticks)), chance.Next()));

    public Task Pause(TimeSpan delay)
    {
        var over = new TaskCompletionSource();
        After(delay, over.SetResult);
        return over.Task;
    }

    /// <summary>False: nothing is left to happen before <paramref name="end"/>.</summary>
    public bool Step(DateTimeOffset end)
    {
        if (!_steps.TryPeek(out _, out var when) || (long)(when >> 64) > end.UtcTicks) return false;
        if (_thread != Environment.CurrentManagedThreadId) throw new InvalidOperationException("A world has left its thread.");
        var step = _steps.Dequeue();
        Now = new DateTimeOffset((long)(when >> 64), TimeSpan.Zero);
        Steps++;
        Mix((ulong)Now.UtcTicks);
        step();
        return true;
    }

    public void Mix(ulong fact) => Hash = (Hash ^ fact) * 1_099_511_628_211;
}
