using Checkout.Core.Upstream;

namespace Checkout.Simulation.Planted;

/// <summary>A connector that passes everything on, for faults that change one thing of it.</summary>
internal class PassingConnector(IConnector connector) : IPaysOut
{
    protected IConnector Connector => connector;

    public string Name => connector.Name;

    public CardEntry Entry => connector.Entry;

    public bool HoldsMoney => connector.HoldsMoney;

    public bool KeepsTokens => connector.KeepsTokens;

    public bool CancelsOpenCharges => connector.CancelsOpenCharges;

    public virtual TimeSpan Horizon => connector.Horizon;

    public TimeSpan ShopperLimit => connector.ShopperLimit;

    public virtual async Task<ConnectorOutcome> AuthoriseAsync(AuthoriseRequest request, CancellationToken cancellation) =>
        Heard(await connector.AuthoriseAsync(request, cancellation));

    public virtual async Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation) =>
        Heard(await connector.FollowUpAsync(request, cancellation));

    public virtual async Task<ConnectorOutcome> QueryAsync(QueryRequest request, CancellationToken cancellation) =>
        Heard(await connector.QueryAsync(request, cancellation));

    public virtual async Task<ConnectorOutcome> PayOutAsync(PayOutRequest request, CancellationToken cancellation) =>
        Heard(await ((IPaysOut)connector).PayOutAsync(request, cancellation));

    public virtual async Task<ConnectorOutcome> QueryPayOutAsync(PayOutQuery query, CancellationToken cancellation) =>
        Heard(await ((IPaysOut)connector).QueryPayOutAsync(query, cancellation));

    /// <summary>What an answer is taken for.</summary>
    protected virtual ConnectorOutcome Heard(ConnectorOutcome outcome) => outcome;
}
