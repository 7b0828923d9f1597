using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Connectors.Cardgate;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>A request as it went over the wire.</summary>
internal sealed record SentRequest(string Method, string Url, string? Authorization, string? ContentType, JsonNode? Body, string Accept);

/// <summary>The wire to an upstream whose answers a test writes down beforehand, one for each request; it keeps what was sent.</summary>
internal sealed class ScriptedWire : HttpMessageHandler
{
    private readonly Queue<Func<HttpResponseMessage>> _answers = new();

    public List<SentRequest> Sent { get; } = [];

    public ScriptedWire Then(int status, string body, string type = "application/json")
    {
        _answers.Enqueue(() => new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, type) });
        return this;
    }

    public ScriptedWire ThenInvoice(string attributes = "{}", int status = 201) => Then(status, ScriptedInvoice.Document(attributes));

    public ScriptedWire ThenRefuses(int status, string pointer = "", string code = "invalid") =>
        Then(status, UpstreamDocument.Read("refused", ("status", "422"), ("code", code), ("pointer", pointer)));

    public ScriptedWire ThenBreaks(Exception trouble)
    {
        _answers.Enqueue(() => throw trouble);
        return this;
    }

    public CardgateConnector Connect(CardEntry entry = CardEntry.Ours, TimeProvider? clock = null) =>
        CardgateRig.Connect(CardgateRig.Account(entry, "https://api.example/", "https://gate.example/"), clock, this);

    public Task<ConnectorOutcome> ChargeAsync(ExamOrder? order = null, CardEntry entry = CardEntry.Ours) =>
        Connect(entry).AuthoriseAsync((order ?? ScriptedInvoice.Order).Request(), CancellationToken.None);

    public Task<ConnectorOutcome> AskAsync(string? id = ScriptedInvoice.Id, CardEntry entry = CardEntry.Ours) =>
        Connect(entry).QueryAsync(ScriptedInvoice.Order.Query() with { UpstreamId = id }, CancellationToken.None);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var text = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var body = text.Length == 0 ? null : JsonNode.Parse(text);
        Sent.Add(new(request.Method.Method, request.RequestUri!.AbsoluteUri, request.Headers.Authorization?.ToString(), request.Content?.Headers.ContentType?.MediaType, body, request.Headers.Accept.ToString()));
        Assert.NotEmpty(_answers);
        return _answers.Dequeue()();
    }
}
