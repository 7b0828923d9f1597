using Checkout.Simulation.Planted;
using Checkout.Simulation.Worlds;
using Xunit.Abstractions;

namespace Checkout.Simulation;

public sealed class ReplayTests(ITestOutputHelper output)
{
    [Fact]
    public void A_thousand_seeds_give_the_same_traces_twice()
    {
        var first = Hashes();
        var second = Hashes();

        Assert.Equal(1000, first.Count);
        Assert.Equal(first, second);
        Assert.Equal(1000, first.Values.Distinct().Count());
        output.Tell("1000 seeds gave the same 1000 traces twice");
    }

    [Fact]
    public void A_failing_seed_is_told_with_a_shorter_trace_that_fails_the_same_way()
    {
        var fault = AllPlanted.Faults.Single(f => f.Name == "money is captured twice");
        var failing = Enumerable.Range(1, 500).Select(seed => World.Run(new Plan((ulong)seed) { Planted = fault })).First(e => e.Violation is not null);

        var smallest = Shrinking.Shrink(failing);

        Assert.Equal(failing.Violation!.Invariant, smallest.Violation!.Invariant);
        Assert.True(smallest.Steps <= failing.Steps);
        Assert.Equal(smallest.Hash, World.Run(smallest.Plan with { KeepsTrace = true }).Hash);
        Assert.Contains("seed ", Shrinking.Explain(failing), StringComparison.Ordinal);
    }

    private static SortedDictionary<ulong, ulong> Hashes()
    {
        SortedDictionary<ulong, ulong> hashes = [];
        Runs.Until(long.MaxValue, TimeSpan.FromMinutes(5), worlds: 1000, ended: ending => hashes[ending.Plan.Seed] = ending.Hash);
        return hashes;
    }
}
