using System.Diagnostics;
using Checkout.Simulation.Worlds;
using Xunit.Abstractions;

namespace Checkout.Simulation;

public sealed class SimulationTests(ITestOutputHelper output)
{
    [Fact]
    public void Money_is_never_charged_twice_and_never_lost()
    {
        var watch = Stopwatch.StartNew();
        var runs = Worlds.Runs.Until(payments: Worlds.Runs.Payments, limit: Worlds.Runs.Limit);
        output.WriteLine($"{runs.Payments} payments in {runs.Worlds} worlds, {runs.Steps} steps, {watch.Elapsed.TotalSeconds:0} s, {Environment.CpuUsage.TotalTime.TotalSeconds:0} s of processors");
        Assert.True(runs.Failure is null, runs.Failure);
    }
}
