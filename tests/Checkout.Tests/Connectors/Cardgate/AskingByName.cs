using System.Collections.Concurrent;
using Checkout.Connectors.Cardgate;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>Asks about a charge as Core does: by the name the upstream gave it when it sent the shopper away.</summary>
internal sealed class AskingByName(CardgateConnector connector) : IConnector, IBarsCharges
{
    private readonly ConcurrentDictionary<string, string?> _names = new();

    public string Name => connector.Name;

    public CardEntry Entry => connector.Entry;

    public bool HoldsMoney => connector.HoldsMoney;

    public bool KeepsTokens => connector.KeepsTokens;

    public bool CancelsOpenCharges => connector.CancelsOpenCharges;

    public TimeSpan Horizon => connector.Horizon;

    public TimeSpan ShopperLimit => connector.ShopperLimit;

    public async Task<ConnectorOutcome> AuthoriseAsync(AuthoriseRequest request, CancellationToken cancellation)
    {
        var outcome = await connector.AuthoriseAsync(request, cancellation);
        if (outcome is ConnectorOutcome.NeedsShopper sent) _names[request.Reference] = sent.UpstreamId;
        return outcome;
    }

    public Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation) => connector.FollowUpAsync(request, cancellation);

    public Task<ConnectorOutcome> BarAsync(BarRequest request, CancellationToken cancellation) => connector.BarAsync(request, cancellation);

    public Task<ConnectorOutcome> QueryAsync(QueryRequest request, CancellationToken cancellation) =>
        connector.QueryAsync(request with { UpstreamId = request.UpstreamId ?? _names.GetValueOrDefault(request.Reference) }, cancellation);
}
