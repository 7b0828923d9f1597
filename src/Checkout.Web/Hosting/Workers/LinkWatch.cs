using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Hosting.Workers;

/// <summary>Ends open payments whose link has lapsed, so that their merchants hear of it.</summary>
public sealed class LinkWatch(IPaymentStore store, EndPayment end, TimeProvider clock, ILogger<LinkWatch> log) : BackgroundService
{
    private const int AtOnce = 100;
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync(Interval, nameof(LinkWatch), log, LookAsync, stoppingToken);

    private async Task LookAsync()
    {
        foreach (var payment in await store.LapsedAsync(clock.GetUtcNow(), AtOnce)) await end.ExpireAsync(payment);
    }
}
