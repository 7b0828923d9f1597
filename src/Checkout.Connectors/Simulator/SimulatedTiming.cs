using Checkout.Core.Payments;
using Checkout.Core.Shoppers;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>How long a follow-up takes: by its amount, its route and the settings.</summary>
internal static class SimulatedTiming
{
    // There acquirers take captures now and carry them out later.
    public static bool IsSlowRoute(AuthoriseRequest request) =>
        LatinAmerica.Uses(request.Amount.Currency) || LatinAmerica.Has(request.Details.Billing?.Country);

    public static SimulatedEntry Accept(SimulatedCharge charge, AttemptKind kind, string reference, long minor, DateTimeOffset now, SimulatorOptions options)
    {
        if (Scenarios.Of(charge).FollowUp is { } fate && fate.Kind == kind && fate.Trouble is FollowUpTrouble.Slow or FollowUpTrouble.FailsLater)
        {
            var end = now + fate.Takes;
            var fails = fate.Trouble == FollowUpTrouble.FailsLater;
            return new SimulatedEntry(kind, reference, minor, now, PaymentReason.None, ApprovalStage.Requested, Settles: fails ? null : end, Fails: fails ? end : null);
        }

        var (stage, takes) = (kind, charge.AmountMinor) switch
        {
            (AttemptKind.Capture, Fates.CaptureQueued) or (AttemptKind.Cancel, Fates.CancelQueued) => (ApprovalStage.Queued, Fates.Slowly),
            (AttemptKind.Capture, Fates.CaptureSlow) => (ApprovalStage.Requested, Fates.Slowly),
            (AttemptKind.Refund, Fates.RefundStaysOpen) => (ApprovalStage.Requested, (TimeSpan?)null),
            _ when options.Capture == SimulatorCapture.Deferred || (charge.IsSlowRoute && kind == AttemptKind.Capture) => (ApprovalStage.Requested, options.SettleAfter),
            _ => (ApprovalStage.Done, TimeSpan.Zero),
        };
        return new SimulatedEntry(kind, reference, minor, now, PaymentReason.None, stage, now + takes);
    }
}
