using Checkout.Tests.Server;

namespace Checkout.BrowserTests;

/// <summary>A server for one class of stories, where months may pass and tries are counted.</summary>
public sealed class OwnCheckout : IAsyncLifetime
{
    public RunningCheckout Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await RunningCheckout.StartAsync(["Limits:Tries=3", "Limits:WrongCodes=2"]);

    public async Task DisposeAsync() => await Server.DisposeAsync();
}
