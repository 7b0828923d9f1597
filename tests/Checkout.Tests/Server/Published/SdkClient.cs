using System.Net;
using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.Published;

/// <summary>
/// A merchant's server with the habits of the published .NET client (spec §2): every request has a RequestId, and one that ends in a
/// retryable status or without an answer is sent again, three times, under the same one. Only its pauses are shorter.
/// </summary>
internal sealed class SdkClient(string address) : CheckoutClient(address)
{
    private const int Retries = 3;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private static readonly HttpStatusCode[] Retried =
    [
        HttpStatusCode.RequestTimeout, HttpStatusCode.Conflict, HttpStatusCode.TooManyRequests, HttpStatusCode.InternalServerError,
        HttpStatusCode.BadGateway, HttpStatusCode.ServiceUnavailable, HttpStatusCode.GatewayTimeout,
    ];

    private readonly List<HttpStatusCode> _alarming = [];

    /// <summary>Statuses it was answered with that it takes for trouble of ours; enough of them open its circuit breaker.</summary>
    public IReadOnlyList<HttpStatusCode> Alarming => _alarming;

    public int Lost { get; private set; }

    public async Task<Answer> CallAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        var name = Guid.NewGuid().ToString();
        for (var tries = 0; ; tries++)
        {
            try
            {
                var answer = await SendAsync(method, path, body?.ToJsonString(), requestId: name);
                if (!Retried.Contains(answer.Status)) return answer;
                _alarming.Add(answer.Status);
                if (tries == Retries) return answer;
            }
            catch (HttpRequestException) when (tries < Retries)
            {
                Lost++;
            }

            await Task.Delay(Pause);
        }
    }

    public Task<Answer> CreateAsync(string path, JsonNode body) => CallAsync(HttpMethod.Post, path, body);

    public Task<Answer> ActAsync(string path) => CallAsync(HttpMethod.Post, path);

    public Task<Answer> ReadAsync(string path) => CallAsync(HttpMethod.Get, path);
}
