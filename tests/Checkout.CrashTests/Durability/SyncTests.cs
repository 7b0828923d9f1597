using System.Globalization;
using Checkout.CrashTests.Load;
using Checkout.CrashTests.Processes;
using Checkout.Simulation;
using Checkout.Tests.Server;
using Checkout.Tests.Server.Notices;
using Xunit.Abstractions;

namespace Checkout.CrashTests.Durability;

/// <summary>What is acknowledged is on the disk, and nothing is sent that is not (PAY-1, REL-5), by the system calls the server makes.</summary>
public sealed class SyncTests(ITestOutputHelper output)
{
    private const int Payments = 100;

    [Fact]
    public async Task Every_commit_is_synced_the_intent_before_it_is_sent_and_the_outcome_before_it_is_told()
    {
        await using var shop = await ReceivingShop.OpenAsync();
        await using var chain = new MortalChain();
        // Nobody is told, so that every sync belongs to a payment.
        await chain.StartAsync(shop.Url, tellsMerchants: false);
        using var end = new CancellationTokenSource();
        // A server that starts cold and is watched at every call is slow, which is not what this is about.
        var merchant = new Caller(chain.A.Address, new Diary(), end.Token, patience: TimeSpan.FromMinutes(1));
        await PayAsync(merchant, "warm");

        await using var tracing = await Tracing.AttachAsync(chain.A.ProcessId, "-e", "trace=fdatasync,fsync,sendmsg,sendto,write,writev");
        // Counted once the calls are seen: something of the first payment may be written down until then.
        var commits = await CommitsAsync(merchant);
        for (var i = 0; i < Payments; i++) await PayAsync(merchant, string.Create(CultureInfo.InvariantCulture, $"sync-{i}"));
        commits = await CommitsAsync(merchant) - commits;
        var calls = SystemCalls.Read(await tracing.EndAsync(), new Uri(chain.B.Address).Port, new Uri(chain.A.Address).Port);

        output.Tell($"durability: {Payments} payments, {commits} commits, {calls.Syncs} syncs of the archive's log, {calls.TooEarly.Count} calls or answers before theirs");
        Assert.Equal((Payments, Payments), (calls.Sent, calls.Answered));
        Assert.Empty(calls.TooEarly);
        Assert.True(calls.Syncs >= commits, $"{commits} commits and {calls.Syncs} syncs");
        Assert.True(commits >= 2 * Payments, $"{commits} commits");
    }

    private static async Task PayAsync(Caller merchant, string reference)
    {
        var answer = await merchant.SendAsync(HttpMethod.Post, "/v1/payments", Orders.Direct(reference).With("Capture", true).ToJsonString());
        Assert.Equal((201, 11), ((int)answer.Status, answer.StatusId));
    }

    private static async Task<int> CommitsAsync(Caller caller)
    {
        const string Start = "checkout_commits_total{file=\"checkout\"} ";
        var lines = (await caller.Http.GetStringAsync("/metrics")).Split('\n');
        return int.Parse(lines.Single(l => l.StartsWith(Start, StringComparison.Ordinal))[Start.Length..], CultureInfo.InvariantCulture);
    }
}
