using Checkout.Core.Payments;
using Checkout.Simulation.Actors;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Upstream;

/// <summary>Some who paid go to their bank afterwards, which decides in the end. The upstream says so again and again until faults are over.</summary>
internal static class Cardholder
{
    private static readonly TimeSpan SaidAgainAfter = TimeSpan.FromMinutes(5);

    /// <summary>Money was taken: once in a while it is disputed.</summary>
    public static void Pays(World world, SimulatedUpstream upstream, LedgerCharge charge)
    {
        if (!world.Chance.Percent(5)) return;
        world.Timeline.After(world.Chance.Seconds(10, 1200), () =>
        {
            var taken = charge.CapturedAt(world.Timeline.Now);
            var isPaid = taken > 0 && charge.IsLiveAt(world.Timeline.Now) && world.Checker.AttemptOf(charge.Reference) is { State: AttemptState.Approved };
            if (world.IsCalm || charge.Dispute is not null || !isPaid) return;
            Move(world, upstream, charge, new DisputeWord(DisputeState.Open, world.Chance.Percent(50) ? taken : 1));
            world.Timeline.After(world.Chance.Seconds(5, 900), () => Decide(world, upstream, charge));
        });
    }

    private static void Decide(World world, SimulatedUpstream upstream, LedgerCharge charge)
    {
        var states = new[] { DisputeState.Won, DisputeState.Lost, DisputeState.ChargedBack };
        Move(world, upstream, charge, charge.Dispute! with { State = world.Chance.Of(states) });
        // A loss is carried out in the end; what the merchant has won, the bank may take up again.
        DisputeState? next = charge.Dispute!.State switch
        {
            DisputeState.Lost when world.Chance.Percent(50) => DisputeState.ChargedBack,
            DisputeState.Won when world.Chance.Percent(30) => world.Chance.Of(new[] { DisputeState.Lost, DisputeState.ChargedBack }),
            _ => null,
        };
        if (next is { } state) world.Timeline.After(world.Chance.Seconds(5, 300), () => Move(world, upstream, charge, charge.Dispute with { State = state }));
    }

    private static void Move(World world, SimulatedUpstream upstream, LedgerCharge charge, DisputeWord dispute)
    {
        charge.Dispute = dispute;
        world.Checker.LedgerChanged(charge);
        Say(world, upstream, charge, dispute);
    }

    private static void Say(World world, SimulatedUpstream upstream, LedgerCharge charge, DisputeWord dispute)
    {
        if (charge.Dispute != dispute) return;
        Callbacks.Send(world, upstream, charge.Reference, charge.Asked);
        if (!world.Checker.IsFollowed(charge) || world.Strikes(Fault.Forgets, 50)) world.Timeline.After(SaidAgainAfter, () => Say(world, upstream, charge, dispute));
    }
}
