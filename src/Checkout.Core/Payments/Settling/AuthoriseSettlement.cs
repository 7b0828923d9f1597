using Checkout.Core.Alerts;
using Checkout.Core.Cards;
using Checkout.Core.Notices;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments.Settling;

/// <summary>What the outcome of an authorise (or verify) attempt makes of its payment.</summary>
internal static class AuthoriseSettlement
{
    /// <summary>How often the upstream is asked about a shopper who is at the bank: many never come back to us, and the merchant waits.</summary>
    private static readonly TimeSpan LookEvery = TimeSpan.FromSeconds(20);

    /// <summary>How often the upstream is asked about a charge under review: whoever decides on it there may not tell us.</summary>
    private static readonly TimeSpan LookAtReviewEvery = TimeSpan.FromMinutes(15);

    public static Settled Of(Payment payment, Attempt attempt, ConnectorOutcome outcome, Circumstances around) => outcome switch
    {
        // Our own cancel of it is on its way, and whichever reached the upstream first decides: its answer has to be heard before this one is believed.
        ConnectorOutcome.Approved or ConnectorOutcome.NeedsReview when IsBeingCancelled(attempt, around) => new Settled(null, Settlement.AskAgain(attempt, around)),
        ConnectorOutcome.Approved yes when yes.Amount == attempt.Amount => Approve(payment, attempt, yes, around),
        ConnectorOutcome.Approved part when IsPart(attempt, part) => DeclinePart(payment, attempt, part, around),
        ConnectorOutcome.Approved => Quarantine(payment, attempt, around)!,
        ConnectorOutcome.Declined no => Decline(payment, attempt, no, around),
        ConnectorOutcome.NeedsShopper asks => SendShopper(payment, attempt, asks, around),
        ConnectorOutcome.NeedsReview held => HoldForReview(payment, attempt, held, around),
        ConnectorOutcome.Cancelled => GiveUp(payment, attempt, around),
        // What is under review has arrived, whatever is not found now: only a decision ends it.
        _ when attempt.State != AttemptState.AwaitingReview && Settlement.ProvesDead(attempt, outcome, around) => Bury(payment, attempt, outcome, around),
        // A question about a shopper who is at the bank went unanswered: that says nothing about the shopper.
        ConnectorOutcome.Unknown { Fault: not ConnectorFault.Undecided } when attempt.State == AttemptState.AwaitingShopper => new Settled(null, Settlement.AskAgain(attempt, around)),
        _ => Doubt(payment, attempt, around),
    };

    /// <summary>The payment after its try came to nothing: open again while the shopper may try, else over.</summary>
    public static Payment AfterFailedTry(Payment payment, PaymentReason reason, Circumstances around)
    {
        var failed = payment.Purpose == PaymentPurpose.CardCheck ? PaymentStatus.VerifyFailed : PaymentStatus.Failed;
        var tried = payment with { Tries = payment.Tries + 1, WrongCodes = payment.WrongCodes + (reason == PaymentReason.WrongSecurityCode ? 1 : 0) };
        // A shopper whose payment was under review has been told that their part is over.
        if (payment.Need == CardNeed.Nothing || payment.Status == PaymentStatus.AwaitingReview || IsFatal(reason)) return tried.MoveTo(failed, reason, around.Now);
        if (around.Limits.AreReachedBy(tried)) return tried.MoveTo(failed, PaymentReason.TooManyTries, around.Now);

        // What the try showed of a card goes, unless the merchant gave that card.
        return tried.WithoutShownCard().MoveTo(PaymentStatus.Open, reason, around.Now);
    }

    /// <summary>No other try may follow, with whatever card (spec/cardgate.md §13.1).</summary>
    private static bool IsFatal(PaymentReason reason) => reason is PaymentReason.FraudDenied or PaymentReason.FatalDecline or PaymentReason.FatalError;

    private static bool IsBeingCancelled(Attempt attempt, Circumstances around) =>
        around.Attempts.Any(a => a.Kind == AttemptKind.Cancel && a.Target == attempt.Reference && Settlement.IsUnsettled(a));

    private static Settled Approve(Payment payment, Attempt attempt, ConnectorOutcome.Approved yes, Circumstances around)
    {
        var status = StatusOf(payment, attempt, yes.Stage);
        var paid = PaidWith(payment, yes).MoveTo(status, yes.Note, around.Now) with
        {
            Fraud = yes.Fraud ?? payment.Fraud,
            UpstreamId = yes.AcquirerReference ?? yes.UpstreamId ?? payment.UpstreamId,
            Challenge = yes.Challenge ?? payment.Challenge,
            CapturedMinor = status == PaymentStatus.Captured ? attempt.Amount.Minor : 0,
        };
        var (cards, card) = CardSettlement.Keep(attempt, yes, around);
        if (card is not null) paid = CardSettlement.Remember(paid, around) with { ShowToken = true };
        var settled = attempt with
        {
            State = AttemptState.Approved,
            UpstreamId = yes.UpstreamId ?? attempt.UpstreamId,
            Card = yes.FaceOf(attempt.Card),
            Reason = yes.Note,
            SavedCard = card ?? attempt.SavedCard,
            CheckAt = yes.Stage != ApprovalStage.Done ? CheckSchedule.Next(around.Now, 0, around.Random) : yes.Dispute is null ? null : around.Now,
        };
        return new Settled(paid, settled) { Besides = around.Token is { } token ? [.. cards, token] : cards };
    }

    /// <summary>On the provider's page the shopper may have taken another card than the one that was chosen here, whose token is none of that one.</summary>
    internal static Payment PaidWith(Payment payment, ConnectorOutcome.Approved yes)
    {
        var paid = yes.ApprovalCode is { } code ? payment with { Details = payment.Details with { ApprovalCode = code } } : payment;
        return paid.Card is { } chosen && yes.IsOther(chosen)
            ? paid.WithSavedCard(null) with { Card = yes.FaceOf(null), ShowToken = false, Details = paid.Details with { BySavedCard = false } }
            : paid with { Card = yes.FaceOf(paid.Card) };
    }

    /// <summary>A token that comes after the money still lands on the card; the merchant hears of one it has not seen yet. Null: nothing new.</summary>
    public static Settled? LateToken(Payment payment, Attempt attempt, ConnectorOutcome outcome, Circumstances around)
    {
        var isOurs = outcome is ConnectorOutcome.Approved yes && yes.Amount == attempt.Amount && attempt is { Kind: AttemptKind.Authorise, State: AttemptState.Approved };
        if (!isOurs || around.Token is not { } token) return null;
        if (around.Kept is not { } kept) return new Settled(null, attempt) { Besides = [token] };

        var shown = CardSettlement.Remember(payment, around).Touch(around.Now) with { ShowToken = true };
        var (keeping, card) = CardSettlement.KeepLate(kept, attempt, around);
        return new Settled(shown, attempt with { SavedCard = card }) { Besides = [.. keeping, token, NoticeRules.About(shown)] };
    }

    internal static PaymentStatus StatusOf(Payment payment, Attempt attempt, ApprovalStage stage)
    {
        if (payment.Purpose == PaymentPurpose.CardCheck) return PaymentStatus.Verified;
        if (!attempt.Captures) return PaymentStatus.Authorized;
        return stage switch
        {
            ApprovalStage.Done => PaymentStatus.Captured,
            ApprovalStage.Requested => PaymentStatus.CaptureRequested,
            ApprovalStage.Queued => PaymentStatus.QueuedForCapture,
        };
    }

    /// <summary>What the upstream says cannot be true of this payment: it stops here until an operator has looked.</summary>
    public static Settled? Quarantine(Payment payment, Attempt attempt, Circumstances around)
    {
        if (payment.Status == PaymentStatus.NeedsOperator) return null;
        var stopped = payment.MoveTo(PaymentStatus.NeedsOperator, PaymentReason.AmountMismatch, around.Now);
        return new Settled(stopped, attempt with { Reason = PaymentReason.AmountMismatch, CheckAt = null }) { Besides = [.. CardSettlement.DropPending(stopped, attempt)], Alert = AlertKind.Quarantine };
    }

    private static Settled Decline(Payment payment, Attempt attempt, ConnectorOutcome.Declined no, Circumstances around)
    {
        var isOverdue = IsOverdue(attempt, around);
        var after = isOverdue && payment is { Status: PaymentStatus.AwaitingShopper, Need: CardNeed.Nothing }
            ? payment.MoveTo(PaymentStatus.Expired, PaymentReason.LinkExpired, around.Now)
            : AfterFailedTry(payment with { Fraud = no.Fraud ?? payment.Fraud, Challenge = no.Challenge ?? payment.Challenge }, no.Reason, around);
        List<Write> besides = [.. CardSettlement.DropPending(after, attempt)];
        // A card that does not open was never sent.
        if (no.Reason == PaymentReason.TokenNotAvailable) besides.AddRange(GiveBack(attempt));
        var ended = Settlement.End(attempt, AttemptState.Declined, no.Reason);
        return new Settled(after, isOverdue ? Settlement.Watch(ended, around) : ended) { Besides = besides };
    }

    // A check holds no money that could be less than asked.
    private static bool IsPart(Attempt attempt, ConnectorOutcome.Approved yes) =>
        attempt.Kind == AttemptKind.Authorise && yes.Amount.Currency == attempt.Amount.Currency && yes.Amount.Minor > 0 && yes.Amount.Minor < attempt.Amount.Minor;

    /// <summary>The card would give only a part: that is no success, so the part goes back and the shopper may try another card (PAY-21).</summary>
    private static Settled DeclinePart(Payment payment, Attempt attempt, ConnectorOutcome.Approved part, Circumstances around)
    {
        var ended = Settlement.End(attempt, AttemptState.Declined, PaymentReason.PartialApproval) with { UpstreamId = part.UpstreamId ?? attempt.UpstreamId };
        var (after, intent) = UndoSettlement.Plan(AfterFailedTry(payment with { Challenge = part.Challenge }, PaymentReason.PartialApproval, around), ended, part.Amount, around);
        // One change, one version: the intent lands with the move.
        return new Settled(after with { Version = payment.Version + 1 }, ended) { Besides = [.. CardSettlement.DropPending(after, attempt), intent] };
    }

    private static Settled SendShopper(Payment payment, Attempt attempt, ConnectorOutcome.NeedsShopper asks, Circumstances around)
    {
        // An answer from before the shopper was back: nobody returns to the bank from a review.
        if (attempt.State == AttemptState.AwaitingReview) return StayInReview(attempt, around);

        // Still on the bank's page: nothing to tell, look again soon, and less often when the time should be up.
        if (attempt.State == AttemptState.AwaitingShopper)
        {
            var asked = Settlement.AskAgain(attempt, around);
            return new Settled(null, around.Now < attempt.Submitted + around.ShopperLimit ? asked with { CheckAt = around.Now + LookEvery } : asked);
        }

        var (cards, card) = CardSettlement.Wait(around);
        // Already there: the attempt was read after somebody else doubted it again. The store will notice, and this is weighed once more.
        var sending = CardSettlement.Remember(payment, around);
        var waiting = (payment.Status == PaymentStatus.AwaitingShopper ? sending.Touch(around.Now) : sending.MoveTo(PaymentStatus.AwaitingShopper, PaymentReason.None, around.Now)) with
        {
            PayableUntil = payment.PayableUntil ?? around.Now + around.ShopperLimit,
        };
        var sent = attempt with
        {
            State = AttemptState.AwaitingShopper, Redirect = asks.Redirect, UpstreamId = asks.UpstreamId ?? attempt.UpstreamId, SavedCard = card ?? attempt.SavedCard, CheckAt = around.Now + LookEvery,
        };
        return new Settled(waiting, sent) { Besides = cards };
    }

    private static Settled HoldForReview(Payment payment, Attempt attempt, ConnectorOutcome.NeedsReview held, Circumstances around)
    {
        if (attempt.State == AttemptState.AwaitingReview) return StayInReview(attempt, around);
        var (cards, card) = CardSettlement.Wait(around);
        var review = CardSettlement.Remember(payment, around).MoveTo(PaymentStatus.AwaitingReview, PaymentReason.FraudChallenged, around.Now) with { Fraud = held.Fraud, Challenge = held.Challenge };
        var waiting = attempt with
        {
            State = AttemptState.AwaitingReview, UpstreamId = held.UpstreamId ?? attempt.UpstreamId, SavedCard = card ?? attempt.SavedCard, CheckAt = around.Now + LookAtReviewEvery,
        };
        return new Settled(review, waiting) { Besides = cards };
    }

    /// <summary>Seldom asked about while the merchant thinks about it; soon again once it was accepted.</summary>
    private static Settled StayInReview(Attempt attempt, Circumstances around) =>
        new(null, AcceptSettlement.IsAccepted(attempt, around) ? Settlement.AskAgain(attempt, around) : attempt with { CheckAt = around.Now + LookAtReviewEvery });

    private static Settled GiveUp(Payment payment, Attempt attempt, Circumstances around)
    {
        // What was under review was rejected: by the merchant here, or at the upstream.
        if (payment.Status == PaymentStatus.AwaitingReview)
        {
            var dropped = payment.MoveTo(PaymentStatus.Cancelled, PaymentReason.ReviewRejected, around.Now);
            return new Settled(dropped, Settlement.End(attempt, AttemptState.CancelConfirmed, PaymentReason.ReviewRejected)) { Besides = [.. CardSettlement.DropPending(dropped, attempt)] };
        }

        var after = payment.Need == CardNeed.Nothing && payment.Purpose == PaymentPurpose.Purchase
            ? payment.MoveTo(payment.Status == PaymentStatus.Submitting ? PaymentStatus.Failed : PaymentStatus.Cancelled, PaymentReason.CancelledByShopper, around.Now)
            : AfterFailedTry(payment, PaymentReason.CancelledByShopper, around);
        var ended = Settlement.End(attempt, AttemptState.CancelConfirmed, PaymentReason.CancelledByShopper);
        return new Settled(after, Settlement.Watch(ended, around)) { Besides = [.. CardSettlement.DropPending(after, attempt)] };
    }

    private static Settled Bury(Payment payment, Attempt attempt, ConnectorOutcome outcome, Circumstances around)
    {
        var after = AfterFailedTry(payment, PaymentReason.NeverSent, around);
        var dead = Settlement.End(attempt, AttemptState.ProvenDead, PaymentReason.NeverSent);
        // A horizon is only our belief about how long things take, and a bar rests on a promise of theirs. Only what never left us needs no watch.
        if (outcome is not ConnectorOutcome.NotSent) dead = Settlement.Watch(dead, around);
        return new Settled(after, dead) { Besides = [.. CardSettlement.DropPending(after, attempt), .. GiveBack(attempt)] };
    }

    /// <summary>The use of a token that never reached the upstream; one that steps up from another attempt was spent by that.</summary>
    private static IEnumerable<Write> GiveBack(Attempt attempt)
    {
        if (attempt is { UsesToken: true, Target: null, SavedCard: { } card }) yield return new Write.GiveTokenBack(attempt.Merchant, card);
    }

    /// <summary>The shopper's time at the bank is over.</summary>
    private static bool IsOverdue(Attempt attempt, Circumstances around) =>
        attempt.State == AttemptState.AwaitingShopper && around.Now >= attempt.Submitted + around.ShopperLimit;

    private static Settled Doubt(Payment payment, Attempt attempt, Circumstances around)
    {
        var asked = Settlement.AskAgain(attempt, around);
        if (payment.Status == PaymentStatus.Unknown || attempt.State == AttemptState.AwaitingReview) return new Settled(null, asked);
        var (cards, card) = CardSettlement.Wait(around);
        var doubted = asked with { State = AttemptState.Unknown, SavedCard = card ?? attempt.SavedCard };
        return new Settled(CardSettlement.Remember(payment, around).MoveTo(PaymentStatus.Unknown, PaymentReason.None, around.Now), doubted) { Besides = cards };
    }
}
