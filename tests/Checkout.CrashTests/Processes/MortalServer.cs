using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Checkout.Tests.Server;

namespace Checkout.CrashTests.Processes;

/// <summary>The built program at an address that stays, over data that stay; it is killed without warning and started again.</summary>
internal sealed class MortalServer : IAsyncDisposable
{
    private CheckoutProgram? _program;

    private MortalServer(string directory, int port) => (Directory, Address) = (directory, $"http://127.0.0.1:{port}");

    public string Directory { get; }

    public string Address { get; }

    /// <summary>Of the process that runs now.</summary>
    public int ProcessId => _program!.ProcessId;

    /// <param name="name">A word for people who look at the directories.</param>
    /// <param name="disk">A directory to make the data directory in; null: the usual one.</param>
    public static MortalServer Make(string name, string? disk = null) =>
        new(disk is null ? System.IO.Directory.CreateTempSubdirectory($"checkout-{name}-").FullName : Path.Combine(disk, name), FreePort());

    /// <summary>
    /// Below the ports that callers get: a caller that tries a dead server again and again would sooner or later get that server's own port, and be
    /// connected with itself.
    /// </summary>
    private static int FreePort()
    {
        for (var port = 21_000 + Random.Shared.Next(8000); ; port++)
        {
            try
            {
                using var free = new TcpListener(IPAddress.Loopback, port);
                free.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken; the next one may not be.
            }
        }
    }

    /// <returns>How long it took until it said that it is ready.</returns>
    public async Task<TimeSpan> StartAsync()
    {
        var begun = Stopwatch.GetTimestamp();
        _program = await CheckoutProgram.StartAsync("--urls", Address, "--environment", "Development", $"--DataDirectory={Directory}");
        return Stopwatch.GetElapsedTime(begun);
    }

    /// <summary>SIGKILL: nothing is flushed, closed or said.</summary>
    public async Task KillAsync()
    {
        if (_program is { } program) await program.DisposeAsync();
        _program = null;
    }

    /// <summary>Runs one of the program's commands over the data.</summary>
    public async Task<Ended> CommandAsync(params string[] words) => await CheckoutProgram.RunAsync([.. words, "--environment", "Development", $"--DataDirectory={Directory}"]);

    /// <summary>Lets the sandbox's clock go on.</summary>
    public async Task AdvanceAsync(TimeSpan time)
    {
        using var http = new HttpClient { BaseAddress = new Uri(Address) };
        http.DefaultRequestHeaders.Authorization = new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{CheckoutClient.Site}:{CheckoutClient.Key}")));
        using var moved = await http.PostAsync("/sandbox/clock", new StringContent(FormattableString.Invariant($"{{\"AdvanceSeconds\":{time.TotalSeconds:0}}}")));
        Assert.True(moved.IsSuccessStatusCode, moved.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        System.IO.Directory.Delete(Directory, recursive: true);
    }
}
