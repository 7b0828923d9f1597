namespace Checkout.Simulation.Worlds;

/// <summary>The clock of one process: the world's time, as far off as the node's clock is set; its timers die with it.</summary>
internal sealed class NodeClock(Timeline timeline, Life life, Func<TimeSpan> skew) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => timeline.Now + skew();

    public override long GetTimestamp() => timeline.Now.UtcTicks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(NodeClock clock, TimerCallback callback, object? state) : ITimer
    {
        private int _setting;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            var setting = ++_setting;
            if (dueTime != Timeout.InfiniteTimeSpan) clock.Ring(dueTime, () => setting == _setting, () => callback(state));
            return true;
        }

        public void Dispose() => _setting++;

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }

    private void Ring(TimeSpan delay, Func<bool> isSet, Action ring) => timeline.After(delay, () =>
    {
        if (!life.IsOver && isSet()) ring();
    });
}
