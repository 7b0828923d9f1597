using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Simulation.Memory;
using Checkout.Simulation.Rooms;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Planted;

/// <summary>A store with one thing wrong in what it writes.</summary>
/// <param name="name">What is wrong.</param>
/// <param name="commit">Commits a change to the store behind it, wrongly.</param>
internal sealed class StoreFault(string name, Func<IPaymentStore, World, IReadOnlyList<Write>, Task<Verdict>> commit) : PlantedFault
{
    public override string Name => name;

    public override IPaymentStore Payments(IPaymentStore store, World world) => new Faulty(store, world, commit);

    private sealed class Faulty(IPaymentStore store, World world, Func<IPaymentStore, World, IReadOnlyList<Write>, Task<Verdict>> commit) : PassingPayments(store)
    {
        public override Task<Verdict> CommitAsync(IReadOnlyList<Write> change) => commit(Store, world, change);
    }
}

/// <summary>Stores that write wrongly.</summary>
internal static class StoreFaults
{
    public static readonly PlantedFault[] All =
    [
        new StoreFault("a payment is moved whatever its version", (store, world, change) => store.CommitAsync([.. change.Select(w => Anyway(world, w))])),
        new StoreFault("an attempt is moved whatever its state", (store, world, change) => store.CommitAsync([.. change.Select(w => AnyState(world, w))])),
        new StoreFault("the call goes out before the commit", CallFirstAsync),
        new StoreFault("the outbox lies outside the transaction", OutboxApartAsync),
        new StoreFault("only the first half of a change lands", (store, _, change) => store.CommitAsync([.. change.Take((change.Count + 1) / 2)])),
        new StoreFault("uses of a token are not counted", (store, _, change) => store.CommitAsync([.. change.Where(w => w is not Write.SpendToken)])),
        new StoreFault("a declined use of a token is given back", (store, _, change) => store.CommitAsync([.. change, .. change.SelectMany(GiveBack)])),
        new StoreFault("a token is used beyond its limit", (store, _, change) => store.CommitAsync([.. change.Select(w => w is Write.SpendToken spend ? spend with { Limit = 0 } : w)])),
        new StoreFault("a reference is taken twice", (store, world, change) => store.CommitAsync([.. change.Select(w => Renamed(world, w))])),
        new StoreFault("a commit is said to be done and is not", (store, world, change) => world.Chance.Percent(3) ? Task.FromResult(Verdict.Done) : store.CommitAsync(change)),
        new StoreFault("a commit nobody can tell of is made again", TwiceAsync),
        new StoreFault("a refund's sum is not kept", (store, world, change) => store.CommitAsync([.. change.Select(w => w is Write.MovePayment m ? m with { After = m.After with { RefundOpenMinor = 0, RefundedMinor = 0 } } : w)])),
    ];

    private static Write Anyway(World world, Write write) => write is Write.MovePayment move && world.Store.Tables.Payments.TryGetValue((move.After.Merchant, move.After.Number), out var held)
        ? move with { After = move.After with { Version = held.Version + 1 } }
        : write;

    private static Write AnyState(World world, Write write)
    {
        if (write is not Write.MoveAttempt move || !world.Store.Tables.Attempts.TryGetValue((move.After.Merchant, move.After.Payment), out var all)) return write;
        return move with { Before = all.Find(a => a.Number == move.After.Number) ?? move.Before };
    }

    private static Task<Verdict> CallFirstAsync(IPaymentStore store, World world, IReadOnlyList<Write> change)
    {
        if (!change.Any(w => w is Write.NewAttempt)) return store.CommitAsync(change);
        world.Timeline.After(world.Chance.Seconds(0, 2), () => _ = store.CommitAsync(change));
        return Task.FromResult(Verdict.Done);
    }

    private static async Task<Verdict> OutboxApartAsync(IPaymentStore store, World world, IReadOnlyList<Write> change)
    {
        var notices = change.Where(w => w is Write.NewNotice).ToList();
        if (notices.Count == 0) return await store.CommitAsync(change);
        var verdict = await store.CommitAsync([.. change.Except(notices)]);
        if (verdict == Verdict.Done) await store.CommitAsync(notices);
        return verdict;
    }

    private static async Task<Verdict> TwiceAsync(IPaymentStore store, World world, IReadOnlyList<Write> change)
    {
        try
        {
            return await store.CommitAsync(change);
        }
        catch (StoreUnavailableException)
        {
            // Done the second time, or refused because it was done the first: taken for done either way.
            await store.CommitAsync(change);
            return Verdict.Done;
        }
    }

    private static IEnumerable<Write> GiveBack(Write write)
    {
        if (write is Write.MoveAttempt { After: { State: AttemptState.Declined, UsesToken: true, SavedCard: { } card } after }) yield return new Write.GiveTokenBack(after.Merchant, card);
    }

    private static Write Renamed(World world, Write write)
    {
        if (write is not Write.NewPayment { Payment: var payment } made) return write is Write.ClaimRequest claim ? new Write.NoteOpening(claim.Key.Merchant, 0, 0, "", claim.At) : write;
        return world.Store.Tables.References.ContainsKey((payment.Merchant, payment.Dialect, payment.IsTest, payment.Reference))
            ? made with { Payment = payment with { Reference = payment.Reference + "-" + payment.Number } }
            : made;
    }
}
