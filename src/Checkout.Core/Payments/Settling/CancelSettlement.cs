using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments.Settling;

/// <summary>
/// What the outcome of a cancel makes of its payment: either the merchant lets held money go, or an open challenge is given up so that
/// another card can be tried.
/// </summary>
internal static class CancelSettlement
{
    public static Settled Of(Payment payment, Attempt cancel, ConnectorOutcome outcome, Circumstances around) => outcome switch
    {
        ConnectorOutcome.Approved { Stage: ApprovalStage.Done } or ConnectorOutcome.Cancelled => Confirm(payment, cancel, around),
        ConnectorOutcome.Approved yes => Wait(payment, cancel, yes.Stage, around),
        ConnectorOutcome.Declined no => Refuse(payment, cancel, AttemptState.Declined, no.Reason, around),
        _ when Settlement.ProvesDead(cancel, outcome, around) => Refuse(payment, cancel, AttemptState.ProvenDead, PaymentReason.NeverSent, around),
        _ => new Settled(null, Settlement.AskAgain(cancel, around) with { State = AttemptState.Unknown }),
    };

    private static bool IsByMerchant(Payment payment) => payment.Status is PaymentStatus.CancelRequested or PaymentStatus.QueuedForCancel;

    private static Settled Confirm(Payment payment, Attempt cancel, Circumstances around)
    {
        var done = Settlement.End(cancel, AttemptState.Approved, PaymentReason.None);
        var target = around.Attempts.FirstOrDefault(a => a.Reference == cancel.Target && a.MayStillCharge);
        if (IsByMerchant(payment))
        {
            var cancelled = payment.MoveTo(PaymentStatus.Cancelled, PaymentReason.None, around.Now);
            return new Settled(cancelled, done) { Besides = [.. Free(target)] };
        }

        // The challenge may have been settled in the meantime; then there is nothing left to free.
        if (target is null || payment.Status is not (PaymentStatus.AwaitingShopper or PaymentStatus.Unknown)) return new Settled(null, done);
        var open = payment.MoveTo(payment.Need == CardNeed.Nothing ? PaymentStatus.Cancelled : PaymentStatus.Open, PaymentReason.CancelledByShopper, around.Now);
        if (open is { Status: PaymentStatus.Open, Need: CardNeed.FullCard }) open = open with { Card = null, SavedCard = null, SavedCardCheck = null, ShowToken = false };
        return new Settled(open, done) { Besides = [.. Free(target), .. AuthoriseSettlement.DropPending(open, target)] };
    }

    private static Settled Wait(Payment payment, Attempt cancel, ApprovalStage stage, Circumstances around)
    {
        var status = stage == ApprovalStage.Queued ? PaymentStatus.QueuedForCancel : PaymentStatus.CancelRequested;
        var moved = !IsByMerchant(payment) || payment.Status == status ? null : payment.MoveTo(status, PaymentReason.None, around.Now);
        return new Settled(moved, Settlement.AskAgain(cancel, around) with { State = AttemptState.Approved });
    }

    private static Settled Refuse(Payment payment, Attempt cancel, AttemptState state, PaymentReason reason, Circumstances around) =>
        new(IsByMerchant(payment) ? payment.MoveTo(PaymentStatus.Authorized, reason, around.Now) : null, Settlement.End(cancel, state, reason));

    private static IEnumerable<Write> Free(Attempt? target)
    {
        if (target is not null) yield return new Write.MoveAttempt(Settlement.End(target, AttemptState.CancelConfirmed, target.Reason), target.State);
    }
}
