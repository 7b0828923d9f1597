using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace Checkout.Tests.Connectors.Smart2Pay;

/// <summary>A request as it went out.</summary>
public sealed record SentRequest(string Method, string Path, string? RequestId, string? Authorization, JsonNode? Body);

/// <summary>Answers with what the test laid out, in that order, and remembers what was asked. It stands where the network begins.</summary>
internal sealed class CannedUpstream : HttpMessageHandler
{
    private readonly Queue<(int Status, string Body)> _answers = [];

    public List<SentRequest> Sent { get; } = [];

    public SentRequest Last => Sent[^1];

    public CannedUpstream Says(int status, JsonNode body)
    {
        _answers.Enqueue((status, body.ToJsonString()));
        return this;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var text = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var body = text.Length == 0 ? null : JsonNode.Parse(text);
        var name = request.Headers.TryGetValues("RequestId", out var names) ? names.Single() : null;
        Sent.Add(new SentRequest(request.Method.Method, request.RequestUri!.PathAndQuery, name, request.Headers.Authorization?.ToString(), body));
        if (!_answers.TryDequeue(out var answer)) throw new HttpRequestException("The line is dead.");
        return new HttpResponseMessage((HttpStatusCode)answer.Status) { Content = new StringContent(answer.Body, Encoding.UTF8, "application/json") };
    }
}
