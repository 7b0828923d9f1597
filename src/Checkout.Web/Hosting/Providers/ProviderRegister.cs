using Checkout.Core.Merchants;
using Checkout.Core.Providers;
using Checkout.Web.Hosting.Workers;

namespace Checkout.Web.Hosting.Providers;

/// <summary>Keeps the routes in step with the store: a command beside the running server is followed within a second.</summary>
public sealed class ProviderRegister(IProviderStore store, IMerchantStore merchants, ProviderRoutes routes, ILogger<ProviderRegister> log) : BackgroundService
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);

    private long _version = -1;

    /// <summary>Reads the accounts again when the register has a newer version.</summary>
    public async Task RefreshAsync()
    {
        var version = await merchants.VersionAsync();
        if (version == _version) return;
        routes.Use(await store.AllAsync());
        _version = version;
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync(Interval, nameof(ProviderRegister), log, RefreshAsync, stoppingToken);
}
