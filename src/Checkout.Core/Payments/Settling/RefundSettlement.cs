using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments.Settling;

/// <summary>What the outcome of a refund attempt makes of its refund and its payment.</summary>
internal static class RefundSettlement
{
    public static Settled Of(Payment payment, Attempt attempt, ConnectorOutcome outcome, Circumstances around)
    {
        var refund = around.Refund ?? throw new InvalidOperationException("A refund attempt has no refund.");
        return outcome switch
        {
            ConnectorOutcome.Approved other when other.Amount != attempt.Amount => AuthoriseSettlement.Quarantine(payment, attempt, around)!,
            ConnectorOutcome.Approved { Stage: ApprovalStage.Done } => GiveBack(payment, attempt, refund, around),
            ConnectorOutcome.Approved => new Settled(null, Settlement.AskAgain(attempt, around) with { State = AttemptState.Approved }),
            ConnectorOutcome.Declined no => Fail(payment, Settlement.End(attempt, AttemptState.Declined, no.Reason), refund, around),
            _ when Settlement.ProvesDead(attempt, outcome, around) =>
                Fail(payment, Settlement.End(attempt, AttemptState.ProvenDead, PaymentReason.NeverSent), refund, around),
            _ => new Settled(null, Settlement.AskAgain(attempt, around) with { State = AttemptState.Unknown }),
        };
    }

    private static Settled GiveBack(Payment payment, Attempt attempt, Refund refund, Circumstances around)
    {
        var refunded = checked(payment.RefundedMinor + refund.Amount.Minor);
        var status = refunded == payment.CapturedMinor ? PaymentStatus.Refunded : PaymentStatus.PartiallyRefunded;
        // A dispute that was raised meanwhile says more about the payment than its refunds do.
        var moved = PaymentMoves.Allows(payment.Status, status) ? payment.MoveTo(status, PaymentReason.None, around.Now) : payment.Touch(around.Now);
        moved = moved with { RefundedMinor = refunded, RefundOpenMinor = checked(payment.RefundOpenMinor - refund.Amount.Minor) };
        return new Settled(moved, Settlement.End(attempt, AttemptState.Approved, PaymentReason.None))
        {
            Besides = [new Write.MoveRefund(refund with { State = RefundState.Done, Ended = around.Now })],
        };
    }

    private static Settled Fail(Payment payment, Attempt attempt, Refund refund, Circumstances around) =>
        new(payment.Touch(around.Now) with { RefundOpenMinor = checked(payment.RefundOpenMinor - refund.Amount.Minor) }, attempt)
        {
            Besides = [new Write.MoveRefund(refund with { State = RefundState.Failed, Ended = around.Now, Reason = attempt.Reason })],
        };
}
