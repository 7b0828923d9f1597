using Checkout.Simulation.Planted;
using Checkout.Simulation.Worlds;
using Xunit.Abstractions;

namespace Checkout.Simulation;

public sealed class PlantedFaultTests(ITestOutputHelper output)
{
    private const int MostWorlds = 5000;

    [Fact]
    public void Every_planted_fault_is_found()
    {
        List<string> survivors = [];
        foreach (var fault in AllPlanted.Faults)
        {
            var runs = Runs.Until(long.MaxValue, TimeSpan.FromMinutes(2), worlds: MostWorlds, plan: seed => new Plan(seed) { Planted = fault }, explains: false);
            output.Tell(runs.Failure is { } found ? $"killed   {fault.Name}: seed {runs.FailingSeed}, {found}" : $"SURVIVED {fault.Name}: {runs.Worlds} worlds");
            if (runs.Failure is null) survivors.Add(fault.Name);
        }

        output.Tell($"{AllPlanted.Faults.Count - survivors.Count} of {AllPlanted.Faults.Count} planted faults killed");
        Assert.Empty(survivors);
        Assert.True(AllPlanted.Faults.Count >= 20);
    }
}
