using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Simulation.Planted;

/// <summary>What is held for review is taken for approved.</summary>
internal sealed class ReviewIgnored : PlantedFault
{
    public override string Name => "a review is taken for an approval";

    public override IConnector Connector(IConnector connector, TimeProvider clock) => new Faulty(connector);

    private sealed class Faulty(IConnector connector) : PassingConnector(connector)
    {
        public override async Task<ConnectorOutcome> AuthoriseAsync(AuthoriseRequest request, CancellationToken cancellation) =>
            await Connector.AuthoriseAsync(request, cancellation) is var outcome && outcome is ConnectorOutcome.NeedsReview ? new ConnectorOutcome.Approved(request.Amount, ApprovalStage.Done) : outcome;
    }
}

/// <summary>The merchant's no arrives as a yes.</summary>
internal sealed class RejectAccepts : PlantedFault
{
    public override string Name => "a rejected review is accepted at the upstream";

    public override IConnector Connector(IConnector connector, TimeProvider clock) => new Faulty(connector);

    private sealed class Faulty(IConnector connector) : PassingConnector(connector)
    {
        public override Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation) =>
            Connector.FollowUpAsync(request.OfReview ? request with { Kind = AttemptKind.Accept } : request, cancellation);
    }
}
