using Checkout.Core.Upstream;

namespace Checkout.Simulation.Planted;

/// <summary>What the upstream says of a dispute is not read.</summary>
internal sealed class DisputeUnseen : PlantedFault
{
    public override string Name => "a dispute is not heard of";

    public override IConnector Connector(IConnector connector, TimeProvider clock) => new Faulty(connector);

    private sealed class Faulty(IConnector connector) : PassingConnector(connector)
    {
        public override async Task<ConnectorOutcome> QueryAsync(QueryRequest request, CancellationToken cancellation) =>
            await Connector.QueryAsync(request, cancellation) is var outcome && outcome is ConnectorOutcome.Approved yes ? yes with { Dispute = null } : outcome;
    }
}
