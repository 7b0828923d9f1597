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
/// Nothing can be written at all. Every caller is told so in the words of its own door, what is written can still be read, the provider hears
/// nothing, and whether the disk heals or the server dies meanwhile, afterwards all is well (PAY-1, REL-7).
/// </summary>
public sealed class DeadDiskTests(ITestOutputHelper output)
{
    private const string Sent = "SELECT (SELECT COUNT(*) FROM attempt) + (SELECT COUNT(*) FROM payout)";

    /// <summary>The room that is left in a log may hold something small after something large was refused.</summary>
    private const int MostLeftovers = 60;

    private static readonly TimeSpan Healing = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task No_sync_succeeds() => await SurviveAsync("dead syncs", disk: null, mostLeftovers: 0, async server =>
        await Tracing.AttachAsync(server.ProcessId, "-e", "trace=fdatasync,fsync", "-e", "inject=fdatasync,fsync:error=EIO"));

    [Fact]
    public async Task There_is_no_room()
    {
        using var disk = SmallDisk.Mount();
        await SurviveAsync("no room", disk.Path, MostLeftovers, server => Task.FromResult<IAsyncDisposable>(new Ballast(server.Directory)));
    }

    /// <param name="name">What goes wrong.</param>
    /// <param name="disk">Where the first server keeps its data; null: the usual place.</param>
    /// <param name="mostLeftovers">How much may still go through.</param>
    /// <param name="break">Breaks the disk of a server until it is disposed.</param>
    private async Task SurviveAsync(string name, string? disk, int mostLeftovers, Func<MortalServer, Task<IAsyncDisposable>> @break)
    {
        await using var shop = await ReceivingShop.OpenAsync();
        await using var chain = new MortalChain(disk);
        await chain.StartAsync(shop.Url);
        using var end = new CancellationTokenSource();
        var diary = new Diary();
        var merchant = new Caller(chain.A.Address, diary, end.Token);

        var doors = await new Doors(merchant, "heals").OpenAsync();
        var refused = 0;
        await using (await @break(chain.A)) refused += await RefusedAsync(chain, merchant, doors, mostLeftovers);
        var healed = await HealsAsync(merchant);

        // This time it dies of it: what was refused may lie in the log all the same, and must come to nothing or to one charge.
        doors = await new Doors(merchant, "dies").OpenAsync();
        await using (await @break(chain.A))
        {
            refused += await RefusedAsync(chain, merchant, doors, mostLeftovers);
            await chain.A.KillAsync();
        }

        await chain.A.StartAsync();
        var restarted = await HealsAsync(merchant);
        var reckoning = await Reckoning.MakeAsync(chain, shop, diary, new Random(1));

        output.Tell(FormattableString.Invariant(
            $"{name}: {refused} requests refused at {doors.Count} doors, working again after {healed.TotalSeconds:0.0} s and {restarted.TotalSeconds:0.0} s; {reckoning.Payments.Count} payments, {reckoning.Lost} lost, {reckoning.Broken.Count} violations"));
        Assert.True(reckoning.Broken.Count == 0, string.Join('\n', reckoning.Broken.Take(20)));
    }

    /// <returns>How many requests were refused.</returns>
    private static async Task<int> RefusedAsync(MortalChain chain, Caller merchant, IReadOnlyList<Door> doors, int mostLeftovers)
    {
        var bank = new Archive(chain.B);
        var before = bank.Count(Sent);
        var (refused, done) = (0, 0);
        foreach (var door in doors)
        {
            var answer = await door.AskAsync();
            while (IsDone(answer) && done++ < mostLeftovers && !door.IsOnce) answer = await door.AskAsync();

            if (!IsDone(answer)) refused++;
            Assert.True(door.IsRefusal(answer) || IsDone(answer), $"{door.Name} after {done}: {answer}");
        }

        Assert.True(refused > 0 && done <= mostLeftovers, $"{refused} refused, {done} done");
        Assert.InRange(bank.Count(Sent) - before, 0, done);
        Assert.Equal(HttpStatusCode.OK, (await merchant.GetAsync("/v1/payments")).Status);
        return refused;
    }

    private static bool IsDone(Answer answer) => (int)answer.Status < 400;

    /// <summary>How long it takes until a payment goes through again.</summary>
    private static async Task<TimeSpan> HealsAsync(Caller merchant)
    {
        var begun = Stopwatch.GetTimestamp();
        var answer = await merchant.AskAsync(MortalChain.First, "/v1/payments", Orders.Direct(Orders.NewReference("well")).With("Capture", true));
        Assert.True(answer is { Status: HttpStatusCode.Created, StatusId: 11 } && Stopwatch.GetElapsedTime(begun) < Healing, $"Not well after {Stopwatch.GetElapsedTime(begun)}: {answer}");
        return Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>A file that takes all the room there is.</summary>
    private sealed class Ballast : IAsyncDisposable
    {
        private readonly string _path;

        public Ballast(string directory)
        {
            _path = Path.Combine(directory, "ballast");
            SmallDisk.Fill(_path);
        }

        public ValueTask DisposeAsync()
        {
            File.Delete(_path);
            return ValueTask.CompletedTask;
        }
    }
}
