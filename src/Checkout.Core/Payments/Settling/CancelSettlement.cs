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

    /// <summary>The merchant asked for it: its cancel is the latest one, because no challenge is left to give up once a payment is authorised.</summary>
    private static bool IsByMerchant(Payment payment, Attempt cancel, Circumstances around) =>
        payment.Status is PaymentStatus.CancelRequested or PaymentStatus.QueuedForCancel && !around.Attempts.Any(a => a is { Kind: AttemptKind.Cancel, Undoes: false } && a.Number > cancel.Number);

    private static Settled Confirm(Payment payment, Attempt cancel, Circumstances around)
    {
        var done = Settlement.End(cancel, AttemptState.Approved, PaymentReason.None);
        var target = around.Attempts.FirstOrDefault(a => a.Reference == cancel.Target && a.MayStillCharge);
        if (IsByMerchant(payment, cancel, around)) return LetGo(payment, PaymentReason.None, done, target, around);

        return payment.Status switch
        {
            _ when target is null => new Settled(null, done),
            PaymentStatus.AwaitingShopper or PaymentStatus.Unknown => GiveUp(payment, done, target, around),
            // The shopper had said yes to the bank just before the cancel was carried out: what was held is let go.
            PaymentStatus.Authorized => LetGo(payment, PaymentReason.CancelledByShopper, done, target, around),
            PaymentStatus.AwaitingReview => Reject(payment, cancel, done, target, around),
            _ => new Settled(null, done),
        };
    }

    private static Settled LetGo(Payment payment, PaymentReason reason, Attempt done, Attempt? target, Circumstances around) =>
        new(payment.MoveTo(PaymentStatus.Cancelled, reason, around.Now), done) { Besides = [.. Free(target)] };

    /// <summary>A review is rejected by the merchant, or a shopper had left when it began; the card was to be kept only if it had gone well.</summary>
    private static Settled Reject(Payment payment, Attempt cancel, Attempt done, Attempt target, Circumstances around)
    {
        var gone = LetGo(payment, cancel.Reason == PaymentReason.ReviewRejected ? cancel.Reason : PaymentReason.CancelledByShopper, done, target, around);
        return gone with { Besides = [.. gone.Besides, .. CardSettlement.DropPending(gone.Payment!, target)] };
    }

    private static Settled GiveUp(Payment payment, Attempt done, Attempt target, Circumstances around)
    {
        var isTimeOver = around.Now >= target.Submitted + around.ShopperLimit;
        var after = payment.Need == CardNeed.Nothing
            ? payment.MoveTo(isTimeOver ? PaymentStatus.Expired : PaymentStatus.Cancelled, isTimeOver ? PaymentReason.LinkExpired : PaymentReason.CancelledByShopper, around.Now)
            : payment.WithoutShownCard().MoveTo(PaymentStatus.Open, PaymentReason.CancelledByShopper, around.Now);
        return new Settled(after, done) { Besides = [Watch(target, around), .. CardSettlement.DropPending(after, target)] };
    }

    private static Settled Wait(Payment payment, Attempt cancel, ApprovalStage stage, Circumstances around)
    {
        var status = stage == ApprovalStage.Queued ? PaymentStatus.QueuedForCancel : PaymentStatus.CancelRequested;
        var moved = !IsByMerchant(payment, cancel, around) || payment.Status == status ? null : payment.MoveTo(status, PaymentReason.None, around.Now);
        return new Settled(moved, Settlement.AskAgain(cancel, around) with { State = AttemptState.Approved });
    }

    private static Settled Refuse(Payment payment, Attempt cancel, AttemptState state, PaymentReason reason, Circumstances around) =>
        new(IsByMerchant(payment, cancel, around) ? payment.MoveTo(PaymentStatus.Authorized, reason, around.Now) : null, Settlement.End(cancel, state, reason))
        {
            // A review that cannot be rejected may have been accepted at the upstream.
            Besides = [.. AcceptSettlement.AskAbout(cancel, around)],
        };

    private static Write.MoveAttempt Watch(Attempt target, Circumstances around) =>
        new(Settlement.Watch(Settlement.End(target, AttemptState.CancelConfirmed, target.Reason), around), target);

    private static IEnumerable<Write> Free(Attempt? target)
    {
        if (target is not null) yield return new Write.MoveAttempt(Settlement.End(target, AttemptState.CancelConfirmed, target.Reason), target);
    }
}
