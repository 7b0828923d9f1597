using System.Diagnostics;
using System.Globalization;

namespace Checkout.CrashTests.Durability;

/// <summary>
/// strace over a running server: it writes down system calls, or makes some of them fail, until it lets go again. The server stays as it is.
/// </summary>
internal sealed class Tracing : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly Process _strace;
    private readonly string _output;
    private bool _isOver;

    private Tracing(Process strace, string output) => (_strace, _output) = (strace, output);

    /// <param name="process">The server's.</param>
    /// <param name="what">What is traced or injected, in strace's words.</param>
    public static async Task<Tracing> AttachAsync(int process, params string[] what)
    {
        var output = Path.GetTempFileName();
        // Paths and addresses instead of numbers; enough of each text to tell one request from another.
        string[] words = ["-f", "-yy", "-s", "64", "-o", output, "-p", process.ToString(CultureInfo.InvariantCulture), .. what];
        var start = Environment.UserName == "root" ? new ProcessStartInfo("strace", words) : new ProcessStartInfo("sudo", ["-n", "strace", .. words]);
        start.RedirectStandardError = true;
        var strace = Process.Start(start) ?? throw new InvalidOperationException("strace did not start.");
        using var limit = new CancellationTokenSource(Patience);
        var attached = await strace.StandardError.ReadLineAsync(limit.Token);
        Assert.True(attached?.Contains("attached", StringComparison.Ordinal) == true, $"strace does not follow the server: {attached}");
        _ = strace.StandardError.ReadToEndAsync(CancellationToken.None);
        return new Tracing(strace, output);
    }

    /// <summary>Lets go of the server.</summary>
    /// <returns>What was written down, a call a line.</returns>
    public async Task<string[]> EndAsync()
    {
        if (!_isOver)
        {
            using var stop = Process.Start("kill", ["-INT", _strace.Id.ToString(CultureInfo.InvariantCulture)]);
            using var limit = new CancellationTokenSource(Patience);
            await _strace.WaitForExitAsync(limit.Token);
            _isOver = true;
        }

        return await File.ReadAllLinesAsync(_output);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        _strace.Dispose();
        File.Delete(_output);
    }
}
