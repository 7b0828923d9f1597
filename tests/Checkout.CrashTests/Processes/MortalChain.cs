using Checkout.Tests.Server;
using Checkout.Web.Sandbox;

namespace Checkout.CrashTests.Processes;

/// <summary>A shop's merchant at the first server, and how that reaches the second.</summary>
internal sealed record ShopAccount(string Site, string Key)
{
    public string Credentials => $"{Site}:{Key}";
}

/// <summary>
/// Two servers in a row, each a process of its own: the first takes payments of two merchants and calls the second as their provider, for one
/// with the Smart2Pay API and for the other with the Cardgate API. The second charges with its simulator.
/// </summary>
/// <param name="disk">Where the first server keeps its data; null: where all data lie.</param>
internal sealed class MortalChain(string? disk = null) : IAsyncDisposable
{
    public static readonly ShopAccount First = new(CheckoutClient.Site, CheckoutClient.Key);
    public static readonly ShopAccount Second = new("2020", "another-shops-key-of-many-letters-0123");

    public MortalServer A { get; } = MortalServer.Make("a", disk);

    public MortalServer B { get; } = MortalServer.Make("b");

    /// <param name="notices">Where both merchants hear of changes.</param>
    /// <param name="tellsMerchants">False: the first server has nobody to tell.</param>
    public async Task StartAsync(string notices, bool tellsMerchants = true)
    {
        await Task.WhenAll(A.StartAsync(), B.StartAsync());
        await DoneAsync(B.CommandAsync("merchant", "set", "--site", First.Site, $"NotificationUrl={A.Address}/upstream/{First.Site}/smart2pay-1", "AttestsConsent=true"));
        await DoneAsync(A.CommandAsync("merchant", "set", "--site", First.Site, $"NotificationUrl={(tellsMerchants ? notices : "")}"));
        await DoneAsync(A.CommandAsync("merchant", "add", "--site", Second.Site, "--name", "Second", "--api-key", Second.Key, "--notification-url", notices));
        await DoneAsync(A.CommandAsync("provider", "add", "--site", First.Site, "--kind", "smart2pay", "--url", B.Address, "--account", First.Site, "--key", First.Key));
        await DoneAsync(A.CommandAsync(
            "provider", "add", "--site", Second.Site, "--kind", "cardgate", "--url", B.Address, "--account", SandboxMerchant.H2HAccount.Id, "--h2h", "--card-entry", "ours",
            "--key", SandboxMerchant.CardgateKey, "--secret", SandboxMerchant.SecretTestKey));
        // Servers that run notice such changes by and by; these are to begin with them.
        await Task.WhenAll(A.KillAsync(), B.KillAsync());
        await Task.WhenAll(A.StartAsync(), B.StartAsync());
    }

    public async ValueTask DisposeAsync()
    {
        await A.DisposeAsync();
        await B.DisposeAsync();
    }

    private static async Task DoneAsync(Task<Ended> command)
    {
        var ended = await command;
        Assert.True(ended.Code == 0, ended.ToString());
    }
}
