using System.Text.Json.Nodes;
using Checkout.Connectors.Exchange;
using Checkout.Connectors.Smart2Pay;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Smart2Pay;

/// <summary>A connector whose upstream says what the test wants to see read.</summary>
internal sealed class Smart2PayRig : IDisposable
{
    public const string Key = "k+Y/7:x=";
    public const string Credentials = "Basic MTAxMDprK1kvNzp4PQ==";

    private readonly HttpClient _client;

    public Smart2PayRig(CardEntry entry = CardEntry.Ours, string url = "https://upstream.example")
    {
        _client = new HttpClient(Upstream);
        Account = new Smart2PayAccount("smart2pay-1", new Uri(url), "1010", Key, entry);
        Connector = new Smart2PayConnector(new UpstreamHttp(_client, new Breaker(TimeProvider.System)), Account, TimeProvider.System);
    }

    public CannedUpstream Upstream { get; } = new();

    public Smart2PayAccount Account { get; }

    public Smart2PayConnector Connector { get; }

    public Task<ConnectorOutcome> SendAsync(ExamOrder order) => Connector.AuthoriseAsync(order.Request(), CancellationToken.None);

    public Task<ConnectorOutcome> SendAsync(FollowUpRequest request) => Connector.FollowUpAsync(request, CancellationToken.None);

    public Task<ConnectorOutcome> AskAsync(QueryRequest request) => Connector.QueryAsync(request, CancellationToken.None);

    /// <summary>One payment sent and answered.</summary>
    public static async Task<ConnectorOutcome> AnswerAsync(ExamOrder order, int status, JsonNode body)
    {
        using var rig = new Smart2PayRig();
        rig.Upstream.Says(status, body);
        return await rig.SendAsync(order);
    }

    /// <summary>What a follow-up is asked about by, where the upstream's name of the charge is known.</summary>
    public static QueryRequest Question(FollowUpRequest request) => new(request.Merchant, request.Kind, request.Reference, request.Target, "300001", Amount: request.Amount);

    public static FollowUpRequest Known(FollowUpRequest request) => request with { TargetUpstreamId = "300001" };

    public static FollowUpRequest FollowUp(ExamOrder order, AttemptKind kind, long? minor = null) => Known(order.FollowUp(kind, minor));

    public void Dispose() => _client.Dispose();
}
