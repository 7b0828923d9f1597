using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Upstream;

/// <summary>What goes wrong on the way to an upstream, and how often.</summary>
internal static class WireFaults
{
    private static readonly Fault[] All =
    [
        Fault.NotConnected, Fault.LostRequest, Fault.LostAnswer, Fault.LateArrival, Fault.ErrorBefore, Fault.ErrorAfter, Fault.Garbage, Fault.Slow,
    ];

    public static Fault Draw(World world)
    {
        // Drawn in any case, so that a world without one kind of fault goes on as the world with it.
        var strikes = world.Chance.Percent(30);
        var fault = world.Chance.Of(All);
        return strikes && !world.IsCalm && world.Plan.Has(fault) ? fault : Fault.None;
    }
}
