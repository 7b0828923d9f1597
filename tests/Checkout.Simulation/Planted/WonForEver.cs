using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Simulation.Planted;

/// <summary>A dispute that was won once is taken to be so for ever.</summary>
internal sealed class WonForEver : PlantedFault
{
    public override string Name => "a loss after a dispute was won is not followed";

    public override IConnector Connector(IConnector connector, TimeProvider clock) => new Faulty(connector);

    private sealed class Faulty(IConnector connector) : PassingConnector(connector)
    {
        private readonly HashSet<string> _won = [];

        public override async Task<ConnectorOutcome> QueryAsync(QueryRequest request, CancellationToken cancellation)
        {
            var outcome = await Connector.QueryAsync(request, cancellation);
            if (outcome is not ConnectorOutcome.Approved { Dispute: { } dispute } yes) return outcome;
            if (dispute.State == DisputeState.Won) _won.Add(request.Reference);
            return _won.Contains(request.Reference) ? yes with { Dispute = dispute with { State = DisputeState.Won } } : outcome;
        }
    }
}
