using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Checkout.Simulation.Worlds;

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

/// <summary>What a moderator has not accepted yet is read as if it were.</summary>
internal sealed class BlockUnseen : PlantedFault
{
    public override string Name => "a payment that is blocked is read as free";

    public override IPaymentStore Payments(IPaymentStore store, World world) => new Faulty(store);

    private sealed class Faulty(IPaymentStore store) : PassingPayments(store)
    {
        public override async ValueTask<Payment?> FindAsync(int merchant, long payment) => await Store.FindAsync(merchant, payment) is { } found ? found with { IsBlocked = false } : null;
    }
}
