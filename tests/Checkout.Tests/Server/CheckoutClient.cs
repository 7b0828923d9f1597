using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Connectors.Simulator;

namespace Checkout.Tests.Server;

/// <summary>A merchant's server, and whoever else talks to Checkout over HTTP.</summary>
public abstract class CheckoutClient(string address)
{
    public const string Site = "1010";
    public const string Key = "gabi";

    public string Address => address;

    /// <summary>Follows no redirects and keeps no cookies, so that a test sees each answer as it is.</summary>
    public HttpClient Http { get; } = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(address) };

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

    /// <summary>How many alerts of a kind monitoring sees.</summary>
    public async Task<int> AlertsAsync(string kind)
    {
        var lines = (await Http.GetStringAsync("/metrics")).Split('\n');
        var start = $"checkout_alerts_total{{kind=\"{kind}\"}} ";
        return int.Parse(lines.Single(l => l.StartsWith(start, StringComparison.Ordinal))[start.Length..], CultureInfo.InvariantCulture);
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
            Assert.True(tries < 100, $"It did not come to be; the last state was {(value is System.Collections.IEnumerable and not string ? string.Join(", ", ((System.Collections.IEnumerable)value).Cast<object>()) : value)}.");
            await Task.Delay(100);
        }
    }
}
