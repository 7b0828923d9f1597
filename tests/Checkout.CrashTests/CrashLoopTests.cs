using System.Diagnostics;
using System.Globalization;
using Checkout.CrashTests.Books;
using Checkout.CrashTests.Load;
using Checkout.CrashTests.Processes;
using Checkout.Simulation;
using Checkout.Tests.Server.Notices;
using Xunit.Abstractions;

namespace Checkout.CrashTests;

/// <summary>Servers are killed at random moments of their work, many times over. Afterwards nothing was charged twice and nothing is lost (REL-4).</summary>
public sealed class CrashLoopTests(ITestOutputHelper output)
{
    private const int Clients = 8;

    /// <summary>A machine may be busy; the figure that counts is printed.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromSeconds(30);

    private static int Rounds => int.TryParse(Environment.GetEnvironmentVariable("CRASH_ROUNDS"), out var rounds) ? rounds : Environment.GetEnvironmentVariable("CHECKOUT_LONG") == "1" ? 1000 : 100;

    private static int Seed => int.TryParse(Environment.GetEnvironmentVariable("CRASH_SEED"), out var seed) ? seed : 1;

    [Fact]
    public async Task Servers_that_are_killed_charge_nobody_twice_and_lose_nothing()
    {
        var watch = Stopwatch.StartNew();
        await using var shop = await ReceivingShop.OpenAsync();
        await using var chain = new MortalChain();
        await chain.StartAsync(shop.Url);
        using var end = new CancellationTokenSource();
        var diary = new Diary();
        var callers = Enumerable.Range(0, Clients).Select(_ => new Caller(chain.A.Address, diary, end.Token)).ToList();
        var work = callers.Select((c, i) => new Purchases(c, diary, i % 3 == 2 ? MortalChain.Second : MortalChain.First, (Seed * 100) + i, end.Token).RunAsync()).ToList();

        var killing = new Killing(chain, () => diary.Said.Count, new Random(Seed));
        for (var round = 0; round < Rounds; round++) await killing.RoundAsync();
        var killed = watch.Elapsed;
        await end.CancelAsync();
        await Task.WhenAll(work);

        var reckoning = await Reckoning.MakeAsync(chain, shop, diary, new Random(Seed));

        output.Tell(FormattableString.Invariant(
            $"crash loop, seed {Seed}: {killing}, {killed.TotalSeconds:0} s; {reckoning.Payments.Count} payments, {reckoning.Payouts} payouts, {diary.Said.Count + diary.Refunds.Count + diary.Payouts.Count} acknowledgements, {reckoning.Lost} lost, {reckoning.Broken.Count} violations, {watch.Elapsed.TotalSeconds:0} s"));
        Assert.True(reckoning.Broken.Count == 0, string.Join('\n', reckoning.Broken.Take(20).Prepend(Seed.ToString(CultureInfo.InvariantCulture))));
        Assert.True(reckoning.Payments.Count > Rounds, $"Only {reckoning.Payments.Count} payments were made: that is no load.");
        Assert.True(killing.Slowest < LongestStart, killing.ToString());
    }
}
