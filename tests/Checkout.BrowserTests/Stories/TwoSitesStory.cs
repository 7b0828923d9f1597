using System.Net;
using System.Net.Sockets;
using Checkout.BrowserTests.Browsers;
using Checkout.Tests.Server;

namespace Checkout.BrowserTests.Stories;

/// <summary>A server that is one site to the shopper (<c>127.0.0.1</c>) and another one to its bank (<c>localhost</c>).</summary>
public sealed class TwoSites : IAsyncLifetime
{
    public RunningCheckout Server { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var port = FreePort();
        Server = await RunningCheckout.StartAsync([$"urls=http://127.0.0.1:{port}", $"PublicUrl=http://localhost:{port}"]);
    }

    public async Task DisposeAsync() => await Server.DisposeAsync();

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>The bank lives on another site, is sent to by POST and sends back by POST, and every cookie is gone meanwhile (WEB-3, WEB-10).</summary>
[Collection(SecondHalf.Name)]
public sealed class TwoSitesStory(World world, TwoSites sites) : Story(world), IClassFixture<TwoSites>
{
    protected override RunningCheckout Server => sites.Server;

    [Theory, EveryDevice]
    public async Task The_shopper_comes_back_from_a_bank_elsewhere(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Page);
        shopper.PaysWith(Cards.ChallengedByPost);
        shopper.ArrivesAtBank();
        Assert.StartsWith("http://localhost", shopper.Address, StringComparison.Ordinal);

        shopper.Opens(shopper.Address.Replace("localhost", "127.0.0.1", StringComparison.Ordinal));
        shopper.Driver.ExecuteCdpCommand("Network.clearBrowserCookies", []);
        shopper.ApprovesAtBank();
        shopper.Sees("thanks");
        Assert.Contains("data=2", shopper.Reads("brought"), StringComparison.Ordinal);
        await IsChargedOnceAsync(payment.Reference);
    }

    [Theory, EveryDevice]
    public async Task A_return_that_is_repeated_changes_nothing(Device device)
    {
        var payment = await OpensPaymentAsync();
        var shopper = Arrives(device);
        shopper.Opens(payment.Page);
        shopper.PaysWith(Cards.Challenged);
        shopper.ArrivesAtBank();
        var bank = shopper.Address;
        shopper.ApprovesAtBank();
        shopper.Sees("thanks");

        shopper.Opens(bank);
        shopper.Presses("back");
        shopper.Sees("thanks");
        shopper.Foresees(404);
        shopper.Opens("/return/" + new string('7', 32));
        Assert.Contains("We do not know this payment link", shopper.Page, StringComparison.Ordinal);
        await IsChargedOnceAsync(payment.Reference);
    }
}
