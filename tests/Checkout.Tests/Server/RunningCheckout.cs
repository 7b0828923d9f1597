using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Connectors.Simulator;
using Checkout.Web.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server;

/// <summary>
/// A real server on a real port over a real directory, with verbs to use it by. Disposing stops it; the directory stays for a restart
/// when it was given from outside.
/// </summary>
public sealed class RunningCheckout : IAsyncDisposable
{
    public const string Site = "1010";
    public const string Key = "gabi";

    private readonly WebApplication _app;
    private readonly bool _ownsDirectory;

    private RunningCheckout(WebApplication app, string directory, bool ownsDirectory)
    {
        (_app, Directory, _ownsDirectory) = (app, directory, ownsDirectory);
        Address = app.Urls.First();
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(Address) };
    }

    public string Address { get; }

    public string Directory { get; }

    /// <summary>Follows no redirects and keeps no cookies, so that a test sees each answer as it is.</summary>
    public HttpClient Http { get; }

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
        var server = new RunningCheckout(app, data, directory is null);
        await server.WaitReadyAsync();
        return server;
    }

    /// <summary>Sends JSON to the Smart2Pay dialect as a merchant.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, string? body = null, string? credentials = null, string? requestId = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials ?? $"{Site}:{Key}")));
        if (requestId is not null) request.Headers.Add("RequestId", requestId);
        using var response = await Http.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    public Task<Answer> PostAsync(string path, JsonNode? body = null, string? requestId = null) => SendAsync(HttpMethod.Post, path, body?.ToJsonString(), requestId: requestId);

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>The simulator's own account of a payment, by the merchant's reference.</summary>
    public async Task<LedgerLine[]> LedgerAsync(string reference, string? credentials = null)
    {
        var site = (credentials ?? Site).Split(':')[0];
        var answer = await SendAsync(HttpMethod.Get, $"/sandbox/ledger?site={site}&reference={Uri.EscapeDataString(reference)}", credentials: credentials);
        return answer.Json.Deserialize<LedgerLine[]>()!;
    }

    /// <summary>Moves the sandbox's clock.</summary>
    public async Task AdvanceAsync(TimeSpan time) =>
        Assert.Equal(200, (int)(await PostAsync("/sandbox/clock", new JsonObject { ["AdvanceSeconds"] = (long)time.TotalSeconds })).Status);

    /// <summary>Runs the check until it holds, for at most ten seconds.</summary>
    public static async Task<T> EventuallyAsync<T>(Func<Task<T>> read, Func<T, bool> holds)
    {
        for (var tries = 0; ; tries++)
        {
            var value = await read();
            if (holds(value)) return value;
            Assert.True(tries < 100, $"It did not come to be; the last state was {value}.");
            await Task.Delay(100);
        }
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.StopAsync();
        await _app.DisposeAsync();
        if (_ownsDirectory) System.IO.Directory.Delete(Directory, recursive: true);
    }

    private async Task WaitReadyAsync() =>
        await EventuallyAsync(async () => (int)(await Http.GetAsync("/health/ready")).StatusCode, status => status == 200);
}
