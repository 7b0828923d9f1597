namespace Checkout.Tests.Server;

/// <summary>One running sandbox for all tests of a class; classes that want other settings inherit.</summary>
public class SandboxServer : IAsyncLifetime
{
    public RunningCheckout Checkout { get; private set; } = null!;

    protected virtual string[] Settings => [];

    public async Task InitializeAsync() => Checkout = await RunningCheckout.StartAsync(Settings);

    public async Task DisposeAsync() => await Checkout.DisposeAsync();
}
