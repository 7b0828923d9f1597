using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Hosting.Workers;

/// <summary>
/// Looks after every operation that is due: doubts, lost processes, captures under way, challenges whose time is over. All it knows lies
/// in the store, so it goes on where it stood after any restart.
/// </summary>
public sealed class AttemptWatch(IPaymentStore store, ResolveAttempt resolve, TimeProvider clock, ILogger<AttemptWatch> log) : BackgroundService
{
    private const int AtOnce = 64;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(250);

    private readonly BrokenWork<Attempt> _broken = new(a => (a.Merchant, a.Payment, a.Number), clock);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync(Interval, nameof(AttemptWatch), log, () => LookAsync(stoppingToken), stoppingToken);

    private async Task LookAsync(CancellationToken stop)
    {
        var due = await store.DueAttemptsAsync(clock.GetUtcNow(), AtOnce + _broken.Count);
        await Parallel.ForEachAsync(_broken.Without(due), stop, async (attempt, _) => await ResolveAsync(attempt));
    }

    private async Task ResolveAsync(Attempt attempt)
    {
        try
        {
            var payment = (await resolve.RunAsync(attempt, Actor.Upstream)).Payment;
            if (payment is not null) Log.AttemptLookedAfter(log, attempt.Merchant, attempt.Payment, attempt.Number, attempt.Kind, payment.Status);
        }
#pragma warning disable CA1031 // The top of a room: one attempt that breaks our code must not keep all others from being looked after.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            Log.AttemptBroken(log, attempt.Merchant, attempt.Payment, attempt.Number, trouble);
            _broken.Add(attempt);
        }
    }
}
