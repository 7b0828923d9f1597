using System.Diagnostics;
using System.Net;
using Checkout.CrashTests.Books;
using Checkout.CrashTests.Load;
using Checkout.CrashTests.Processes;
using Checkout.Simulation;
using Checkout.Tests.Server;
using Checkout.Tests.Server.Notices;
using Xunit.Abstractions;

namespace Checkout.CrashTests.Durability;

/// <summary>
/// The disk fails under load. Nothing is sent that is not on it, nothing that was acknowledged is lost, who is refused is told to try again, and
/// when the disk works again so does the server, by itself (REL-7).
/// </summary>
public sealed class DiskTroubleTests(ITestOutputHelper output)
{
    private const int Clients = 6;
    private const int Enough = 20;

    /// <summary>A machine may be busy: what counts is that much was done, not how fast.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Healing = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Syncs_that_fail_now_and_then() => await SurviveAsync("failing syncs", DataDirectory.Usual, async (server, untilRefused) =>
    {
        await using var tracing = await Tracing.AttachAsync(server.ProcessId, "-e", "trace=fdatasync,fsync", "-e", "inject=fdatasync,fsync:error=EIO:when=10+7");
        await untilRefused();
        return (await tracing.EndAsync()).Count(l => l.Contains("INJECTED", StringComparison.Ordinal));
    });

    [Fact]
    public async Task A_full_disk() => await SurviveAsync("full disk", DataDirectory.Small, async (server, untilRefused) =>
    {
        var ballast = Path.Combine(server.Directory, "ballast");
        SmallDisk.Fill(ballast);
        await untilRefused();
        File.Delete(ballast);
        return 1;
    });

    private enum DataDirectory { Usual, Small }

    /// <param name="name">What goes wrong.</param>
    /// <param name="directory">Where the first server keeps its data.</param>
    /// <param name="trouble">Lets it go wrong until requests were refused, and heals it; tells how often something failed.</param>
    private async Task SurviveAsync(string name, DataDirectory directory, Func<MortalServer, Func<Task>, Task<int>> trouble)
    {
        using var disk = directory == DataDirectory.Small ? SmallDisk.Mount() : null;
        await using var shop = await ReceivingShop.OpenAsync();
        await using var chain = new MortalChain(disk?.Path);
        await chain.StartAsync(shop.Url);
        using var end = new CancellationTokenSource();
        var diary = new Diary();
        var work = Enumerable.Range(0, Clients).Select(i =>
            new Purchases(new Caller(chain.A.Address, diary, end.Token), diary, i % 3 == 2 ? MortalChain.Second : MortalChain.First, 500 + i, end.Token).RunAsync()).ToList();

        await UntilAsync(() => diary.Said.Count >= Enough);
        var (before, process) = (diary.Said.Count, chain.A.ProcessId);
        diary.IsDiskFailing = true;
        var failures = await trouble(chain.A, () => UntilAsync(() => diary.Refused.Count >= Enough / 4));
        var healed = await HealsAsync(chain);
        diary.IsDiskFailing = false;
        var healthy = diary.Said.Count;
        await UntilAsync(() => diary.Said.Count >= healthy + Enough);
        await end.CancelAsync();
        await Task.WhenAll(work);
        var reckoning = await Reckoning.MakeAsync(chain, shop, diary, new Random(1));

        output.Tell(FormattableString.Invariant(
            $"{name}: {failures} failures, {diary.Refused.Count} requests refused, working again after {healed.TotalSeconds:0.0} s; {reckoning.Payments.Count} payments, {diary.Said.Count} acknowledgements, {reckoning.Lost} lost, {reckoning.Broken.Count} violations"));
        Assert.True(reckoning.Broken.Count == 0, string.Join('\n', reckoning.Broken.Take(20)));
        Assert.True(failures > 0 && diary.Refused.Count > 0, "Nothing went wrong.");
        Assert.All(diary.Refused, refused => Assert.Equal(HttpStatusCode.ServiceUnavailable, refused.Status));
        Assert.All(diary.Refused, refused => Assert.NotNull(refused.Json));
        Assert.True(before > 0 && chain.A.ProcessId == process, "The server has to be the same one.");
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var begun = Stopwatch.GetTimestamp(); !holds() && Stopwatch.GetElapsedTime(begun) < Patience;) await Task.Delay(50);
    }

    /// <summary>How long it takes until a merchant's payment goes through again.</summary>
    private static async Task<TimeSpan> HealsAsync(MortalChain chain)
    {
        var begun = Stopwatch.GetTimestamp();
        using var patience = new CancellationTokenSource(Healing);
        var answer = await new Caller(chain.A.Address, new Diary(), patience.Token).AskAsync(MortalChain.First, "/v1/payments", Orders.Direct("healed").With("Capture", true));
        Assert.True(answer is { StatusId: 11 }, $"Not well after {Stopwatch.GetElapsedTime(begun)}: {answer}");
        return Stopwatch.GetElapsedTime(begun);
    }
}
