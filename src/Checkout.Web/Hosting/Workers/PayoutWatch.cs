using Checkout.Core.Payouts;
using Checkout.Core.Storage;

namespace Checkout.Web.Hosting.Workers;

/// <summary>Looks after every payout that is due: doubts, lost processes, and those that came to nothing and may have paid all the same.</summary>
public sealed class PayoutWatch(IPaymentStore store, ResolvePayout resolve, TimeProvider clock, ILogger<PayoutWatch> log) : BackgroundService
{
    private const int AtOnce = 64;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private readonly BrokenWork<Payout> _broken = new(p => (p.Merchant, p.Number, 1), clock);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync(Interval, nameof(PayoutWatch), log, () => LookAsync(stoppingToken), stoppingToken);

    private async Task LookAsync(CancellationToken stop)
    {
        var due = await store.DuePayoutsAsync(clock.GetUtcNow(), AtOnce + _broken.Count);
        await Parallel.ForEachAsync(_broken.Without(due), stop, async (payout, _) => await ResolveAsync(payout));
    }

    private async Task ResolveAsync(Payout payout)
    {
        try
        {
            var (now, _) = await resolve.RunAsync(payout, Actor.Upstream);
            Log.PayoutLookedAfter(log, payout.Merchant, payout.Number, now.Step);
        }
#pragma warning disable CA1031 // The top of a room: one payout that breaks our code must not keep all others from being looked after.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            Log.PayoutBroken(log, payout.Merchant, payout.Number, trouble);
            _broken.Add(payout);
        }
    }
}
