using Checkout.Core.Payouts;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Planted;

/// <summary>What can be wrong with payouts alone.</summary>
internal static class PayoutFaults
{
    public static readonly PlantedFault[] All =
    [
        new StoreFault("a payout goes out before its commit", CallFirstAsync),
        new StoreFault("a payout is moved whatever its version", (store, world, change) => store.CommitAsync([.. change.Select(w => Anyway(world, w))])),
        new StoreFault("the day's limit for payouts is not kept", (store, _, change) => store.CommitAsync([.. change.Select(w => w is Write.NewPayout made ? made with { DailyLimit = 0 } : w)])),
        new StoreFault("a payout's reference is taken twice", (store, world, change) => store.CommitAsync([.. change.Select(w => Renamed(world, w))])),
        new PayoutsUnseen("nobody looks after payouts", _ => false),
        new PayoutsUnseen("payouts that came to nothing are not watched", p => p.MayHavePaid),
        new PayoutSentAgain(),
    ];

    private static Task<Verdict> CallFirstAsync(IPaymentStore store, World world, IReadOnlyList<Write> change)
    {
        if (!change.Any(w => w is Write.NewPayout)) return store.CommitAsync(change);
        world.Timeline.After(world.Chance.Seconds(0, 2), () => _ = store.CommitAsync(change));
        return Task.FromResult(Verdict.Done);
    }

    private static Write Anyway(World world, Write write) => write is Write.MovePayout move && world.Store.Tables.Payouts.TryGetValue((move.After.Merchant, move.After.Number), out var held)
        ? move with { After = move.After with { Version = held.Version + 1 } }
        : write;

    private static Write Renamed(World world, Write write) => write is Write.NewPayout made && world.Store.Tables.Payouts.Values.Any(p => p.Reference == made.Payout.Reference)
        ? made with { Payout = made.Payout with { Reference = made.Payout.Reference + " again" } }
        : write;
}

/// <summary>Some payouts are never asked about again.</summary>
internal sealed class PayoutsUnseen(string name, Func<Payout, bool> isSeen) : PlantedFault
{
    public override string Name => name;

    public override IPaymentStore Payments(IPaymentStore store, World world) => new Faulty(store, isSeen);

    private sealed class Faulty(IPaymentStore store, Func<Payout, bool> isSeen) : PassingPayments(store)
    {
        public override async ValueTask<IReadOnlyList<Payout>> DuePayoutsAsync(DateTimeOffset now, int limit) => [.. (await Store.DuePayoutsAsync(now, limit)).Where(isSeen)];
    }
}

/// <summary>A payout that was not answered is sent again under another name.</summary>
internal sealed class PayoutSentAgain : PlantedFault
{
    public override string Name => "a payout without an answer is sent again under a new name";

    public override IConnector Connector(IConnector connector, TimeProvider clock) => new Faulty(connector);

    private sealed class Faulty(IConnector connector) : PassingConnector(connector)
    {
        public override async Task<ConnectorOutcome> PayOutAsync(PayOutRequest request, CancellationToken cancellation)
        {
            var outcome = await base.PayOutAsync(request, cancellation);
            return outcome is ConnectorOutcome.Unknown ? await base.PayOutAsync(request with { Reference = request.Reference + "2" }, CancellationToken.None) : outcome;
        }
    }
}
