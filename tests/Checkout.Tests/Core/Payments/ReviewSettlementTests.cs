using Checkout.Core.Alerts;
using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Core.Payments;

/// <summary>What the outcome of a word on a review means, and of the charge that it was about.</summary>
public sealed class ReviewSettlementTests
{
    private static readonly Attempt Held = Some.Attempt(AttemptState.AwaitingReview) with { CheckAt = null };
    private static readonly Attempt Accept = Some.Attempt(kind: AttemptKind.Accept) with { Number = 2, Reference = "7-100001-2-word", Target = Held.Reference };
    private static readonly Attempt Reject = Some.Attempt(kind: AttemptKind.Cancel) with { Number = 2, Reference = "7-100001-2-word", Target = Held.Reference, Reason = PaymentReason.ReviewRejected };
    private static readonly ConnectorOutcome Yes = new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Done);
    private static readonly ConnectorOutcome StillHeld = new ConnectorOutcome.NeedsReview(new FraudVerdict(FraudStatus.Challenge, 60, "listed"), "UP9");

    public static TheoryData<ConnectorOutcome, AttemptState, PaymentReason> Answers => new()
    {
        { Yes, AttemptState.Approved, PaymentReason.None },
        { new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Requested), AttemptState.Approved, PaymentReason.None },
        { new ConnectorOutcome.Declined(PaymentReason.NotPermitted), AttemptState.Declined, PaymentReason.NotPermitted },
        { new ConnectorOutcome.Cancelled(), AttemptState.Declined, PaymentReason.ReviewRejected },
    };

    [Theory, MemberData(nameof(Answers))]
    public void Whatever_an_accept_is_answered_the_charge_is_asked(ConnectorOutcome outcome, AttemptState state, PaymentReason reason)
    {
        var settled = Settle(Accept, outcome, [Held, Accept]);
        Assert.Null(settled.Payment);
        Assert.Equal((state, reason, (DateTimeOffset?)null), (settled.Attempt.State, settled.Attempt.Reason, settled.Attempt.CheckAt));
        Assert.Equal([new Write.MoveAttempt(Held with { CheckAt = Some.Now }, Held)], settled.Besides);
        Assert.Empty(Settle(Accept, outcome, [Held with { State = AttemptState.Approved }, Accept]).Besides);
    }

    [Fact]
    public void An_accept_nobody_answered_is_asked_about_until_it_is_proven_dead()
    {
        foreach (var outcome in new[] { new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer), StillHeld, new ConnectorOutcome.NotFound() })
        {
            var unsure = Settle(Accept, outcome, [Held, Accept]);
            Assert.Equal((AttemptState.Unknown, 1, true, 0), (unsure.Attempt.State, unsure.Attempt.Checks, unsure.Attempt.CheckAt > Some.Now, unsure.Besides.Count));
        }

        var dead = Settlement.Of(Some.Payment(PaymentStatus.AwaitingReview), Accept, new ConnectorOutcome.NotFound(), Some.Circumstances(Some.Now.AddMinutes(16)) with { Attempts = [Held, Accept] })!;
        Assert.Equal((AttemptState.ProvenDead, PaymentReason.NeverSent, 1), (dead.Attempt.State, dead.Attempt.Reason, dead.Besides.Count));
    }

    [Theory]
    [InlineData(false, PaymentStatus.Authorized, 0)]
    [InlineData(true, PaymentStatus.Captured, 2599)]
    public void An_accepted_charge_stands_as_it_was_asked_for(bool captures, PaymentStatus status, long captured)
    {
        var settled = Settle(Held with { Captures = captures }, Yes, []);
        Assert.Equal((status, captured, AttemptState.Approved), (settled.Payment!.Status, settled.Payment.CapturedMinor, settled.Attempt.State));
    }

    [Fact]
    public void A_charge_under_review_is_asked_about_seldom_and_soon_once_it_was_accepted()
    {
        var due = Held with { CheckAt = Some.Now };
        // An answer from before the shopper was back says no more than that it is held still.
        foreach (var answer in new[] { StillHeld, new ConnectorOutcome.NeedsShopper(ShopperRedirect.Get("https://bank.example/")) })
        {
            Assert.Equal(Some.Now.AddMinutes(15), Settle(due, answer, [due]).Attempt.CheckAt);
            Assert.Equal(Some.Now.AddMinutes(15), Settle(due, answer, [due, Accept with { State = AttemptState.Declined }]).Attempt.CheckAt);
            Assert.True(Settle(due, answer, [due, Accept with { State = AttemptState.Approved, CheckAt = null }]).Attempt.CheckAt < Some.Now.AddMinutes(6));
        }
    }

    [Fact]
    public void A_charge_under_review_that_is_not_found_stays_under_review_and_somebody_is_told()
    {
        var muchLater = Some.Circumstances(Some.Now.AddDays(2));
        ConnectorOutcome[] wrong = [new ConnectorOutcome.NotFound(), new ConnectorOutcome.Barred(), new ConnectorOutcome.NotSent(ConnectorFault.NotConnected)];
        foreach (var outcome in wrong)
        {
            var settled = Settlement.Of(Some.Payment(PaymentStatus.AwaitingReview), Held with { CheckAt = Some.Now, Checks = 18 }, outcome, muchLater)!;
            Assert.Equal((null, AttemptState.AwaitingReview, 19, null), (settled.Payment, settled.Attempt.State, settled.Attempt.Checks, settled.Alert));
            Assert.True(settled.Attempt.CheckAt > muchLater.Now);
            Assert.Equal(AlertKind.LongInDoubt, Settlement.Of(Some.Payment(PaymentStatus.AwaitingReview), settled.Attempt, outcome, muchLater)!.Alert);
        }
    }

    [Fact]
    public void A_review_that_begins_knows_the_upstreams_name_for_it_and_is_looked_after()
    {
        var begun = Settlement.Of(Some.Payment(PaymentStatus.Submitting), Some.Attempt(), StillHeld, Some.Circumstances())!;
        Assert.Equal((PaymentStatus.AwaitingReview, AttemptState.AwaitingReview, "UP9", Some.Now.AddMinutes(15)), (begun.Payment!.Status, begun.Attempt.State, begun.Attempt.UpstreamId, begun.Attempt.CheckAt));
    }

    [Fact]
    public void A_reject_lets_go_of_the_money_and_of_the_card_that_waited()
    {
        var waiting = Held with { SavedCard = 5, KeepsCard = true };
        var settled = Settle(Reject, Yes, [waiting, Reject]);
        Assert.Equal((PaymentStatus.Cancelled, PaymentReason.ReviewRejected, AttemptState.Approved), (settled.Payment!.Status, settled.Payment.Reason, settled.Attempt.State));
        Assert.Contains(settled.Besides, w => w is Write.MoveAttempt { After.State: AttemptState.CancelConfirmed });
        Assert.Contains(new Write.MoveSavedCard(7, 5, SavedCardState.Pending, SavedCardState.Removed), settled.Besides);
        Assert.Equal(PaymentReason.CancelledByShopper, Settle(Reject with { Reason = PaymentReason.None }, Yes, [waiting, Reject]).Payment!.Reason);
    }

    [Fact]
    public void A_reject_that_is_refused_or_waits_leaves_the_payment_under_review()
    {
        var refused = Settle(Reject, new ConnectorOutcome.Declined(PaymentReason.NotPermitted), [Held, Reject]);
        Assert.Equal((null, AttemptState.Declined), (refused.Payment, refused.Attempt.State));
        Assert.Equal([new Write.MoveAttempt(Held with { CheckAt = Some.Now }, Held)], refused.Besides);
        var waits = Settle(Reject, new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Queued), [Held, Reject]);
        Assert.Equal((null, PaymentReason.ReviewRejected, true), (waits.Payment, waits.Attempt.Reason, waits.Attempt.CheckAt > Some.Now));
    }

    [Fact]
    public void A_charge_that_was_rejected_at_the_upstream_cancels_the_payment()
    {
        var settled = Settle(Held with { SavedCard = 5 }, new ConnectorOutcome.Cancelled(), []);
        Assert.Equal((PaymentStatus.Cancelled, PaymentReason.ReviewRejected, AttemptState.CancelConfirmed), (settled.Payment!.Status, settled.Payment.Reason, settled.Attempt.State));
        Assert.Contains(new Write.MoveSavedCard(7, 5, SavedCardState.Pending, SavedCardState.Removed), settled.Besides);
    }

    private static Settled Settle(Attempt attempt, ConnectorOutcome outcome, IReadOnlyList<Attempt> all) =>
        Settlement.Of(Some.Payment(PaymentStatus.AwaitingReview), attempt, outcome, Some.Circumstances() with { Attempts = all })!;
}
