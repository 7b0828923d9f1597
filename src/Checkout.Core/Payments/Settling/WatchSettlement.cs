using Checkout.Core.Alerts;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments.Settling;

/// <summary>
/// What an answer about a charge makes of it that had already come to nothing. Mostly the next look; but when it was charged after all, the
/// money goes back, or pays the payment where the merchant wants that and nothing else did (PAY-19).
/// </summary>
internal static class WatchSettlement
{
    public static Settled? Of(Payment payment, Attempt attempt, ConnectorOutcome outcome, Circumstances around) => outcome switch
    {
        _ when attempt.Kind != AttemptKind.Authorise => null,
        ConnectorOutcome.Approved or ConnectorOutcome.NeedsReview when UndoSettlement.IsUnderWay(attempt, around) => LookAgain(attempt, outcome, around),
        ConnectorOutcome.Approved yes when !Fits(attempt, yes) => Contradict(payment, attempt, around),
        ConnectorOutcome.Approved yes when MayAdopt(payment, attempt, yes, around) => Adopt(payment, attempt, yes, around),
        ConnectorOutcome.Approved yes => TakeBack(payment, attempt with { UpstreamId = yes.UpstreamId ?? attempt.UpstreamId }, yes.Amount, around) with { Alert = AlertKind.LateCharge },
        // Held until somebody decides on it: nobody will.
        ConnectorOutcome.NeedsReview => TakeBack(payment, attempt, attempt.Amount, around) with { Alert = AlertKind.LateCharge },
        _ => LookAgain(attempt, outcome, around),
    };

    /// <summary>Only a look whose time has come leads to the next one; a message in between changes nothing.</summary>
    private static Settled? LookAgain(Attempt attempt, ConnectorOutcome outcome, Circumstances around)
    {
        if (attempt.CheckAt is not { } at || at > around.Now || attempt.Ended is not { } ended) return null;
        var next = outcome switch
        {
            ConnectorOutcome.Unknown { Fault: not ConnectorFault.Undecided } => WatchSchedule.Again(ended, around.Now),
            // What is still being decided at the last look may yet be charged.
            ConnectorOutcome.Unknown or ConnectorOutcome.NeedsShopper => WatchSchedule.Next(ended, around.Now) ?? WatchSchedule.Again(ended, around.Now),
            _ => WatchSchedule.Next(ended, around.Now),
        };
        return new Settled(null, attempt with { Checks = attempt.Checks + 1, CheckAt = next });
    }

    /// <summary>A late charge that cannot be this one. A payment that stands by another charge goes on; somebody has to look all the same.</summary>
    private static Settled? Contradict(Payment payment, Attempt attempt, Circumstances around)
    {
        if (attempt.Reason == PaymentReason.AmountMismatch) return null;
        var stopped = PaymentMoves.IsPaid(payment.Status) ? null : AuthoriseSettlement.Quarantine(payment, attempt, around);
        var settled = stopped ?? new Settled(null, attempt with { Reason = PaymentReason.AmountMismatch, CheckAt = null }) { Alert = AlertKind.Contradiction };
        return settled with { Besides = [.. settled.Besides, .. CountUse(attempt)] };
    }

    private static bool Fits(Attempt attempt, ConnectorOutcome.Approved yes) =>
        yes.Amount.Currency == attempt.Amount.Currency && yes.Amount.Minor > 0 && yes.Amount.Minor <= attempt.Amount.Minor;

    /// <summary>Nothing else paid it, nothing else may yet, and nobody gave it up: who cancelled was told that nothing is charged.</summary>
    private static bool MayAdopt(Payment payment, Attempt attempt, ConnectorOutcome.Approved yes, Circumstances around) =>
        around.LateCharge == LateCharge.Adopt
        && yes.Amount == attempt.Amount
        && PaymentMoves.AllowsCorrection(payment.Status, AuthoriseSettlement.StatusOf(payment, attempt, yes.Stage))
        && payment.Status != PaymentStatus.Cancelled
        && !around.Attempts.Any(a => a.Kind == AttemptKind.Authorise && a.MayStillCharge);

    private static Settled Adopt(Payment payment, Attempt attempt, ConnectorOutcome.Approved yes, Circumstances around)
    {
        var status = AuthoriseSettlement.StatusOf(payment, attempt, yes.Stage);
        var paid = AuthoriseSettlement.PaidWith(Retried(payment, attempt, around), yes).CorrectTo(status, PaymentReason.LateCharge, around.Now) with
        {
            Fraud = yes.Fraud ?? payment.Fraud,
            UpstreamId = yes.AcquirerReference ?? yes.UpstreamId ?? payment.UpstreamId,
            Challenge = yes.Challenge,
            CapturedMinor = status == PaymentStatus.Captured ? attempt.Amount.Minor : 0,
        };
        var adopted = Settlement.End(attempt, AttemptState.Approved, PaymentReason.LateCharge) with
        {
            UpstreamId = yes.UpstreamId ?? attempt.UpstreamId,
            Ended = null,
            CheckAt = yes.Stage == ApprovalStage.Done ? null : CheckSchedule.Next(around.Now, 0, around.Random),
        };
        return new Settled(paid, adopted) { Besides = [.. CountUse(attempt)], Alert = AlertKind.LateCharge };
    }

    /// <summary>The payment as it was when this attempt was made: another card may have been tried since, and neither it nor its token has paid.</summary>
    private static Payment Retried(Payment payment, Attempt attempt, Circumstances around)
    {
        var details = payment.Details with { GivenCard = payment.GivenCard, BySavedCard = attempt.UsesToken, ApprovalCode = null };
        return payment.WithSavedCard(around.Used) with { Card = attempt.Card ?? around.Used?.Face, ShowToken = around.Used is not null, Details = details };
    }

    /// <param name="charged">May be less than was asked for.</param>
    private static Settled TakeBack(Payment payment, Attempt attempt, Amount charged, Circumstances around)
    {
        var (touched, intent) = UndoSettlement.Plan(payment, attempt, charged, around);
        var late = attempt with { Reason = PaymentReason.LateCharge, Ended = null, CheckAt = null };
        return new Settled(touched, late) { Besides = [intent, .. CountUse(attempt)] };
    }

    /// <summary>The use of a token that was given back when the charge seemed never to have arrived.</summary>
    private static IEnumerable<Write> CountUse(Attempt attempt)
    {
        if (attempt is { State: AttemptState.ProvenDead, Reason: PaymentReason.NeverSent, UsesToken: true, Target: null, SavedCard: { } card })
            yield return new Write.TakeTokenAgain(attempt.Merchant, card);
    }
}
