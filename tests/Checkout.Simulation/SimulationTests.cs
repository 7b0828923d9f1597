using System.Diagnostics;
using Checkout.Core.Payments;
using Checkout.Simulation.Worlds;
using Xunit.Abstractions;

namespace Checkout.Simulation;

public sealed class SimulationTests(ITestOutputHelper output)
{
    [Fact]
    public void Money_is_never_charged_twice_and_never_lost()
    {
        var watch = Stopwatch.StartNew();
        var runs = Worlds.Runs.Until(payments: Worlds.Runs.Payments, limit: Worlds.Runs.Limit, first: Worlds.Runs.First);
        output.Tell($"{runs.Payments} payments in {runs.Worlds} worlds, {runs.Steps} steps, {watch.Elapsed.TotalSeconds:0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:0} s of processors");
        Assert.True(runs.Failure is null, runs.Failure);
    }

    /// <summary>A simulation that never gets anywhere finds nothing either.</summary>
    [Fact]
    public void Worlds_walk_the_table_of_moves()
    {
        // No upstream here lets go of what it holds by itself.
        PaymentStatus[] unvisited = [PaymentStatus.Reversed];
        HashSet<(PaymentStatus From, PaymentStatus To)> moves = [];
        Worlds.Runs.Until(long.MaxValue, TimeSpan.FromMinutes(3), worlds: 3000, ended: ending => moves.UnionWith(ending.Moves));

        output.Tell($"{moves.Count} different moves: " + string.Join(", ", moves.Order().Select(m => $"{m.From}>{m.To}")));
        Assert.Empty(Enum.GetValues<PaymentStatus>().Except(unvisited).Except(moves.Select(m => m.To)).Except([PaymentStatus.Open]));
        Assert.True(moves.Count >= 70, $"only {moves.Count} different moves");
        Assert.Contains(moves, m => PaymentMoves.AllowsCorrection(m.From, m.To));
    }
}
