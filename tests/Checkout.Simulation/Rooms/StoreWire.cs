using Checkout.Core.Storage;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Rooms;

/// <summary>The way from a process to the store: it takes time, the store may refuse, and an answer may never come though all was written.</summary>
internal sealed class StoreWire(World world, Life life)
{
    /// <summary>A read. Often it answers at once; else its answer is a little old when it comes.</summary>
    public ValueTask<T> ReadAsync<T>(Func<ValueTask<T>> read)
    {
        if (!life.Operate()) return new(Never<T>());
        if (world.Strikes(Fault.StoreRefuses, 0.3)) throw new StoreUnavailableException("Not now.");
        var answered = read();
        if (world.Chance.Percent(60)) return answered;
        var value = answered.IsCompleted ? answered.Result : throw new InvalidOperationException("A store in memory answers at once.");
        var answer = new TaskCompletionSource<T>();
        Answer(answer, () => answer.SetResult(value));
        return new(answer.Task);
    }

    /// <summary>A write. It lands as a whole at one moment, also when its process dies meanwhile.</summary>
    public Task<T> WriteAsync<T>(Func<T> write)
    {
        if (!life.Operate()) return Never<T>();
        var answer = new TaskCompletionSource<T>();
        world.UnderWay++;
        world.Timeline.After(world.Chance.Seconds(0, 0.2), () => Land(answer, write));
        return answer.Task;
    }

    private void Land<T>(TaskCompletionSource<T> answer, Func<T> write)
    {
        world.UnderWay--;
        var isLost = life.IsOver && world.Chance.Percent(50);
        if (isLost || world.Strikes(Fault.StoreRefuses, 0.5))
        {
            Answer(answer, () => answer.SetException(new StoreUnavailableException("Not now.")));
            return;
        }

        T verdict;
        try
        {
            verdict = write();
        }
#pragma warning disable CA1031 // Broken code hears of it where it waits.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            Answer(answer, () => answer.SetException(trouble));
            return;
        }

        if (world.Strikes(Fault.StoreForgetsToAnswer, 0.5)) Answer(answer, () => answer.SetException(new StoreUnavailableException("Nobody can tell.")));
        else Answer(answer, () => answer.SetResult(verdict));
    }

    private void Answer<T>(TaskCompletionSource<T> answer, Action complete)
    {
        // Rarely the whole process stands still just then.
        var delay = world.Strikes(Fault.Stall, 0.4) ? world.Chance.Seconds(5, world.Chance.Percent(50) ? 40 : 400) : world.Chance.Seconds(0, 0.2);
        if (!answer.Task.IsCompleted && !life.IsOver) world.Timeline.After(delay, () =>
        {
            if (!life.IsOver) complete();
        });
    }

    private static Task<T> Never<T>() => new TaskCompletionSource<T>().Task;
}
