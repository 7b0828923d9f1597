using Checkout.BrowserTests.Browsers;
using Checkout.Tests.Server;

namespace Checkout.BrowserTests;

/// <summary>What the stories of one collection share: a server with its simulator, a shop on another origin, and browsers.</summary>
public sealed class World : IAsyncLifetime
{
    public RunningCheckout Server { get; private set; } = null!;

    public OtherShop Shop { get; private set; } = null!;

    public BrowserPool Browsers { get; } = new();

    public async Task InitializeAsync()
    {
        Server = await RunningCheckout.StartAsync();
        Shop = await OtherShop.OpenAsync();
    }

    public async Task DisposeAsync()
    {
        Browsers.Dispose();
        await Shop.DisposeAsync();
        await Server.DisposeAsync();
    }
}

/// <summary>The stories are told two at a time, each half with a world of its own.</summary>
[CollectionDefinition(Name)]
public sealed class FirstHalf : ICollectionFixture<World>
{
    public const string Name = "first half";
}

[CollectionDefinition(Name)]
public sealed class SecondHalf : ICollectionFixture<World>
{
    public const string Name = "second half";
}
