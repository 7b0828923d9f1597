using Checkout.Core.Upstream;

namespace Checkout.Core.Payments.Settling;

/// <summary>What the outcome of a capture makes of its payment: one of its own, or the later half of an authorise attempt that captures.</summary>
internal static class CaptureSettlement
{
    public static Settled Of(Payment payment, Attempt attempt, ConnectorOutcome outcome, Circumstances around) => outcome switch
    {
        ConnectorOutcome.Approved yes when yes.Amount == attempt.Amount => Advance(payment, attempt, yes, around),
        ConnectorOutcome.Approved => AuthoriseSettlement.Quarantine(payment, attempt, around)!,
        ConnectorOutcome.Declined no => new Settled(Fail(payment, no.Reason, around), Settlement.End(attempt, AttemptState.Declined, no.Reason)),
        _ when Settlement.ProvesDead(attempt, outcome, around) =>
            new Settled(Fail(payment, PaymentReason.NeverSent, around), Settlement.End(attempt, AttemptState.ProvenDead, PaymentReason.NeverSent)),
        _ => new Settled(null, Settlement.AskAgain(attempt, around) with { State = AttemptState.Unknown }),
    };

    /// <summary>The charge stands; only its capture is still on the way.</summary>
    public static Settled OfLater(Payment payment, Attempt attempt, ConnectorOutcome outcome, Circumstances around) => outcome switch
    {
        ConnectorOutcome.Approved yes when yes.Amount == attempt.Amount => Advance(payment, attempt, yes, around),
        ConnectorOutcome.Approved => AuthoriseSettlement.Quarantine(payment, attempt, around)!,
        ConnectorOutcome.Declined no => new Settled(Fail(payment, no.Reason, around), attempt with { CheckAt = null, Reason = no.Reason }),
        // What was held is let go at the upstream: nothing is left that could be captured.
        ConnectorOutcome.Cancelled => new Settled(payment.MoveTo(PaymentStatus.Reversed, PaymentReason.None, around.Now), Settlement.End(attempt, AttemptState.CancelConfirmed, attempt.Reason)),
        _ => new Settled(null, Settlement.AskAgain(attempt, around)),
    };

    private static Settled Advance(Payment payment, Attempt attempt, ConnectorOutcome.Approved yes, Circumstances around)
    {
        if (yes.Stage == ApprovalStage.Done)
        {
            var isWhole = attempt.Amount.Minor == payment.Amount.Minor;
            var taken = payment.MoveTo(isWhole ? PaymentStatus.Captured : PaymentStatus.PartiallyCaptured, PaymentReason.None, around.Now);
            return new Settled(taken with { CapturedMinor = attempt.Amount.Minor }, Settlement.End(attempt, AttemptState.Approved, PaymentReason.None));
        }

        var status = yes.Stage == ApprovalStage.Queued ? PaymentStatus.QueuedForCapture : PaymentStatus.CaptureRequested;
        var moved = payment.Status == status ? null : payment.MoveTo(status, yes.Note, around.Now);
        return new Settled(moved, Settlement.AskAgain(attempt, around) with { State = AttemptState.Approved, Reason = yes.Note });
    }

    // A capture whose time is over can never be made good; after any other refusal the money is still held.
    private static Payment Fail(Payment payment, PaymentReason reason, Circumstances around) =>
        payment.MoveTo(reason == PaymentReason.CaptureTimedOut ? PaymentStatus.Failed : PaymentStatus.Authorized, reason, around.Now);
}
