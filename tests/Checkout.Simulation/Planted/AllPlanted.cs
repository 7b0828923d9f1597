using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Simulation.Planted;

/// <summary>Every fault that is planted; each has to be found (REL-2).</summary>
internal static class AllPlanted
{
    public static readonly IReadOnlyList<PlantedFault> Faults =
    [
        .. StoreFaults.All,
        .. PayoutFaults.All,
        new NobodyLooks(),
        new NobodyWatches(),
        new NothingLapses(),
        new MerchantIgnored(),
        new RefundsUnseen(),
        new WrongUpstream(),
        new RequestsForgotten(),
        new ClockAhead(),
        new NothingSteady(),
        new AmountIgnored(),
        new NoHorizon(),
        new SentAgain("a charge without an answer is sent again under a new name", isCharge: true),
        new SentAgain("a capture or refund without an answer is sent again under a new name", isCharge: false),
        new Doubled("money is captured twice", AttemptKind.Capture),
        new Doubled("money is refunded twice", AttemptKind.Refund),
        new BarUnmade(),
        new CancelUnsent(),
        new CallbackBelieved(),
        new ReviewIgnored(),
        new RejectAccepts(),
        new BlockUnseen(),
        new DisputeUnseen(),
        new WonForEver(),
        new Misheard("unknown is taken for declined", heard => heard is ConnectorOutcome.Unknown ? new ConnectorOutcome.Declined(PaymentReason.Declined) : heard),
        new Misheard("unknown is taken for never sent", heard => heard is ConnectorOutcome.Unknown ? new ConnectorOutcome.NotSent(ConnectorFault.NotConnected) : heard),
        new Misheard("unknown is taken for cancelled", heard => heard is ConnectorOutcome.Unknown ? new ConnectorOutcome.Cancelled() : heard),
        new Misheard("a capture on its way is taken for done", heard => heard is ConnectorOutcome.Approved yes ? yes with { Stage = ApprovalStage.Done } : heard),
        new Misheard("an approval is taken for a refusal", heard => heard is ConnectorOutcome.Approved ? new ConnectorOutcome.Declined(PaymentReason.Declined) : heard),
    ];
}
