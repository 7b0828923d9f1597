using Checkout.Core.Notices;
using Checkout.Storage.Sqlite;
using Checkout.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server;

/// <summary>
/// A real server on a real port over a real directory, with verbs to use it by. Disposing stops it; the directory stays for a restart
/// when it was given from outside.
/// </summary>
public sealed class RunningCheckout : CheckoutClient, IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly string[] _settings;
    private bool _ownsDirectory;

    private RunningCheckout(WebApplication app, string directory, bool ownsDirectory, string[] settings)
        : base(app.Urls.First()) => (_app, Directory, _ownsDirectory, _settings) = (app, directory, ownsDirectory, settings);

    public string Directory { get; }

    public IServiceProvider Services => _app.Services;

    public TimeProvider Clock => Services.GetRequiredService<TimeProvider>();

    /// <param name="settings">Settings as <c>Name=value</c>; anything an operator can set.</param>
    /// <param name="directory">Where the data lies; null makes a new one that goes with the server.</param>
    /// <param name="environment">Development is the sandbox.</param>
    public static async Task<RunningCheckout> StartAsync(string[]? settings = null, string? directory = null, string environment = "Development")
    {
        var data = directory ?? System.IO.Directory.CreateTempSubdirectory("checkout-").FullName;
        string[] args = ["--urls", "http://127.0.0.1:0", "--environment", environment, $"--DataDirectory={data}", "--Logging:LogLevel:Default=Warning", .. (settings ?? []).Select(s => "--" + s)];
        var app = await CheckoutServer.BuildAsync(args);
        await app.StartAsync();
        var server = new RunningCheckout(app, data, directory is null, settings ?? []);
        await server.WaitReadyAsync();
        return server;
    }

    /// <summary>Stops the server and starts it again over the same data, at another address.</summary>
    /// <param name="meanwhile">What happens while no server is at work.</param>
    public async Task<RunningCheckout> RestartAsync(Func<Task>? meanwhile = null)
    {
        var isOwner = _ownsDirectory;
        _ownsDirectory = false;
        await DisposeAsync();
        if (meanwhile is not null) await meanwhile();
        var again = await StartAsync(_settings, Directory);
        again._ownsDirectory = isOwner;
        return again;
    }

    /// <summary>Waits until a payment's oldest notice was tried so often, and the next try is planned: only then may the clock move on.</summary>
    public Task TriedAsync(int merchant, long payment, int times) => EventuallyAsync(
        async () => (await Services.GetRequiredService<INoticeStore>().DueAsync(Clock.GetUtcNow().AddDays(1), 1000, 1000)).FirstOrDefault(n => n.Merchant == merchant && n.Payment == payment)?.Tries,
        tries => tries >= times);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        Audit();
        await _app.DisposeAsync();
        if (_ownsDirectory) System.IO.Directory.Delete(Directory, recursive: true);
    }

    /// <summary>Whatever a test did to the server, its books are sound at the end.</summary>
    private void Audit()
    {
        List<AuditFinding> findings = [];
        Services.GetRequiredService<SqliteArchive>().Audit.Run(findings.Add);
        if (findings.Count > 0) throw new Xunit.Sdk.XunitException($"The books are not sound: {string.Join(", ", findings)}");
    }

    private async Task WaitReadyAsync() =>
        await EventuallyAsync(async () => (int)(await Http.GetAsync("/health/ready")).StatusCode, status => status == 200);
}
