using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Simulation.Upstream;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Actors;

/// <summary>Messages of upstreams: once, twice, late, out of order, never; and some that no upstream sent.</summary>
internal static class Callbacks
{
    public static void Send(World world, SimulatedUpstream upstream, string reference, Amount amount)
    {
        if (world.Strikes(Fault.LostCallback, 30)) return;
        var times = world.Chance.Percent(15) ? 2 : 1;
        for (var i = 0; i < times; i++)
            Deliver(world, upstream.Traits.Name, reference, amount, world.Chance.Percent(15) ? world.Chance.Seconds(30, 600) : world.Chance.Seconds(0.1, 10));
    }

    /// <summary>Somebody who knows a reference says that it was paid, or with another amount.</summary>
    public static void Forge(World world, Chance chance)
    {
        for (var i = 0; i < 3; i++)
        {
            world.Timeline.After(chance.Seconds(20, 600), () =>
            {
                var all = world.Store.Tables.Attempts.Values.SelectMany(a => a).ToList();
                if (all.Count == 0) return;
                var attempt = chance.Of(all);
                Deliver(world, attempt.Connector, attempt.Reference, chance.Percent(30) ? attempt.Amount.With(1) : attempt.Amount, TimeSpan.Zero);
            });
        }
    }

    private static void Deliver(World world, string connector, string reference, Amount amount, TimeSpan delay)
    {
        if (reference.Split('-') is not [var merchant, ..]) return;
        var site = int.Parse(merchant, System.Globalization.CultureInfo.InvariantCulture);
        world.Timeline.After(delay, () => _ = world.Chance.Of(world.Nodes).RunAsync<object>(async server =>
        {
            world.Planted.Hears(amount);
            await server.Hear.RunAsync(site, connector, reference, amount);
            return "heard";
        }));
    }
}
