using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Core.Upstream;
using Checkout.Tests.Server.Chain;
using Checkout.Web.Hosting.Merchants;
using Checkout.Web.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server.Canary;

/// <summary>
/// Where the provider collects the card, its number never passes this server: not in its memory, on its disk, in its log, nor on any wire to
/// it or from it. The server runs as a process of its own, every byte on its wires is recorded, and all of it is searched.
/// </summary>
public sealed class TheirsCanaryTests : IAsyncLifetime, IAsyncDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("checkout-theirs-").FullName;
    private readonly Wire _toUs = new();
    private readonly Wire _toThem = new();
    private RunningCheckout _provider = null!;
    private CheckoutProgram _checkout = null!;

    public async Task InitializeAsync()
    {
        _provider = await RunningCheckout.StartAsync();
        _toThem.LeadTo(_provider.Address);
    }

    async ValueTask IAsyncDisposable.DisposeAsync() => await DisposeAsync();

    public async Task DisposeAsync()
    {
        if (!Directory.Exists(_directory)) return;
        await _checkout.DisposeAsync();
        await _toUs.DisposeAsync();
        await _toThem.DisposeAsync();
        await _provider.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Theory]
    [InlineData(ProviderMode.Smart2PayTheirs)]
    [InlineData(ProviderMode.CardgateTheirs)]
    public async Task The_number_never_comes_here(ProviderMode mode)
    {
        await StartAsync(mode);
        var reference = Orders.NewReference("theirs");
        await BuysAsync(reference);

        // The search reached what was there: the order itself is found in all of it.
        Assert.All(Places(), place => Assert.True(Holds(place.Content, reference), $"{place.Name} does not even hold the order."));
        var traces = new Traces(CanaryTests.Number);
        foreach (var (name, content) in Places().Append(("what it said", Encoding.UTF8.GetBytes(_checkout.Said))))
            Assert.True(traces.In(content).Count == 0, $"{name} holds the number as {string.Join(", ", traces.In(content))}");
    }

    private async Task StartAsync(ProviderMode mode)
    {
        string[] host = ["--environment", "Development", $"--DataDirectory={_directory}"];
        var address = FreeAddress();
        _toUs.LeadTo(address);
        // It calls itself by its public address, so that everybody, this test too, comes over the wire.
        _checkout = await CheckoutProgram.StartAsync([.. host, "--urls", address, $"--PublicUrl={_toUs.Address}", "--Logging:LogLevel:Default=Trace", "--Logging:LogLevel:System.Net.Http=Trace"]);
        string[] account = mode == ProviderMode.Smart2PayTheirs
            ? ["--kind", "smart2pay", "--account", "1010", "--key", "gabi", "--card-entry", "theirs"]
            : ["--kind", "cardgate", "--account", SandboxMerchant.Account.Id, "--key", SandboxMerchant.CardgateKey, "--secret", SandboxMerchant.SecretTestKey];
        var added = await CheckoutProgram.RunAsync(["provider", "add", "--site", "1010", "--url", _toThem.Address, .. account, .. host]);
        Assert.True(added.Code == 0, added.ToString());
        await SendNoticesAsync();
        await Task.Delay(TimeSpan.FromSeconds(1.5));
    }

    private static string FreeAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
    }

    private async Task SendNoticesAsync()
    {
        var store = _provider.Services.GetRequiredService<IMerchantStore>();
        var merchant = (await store.AllAsync()).Single(e => e.Merchant.Id.ToString(CultureInfo.InvariantCulture) == RunningCheckout.Site).Merchant;
        await store.SetAsync(merchant.Id, merchant.Name, merchant.Settings with { NotificationUrl = _toUs.Address + "/upstream/1010/smart2pay-1" });
        await _provider.Services.GetRequiredService<MerchantRegister>().RefreshAsync();
    }

    /// <summary>Types the number there, whatever comes of it, and pays with another card if it was refused.</summary>
    private async Task BuysAsync(string reference)
    {
        var shopper = new ChainShopper(_checkout, CardEntry.Theirs);
        var form = await shopper.ToTheFormAsync(await shopper.OrdersAsync(reference));
        Assert.StartsWith(_provider.Address, form.Address, StringComparison.Ordinal);
        var after = await shopper.TypesAsync(form, CanaryTests.Number, CanaryTests.Code);
        if (after.Has("card-number")) after = await shopper.TypesAsync(after, ChainShopper.Cards.Good);
        Assert.StartsWith("https://shop.example/back?o=7&data=2", after.GoesTo, StringComparison.Ordinal);

        JsonNode? paid = null;
        await CheckoutClient.EventuallyAsync(
            async () => paid = (await _checkout.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]![0]!, p => p["CreditCardToken"] is not null);
        Assert.Equal("11", paid!["Status"]!["ID"]!.ToString());
    }

    private IEnumerable<(string Name, byte[] Content)> Places() =>
        [("the wire to us", _toUs.Kept), ("the wire to the provider", _toThem.Kept), ("the data", Data()), ("the memory", ProcessMemory.Read(_checkout.ProcessId))];

    private byte[] Data()
    {
        using var all = new MemoryStream();
        // The lock is empty, and the server that runs lets nobody open it.
        foreach (var path in Directory.EnumerateFiles(_directory, "*", SearchOption.AllDirectories).Where(p => !p.EndsWith("server.lock", StringComparison.Ordinal)))
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            file.CopyTo(all);
        }

        return all.ToArray();
    }

    private static bool Holds(byte[] content, string text) =>
        content.AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0 || content.AsSpan().IndexOf(Encoding.Unicode.GetBytes(text)) >= 0;
}
