using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Hosting.Workers;

/// <summary>Ends open payments whose link has lapsed, so that their merchants hear of it.</summary>
public sealed class LinkWatch(IPaymentStore store, EndPayment end, TimeProvider clock, ILogger<LinkWatch> log) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var payment in await store.LapsedAsync(clock.GetUtcNow(), AtOnce)) await end.ExpireAsync(payment);
            }
            catch (StoreUnavailableException trouble)
            {
                Log.StoreUnavailable(log, nameof(LinkWatch), trouble.Message);
            }
        }
    }
}
