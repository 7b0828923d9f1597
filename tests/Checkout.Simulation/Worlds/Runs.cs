using System.Diagnostics;

namespace Checkout.Simulation.Worlds;

/// <summary>What many worlds came to.</summary>
internal sealed record RunsResult(long Payments, long Worlds, long Steps, string? Failure, ulong FailingSeed);

/// <summary>Runs many worlds, each on one thread, as many at once as there are processors.</summary>
internal static class Runs
{
    private static bool IsLong => Environment.GetEnvironmentVariable("CHECKOUT_LONG") == "1";

    /// <summary>A long search begins where the last one ended.</summary>
    public static ulong First => ulong.TryParse(Environment.GetEnvironmentVariable("SIMULATION_SEED"), out var seed) ? seed : 1;

    public static long Payments => IsLong ? 10_000_000 : 1_000_000;

    /// <summary>On a machine that is too busy the count is smaller, and printed.</summary>
    public static TimeSpan Limit => TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("SIMULATION_SECONDS"), out var seconds) ? seconds : IsLong ? 2400 : 420);

    public static RunsResult Until(long payments, TimeSpan limit, ulong first = 1, long worlds = long.MaxValue, Func<ulong, Plan>? plan = null, Action<Ending>? ended = null, bool explains = true)
    {
        plan ??= seed => new Plan(seed);
        var (made, run, steps) = (0L, 0L, 0L);
        var next = (long)first - 1;
        Ending? failure = null;
        var watch = Stopwatch.StartNew();
        var door = new Lock();

        void Work()
        {
            while (Volatile.Read(ref failure) is null && Volatile.Read(ref made) < payments && watch.Elapsed < limit)
            {
                var seed = Interlocked.Increment(ref next);
                if (seed - (long)first >= worlds) return;
                var ending = World.Run(plan((ulong)seed));
                Interlocked.Add(ref made, ending.Payments);
                Interlocked.Add(ref steps, ending.Steps);
                Interlocked.Increment(ref run);
                lock (door)
                {
                    ended?.Invoke(ending);
                    if (ending.Violation is not null && (failure is null || ending.Plan.Seed < failure.Plan.Seed)) failure = ending;
                }
            }
        }

        var threads = Enumerable.Range(0, Environment.ProcessorCount).Select(_ => new Thread(Work)).ToList();
        threads.ForEach(t => t.Start());
        threads.ForEach(t => t.Join());
        return new RunsResult(made, run, steps, failure is null ? null : explains ? Shrinking.Explain(failure) : failure.Violation!.Invariant, failure?.Plan.Seed ?? 0);
    }
}
