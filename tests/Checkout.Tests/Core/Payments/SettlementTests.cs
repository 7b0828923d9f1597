using Checkout.Core.Alerts;
using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Core.Payments;

public sealed class SettlementTests
{
    private static readonly ShopperRedirect Bank = ShopperRedirect.Get("https://bank.example/challenge");

    private static Settled Settle(Payment payment, Attempt attempt, ConnectorOutcome outcome, Circumstances? around = null) =>
        Settlement.Of(payment, attempt, outcome, around ?? Some.Circumstances()) ?? throw new InvalidOperationException("Nothing came of it.");

    private static Payment Submitting(CardNeed need = CardNeed.FullCard) => Some.Payment(PaymentStatus.Submitting, need);

    [Theory]
    [InlineData(false, ApprovalStage.Done, PaymentStatus.Authorized, 0)]
    [InlineData(true, ApprovalStage.Done, PaymentStatus.Captured, 2599)]
    [InlineData(true, ApprovalStage.Requested, PaymentStatus.CaptureRequested, 0)]
    [InlineData(true, ApprovalStage.Queued, PaymentStatus.QueuedForCapture, 0)]
    public void An_approval_is_as_far_as_the_upstream_says(bool captures, ApprovalStage stage, PaymentStatus expected, long captured)
    {
        var settled = Settle(Submitting(), Some.Attempt() with { Captures = captures }, new ConnectorOutcome.Approved(Some.Money, stage, "ARN1"));
        Assert.Equal((expected, captured, "ARN1"), (settled.Payment!.Status, settled.Payment.CapturedMinor, settled.Payment.UpstreamId));
        Assert.Equal(AttemptState.Approved, settled.Attempt.State);
        Assert.Equal(stage == ApprovalStage.Done, settled.Attempt.CheckAt is null);
    }

    [Fact]
    public void A_passed_challenge_is_remembered_with_the_card_it_was_about()
    {
        var passed = new PassedChallenge("05", "2");
        var yes = new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Done) { Challenge = passed };
        Assert.Equal(passed, Settle(Submitting(), Some.Attempt(), yes).Payment!.Challenge);
        Assert.Null(Settle(Submitting(), Some.Attempt(), yes with { Challenge = null }).Payment!.Challenge);

        // It outlives a review whose end does not tell it again.
        var review = Settle(Submitting(), Some.Attempt(), new ConnectorOutcome.NeedsReview(new FraudVerdict(FraudStatus.Challenge, 50, "x")) { Challenge = passed });
        Assert.Equal(passed, review.Payment!.Challenge);
        Assert.Equal(passed, Settle(review.Payment, review.Attempt, yes with { Challenge = null }).Payment!.Challenge);

        // A try that came to nothing takes it away with its card, unless there is no other try.
        var no = new ConnectorOutcome.Declined(PaymentReason.InsufficientFunds) { Challenge = passed };
        Assert.Null(Settle(Submitting(), Some.Attempt(), no).Payment!.Challenge);
        Assert.Equal(passed, Settle(Submitting(CardNeed.Nothing), Some.Attempt(), no).Payment!.Challenge);
    }

    [Theory]
    [InlineData(2600, "EUR")]
    [InlineData(2599, "USD")]
    public void An_approval_of_another_sum_is_no_success(long minor, string currency)
    {
        var other = new ConnectorOutcome.Approved(new(minor, Checkout.Core.Money.Currency.Of(currency)), ApprovalStage.Done);
        var settled = Settle(Submitting(), Some.Attempt(), other);
        Assert.Equal((PaymentStatus.NeedsOperator, PaymentReason.AmountMismatch), (settled.Payment!.Status, settled.Payment.Reason));
        Assert.Equal(AlertKind.Quarantine, settled.Alert);
        Assert.False(PaymentMoves.IsPaid(settled.Payment.Status));
    }

    [Theory]
    [InlineData(PaymentStatus.Submitting, CardNeed.FullCard, PaymentStatus.Open)]
    [InlineData(PaymentStatus.Unknown, CardNeed.FullCard, PaymentStatus.Open)]
    [InlineData(PaymentStatus.Submitting, CardNeed.Nothing, PaymentStatus.Failed)]
    [InlineData(PaymentStatus.AwaitingReview, CardNeed.FullCard, PaymentStatus.Failed)]
    public void An_approval_of_less_is_a_decline_and_what_was_approved_goes_back(PaymentStatus status, CardNeed need, PaymentStatus expected)
    {
        var payment = Some.Payment(status, need);
        var settled = Settle(payment, Some.Attempt(), new ConnectorOutcome.Approved(Some.Money.With(1000), ApprovalStage.Done, "UP1"));
        Assert.Equal((expected, PaymentReason.PartialApproval, payment.Version + 1, 13, 0), (settled.Payment!.Status, settled.Payment.Reason, settled.Payment.Version, settled.Payment.Attempts, settled.Payment.CapturedMinor));
        Assert.Equal((AttemptState.Declined, PaymentReason.PartialApproval, "UP1"), (settled.Attempt.State, settled.Attempt.Reason, settled.Attempt.UpstreamId));
        var intent = Assert.Single(settled.Besides.OfType<Write.NewAttempt>()).Attempt;
        Assert.Equal((AttemptKind.Cancel, true, 1000, Some.Attempt().Reference), (intent.Kind, intent.Undoes, intent.Amount.Minor, intent.Target));

        // Told again, it is under way already.
        Assert.Null(Settlement.Of(settled.Payment, settled.Attempt, new ConnectorOutcome.Approved(Some.Money.With(1000), ApprovalStage.Done), Some.Circumstances() with { Attempts = [settled.Attempt, intent] }));
    }

    [Fact]
    public void An_approval_of_nothing_is_no_part()
    {
        var nothing = new ConnectorOutcome.Approved(Some.Money.With(0), ApprovalStage.Done);
        Assert.Equal(PaymentStatus.NeedsOperator, Settle(Submitting(), Some.Attempt(), nothing).Payment!.Status);
    }

    [Theory]
    [InlineData(ConnectorFault.NoAnswer)]
    [InlineData(ConnectorFault.UnreadableAnswer)]
    [InlineData(ConnectorFault.ServerError)]
    [InlineData(ConnectorFault.WrongReference)]
    [InlineData(ConnectorFault.Broken)]
    public void No_answer_is_unknown_and_asked_about_never_declined(ConnectorFault fault)
    {
        var settled = Settle(Submitting(), Some.Attempt(), new ConnectorOutcome.Unknown(fault));
        Assert.Equal((PaymentStatus.Unknown, AttemptState.Unknown), (settled.Payment!.Status, settled.Attempt.State));
        Assert.NotNull(settled.Attempt.CheckAt);
    }

    [Fact]
    public void Not_found_is_final_only_after_the_horizon()
    {
        var before = Settle(Submitting(), Some.Attempt(), new ConnectorOutcome.NotFound(), Some.Circumstances(Some.Now.AddMinutes(14)));
        Assert.Equal(PaymentStatus.Unknown, before.Payment!.Status);

        var unknown = Some.Payment(PaymentStatus.Unknown, CardNeed.Nothing);
        var after = Settle(unknown, Some.Attempt(AttemptState.Unknown), new ConnectorOutcome.NotFound(), Some.Circumstances(Some.Now.AddMinutes(16)));
        Assert.Equal((PaymentStatus.Failed, PaymentReason.NeverSent, AttemptState.ProvenDead), (after.Payment!.Status, after.Payment.Reason, after.Attempt.State));
    }

    [Fact]
    public void A_decline_on_the_page_may_be_tried_again_and_one_by_api_is_over()
    {
        var no = new ConnectorOutcome.Declined(PaymentReason.InsufficientFunds);
        var page = Settle(Submitting(), Some.Attempt(), no).Payment!;
        Assert.Equal((PaymentStatus.Open, PaymentReason.InsufficientFunds, 1, null), (page.Status, page.Reason, page.Tries, page.Card));
        Assert.Equal(PaymentStatus.Failed, Settle(Submitting(CardNeed.Nothing), Some.Attempt(), no).Payment!.Status);
    }

    [Fact]
    public void Too_many_tries_end_the_payment()
    {
        var limits = new PaymentLimits(Tries: 3, WrongCodes: 2);
        var third = Settle(Submitting() with { Tries = 2 }, Some.Attempt(), new ConnectorOutcome.Declined(PaymentReason.Declined), Some.Circumstances(limits: limits));
        Assert.Equal((PaymentStatus.Failed, PaymentReason.TooManyTries), (third.Payment!.Status, third.Payment.Reason));
        var secondCode = Settle(Submitting() with { WrongCodes = 1 }, Some.Attempt(), new ConnectorOutcome.Declined(PaymentReason.WrongSecurityCode), Some.Circumstances(limits: limits));
        Assert.Equal(PaymentStatus.Failed, secondCode.Payment!.Status);
    }

    [Fact]
    public void A_challenge_waits_and_a_second_look_changes_nothing_but_the_next_look()
    {
        var sent = Settle(Submitting(), Some.Attempt(), new ConnectorOutcome.NeedsShopper(Bank));
        Assert.Equal((PaymentStatus.AwaitingShopper, AttemptState.AwaitingShopper, Bank), (sent.Payment!.Status, sent.Attempt.State, sent.Attempt.Redirect));
        var again = Settle(sent.Payment, sent.Attempt, new ConnectorOutcome.NeedsShopper(Bank));
        Assert.Null(again.Payment);
    }

    [Fact]
    public void A_direct_payment_that_needs_the_shopper_gets_a_payable_link()
    {
        var sent = Settle(Submitting(CardNeed.Nothing), Some.Attempt(), new ConnectorOutcome.NeedsShopper(Bank));
        Assert.NotNull(sent.Payment!.PayableUntil);
    }

    [Fact]
    public void The_same_news_twice_tells_nothing_new()
    {
        foreach (var state in new[] { AttemptState.Approved, AttemptState.Declined, AttemptState.CancelConfirmed, AttemptState.ProvenDead })
        {
            var settled = Some.Attempt(state) with { CheckAt = null };
            Assert.Null(Settlement.Of(Some.Payment(PaymentStatus.Authorized), settled, new ConnectorOutcome.Declined(PaymentReason.Declined), Some.Circumstances()));
        }
    }

    [Fact]
    public void A_refused_capture_leaves_the_money_held_and_one_out_of_time_fails()
    {
        var capturing = Some.Payment(PaymentStatus.CaptureRequested, CardNeed.Nothing);
        var capture = Some.Attempt(kind: AttemptKind.Capture);
        Assert.Equal(PaymentStatus.Authorized, Settle(capturing, capture, new ConnectorOutcome.Declined(PaymentReason.Declined)).Payment!.Status);
        Assert.Equal(PaymentStatus.Failed, Settle(capturing, capture, new ConnectorOutcome.Declined(PaymentReason.CaptureTimedOut)).Payment!.Status);
        Assert.Null(Settle(capturing, capture, new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer)).Payment);
    }

    [Fact]
    public void A_partial_capture_takes_its_part()
    {
        var part = Some.Money.With(1000);
        var settled = Settle(Some.Payment(PaymentStatus.CaptureRequested, CardNeed.Nothing), Some.Attempt(kind: AttemptKind.Capture) with { Amount = part }, new ConnectorOutcome.Approved(part, ApprovalStage.Done));
        Assert.Equal((PaymentStatus.PartiallyCaptured, 1000), (settled.Payment!.Status, settled.Payment.CapturedMinor));
    }

    [Fact]
    public void A_confirmed_cancel_of_a_challenge_opens_the_payment_for_another_card()
    {
        var waiting = Some.Attempt(AttemptState.AwaitingShopper);
        var cancel = Some.Attempt(kind: AttemptKind.Cancel) with { Number = 2, Target = waiting.Reference };
        var around = Some.Circumstances() with { Attempts = [waiting, cancel] };
        var settled = Settle(Some.Payment(PaymentStatus.AwaitingShopper), cancel, new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Done), around);
        Assert.Equal(PaymentStatus.Open, settled.Payment!.Status);
        Assert.Contains(settled.Besides, w => w is Write.MoveAttempt { After.State: AttemptState.CancelConfirmed, Before.State: AttemptState.AwaitingShopper });

        var unsure = Settle(Some.Payment(PaymentStatus.AwaitingShopper), cancel, new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer), around);
        Assert.Null(unsure.Payment);
        Assert.Empty(unsure.Besides);
    }

    [Fact]
    public void A_cancel_confirmed_after_the_shopper_said_yes_lets_the_held_money_go()
    {
        var approved = Some.Attempt(AttemptState.Approved) with { CheckAt = null };
        var cancel = Some.Attempt(kind: AttemptKind.Cancel) with { Number = 2, Target = approved.Reference };
        var around = Some.Circumstances() with { Attempts = [approved, cancel] };
        var settled = Settle(Some.Payment(PaymentStatus.Authorized), cancel, new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Done), around);
        Assert.Equal(PaymentStatus.Cancelled, settled.Payment!.Status);
        Assert.Contains(settled.Besides, w => w is Write.MoveAttempt { After.State: AttemptState.CancelConfirmed });
    }

    [Fact]
    public void A_challenges_cancel_that_failed_does_not_undo_the_merchants_own()
    {
        var approved = Some.Attempt(AttemptState.Approved) with { CheckAt = null };
        var given = Some.Attempt(kind: AttemptKind.Cancel) with { Number = 2, Target = approved.Reference };
        var own = given with { Number = 3 };
        var around = Some.Circumstances() with { Attempts = [approved, given, own] };
        var no = new ConnectorOutcome.Declined(PaymentReason.NotPermitted);
        Assert.Null(Settle(Some.Payment(PaymentStatus.CancelRequested), given, no, around).Payment);
        Assert.Equal(PaymentStatus.Authorized, Settle(Some.Payment(PaymentStatus.CancelRequested), own, no, around).Payment!.Status);
    }

    [Fact]
    public void A_use_of_a_token_that_never_arrived_is_given_back_once()
    {
        var used = Some.Attempt() with { UsesToken = true, SavedCard = 5 };
        bool GivesBack(Attempt attempt) => Settle(Submitting(), attempt, new ConnectorOutcome.NotSent(ConnectorFault.NotConnected)).Besides.Any(w => w is Write.GiveTokenBack);
        Assert.True(GivesBack(used));
        Assert.False(GivesBack(used with { Target = "7-100001-0-bcdfghjkmnpqrs" }));
    }

    [Fact]
    public void A_refund_of_another_sum_is_no_refund()
    {
        var captured = Some.Payment(PaymentStatus.Captured, CardNeed.Nothing) with { CapturedMinor = 2599, RefundOpenMinor = 2599 };
        var refund = new Refund { Merchant = 7, Number = 1, Payment = 100001, Reference = "r-1", Amount = Some.Money, State = RefundState.Open, Attempt = 1, Created = Some.Now };
        var other = new ConnectorOutcome.Approved(Some.Money.With(1), ApprovalStage.Done);
        Assert.Equal(PaymentStatus.NeedsOperator, Settle(captured, Some.Attempt(kind: AttemptKind.Refund), other, Some.Circumstances() with { Refund = refund }).Payment!.Status);
    }

    [Fact]
    public void A_challenge_whose_time_is_over_expires_when_there_is_no_other_way_to_pay()
    {
        var late = Some.Circumstances(Some.Now.AddMinutes(15));
        var lapsed = new ConnectorOutcome.Declined(PaymentReason.AuthenticationFailed);
        var waiting = Some.Attempt(AttemptState.AwaitingShopper);
        var given = Settle(Some.Payment(PaymentStatus.AwaitingShopper, CardNeed.Nothing), waiting, lapsed, late).Payment!;
        Assert.Equal((PaymentStatus.Expired, PaymentReason.LinkExpired), (given.Status, given.Reason));
        Assert.Equal(PaymentStatus.Open, Settle(Some.Payment(PaymentStatus.AwaitingShopper), waiting, lapsed, late).Payment!.Status);
    }

    [Fact]
    public void An_approval_is_not_believed_while_our_cancel_of_it_is_on_its_way()
    {
        var waiting = Some.Attempt(AttemptState.AwaitingShopper);
        var cancel = Some.Attempt(kind: AttemptKind.Cancel) with { Number = 2, Target = waiting.Reference };
        var yes = new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Done);
        var early = Settle(Some.Payment(PaymentStatus.AwaitingShopper), waiting, yes, Some.Circumstances() with { Attempts = [waiting, cancel] });
        Assert.Equal((null, AttemptState.AwaitingShopper), (early.Payment, early.Attempt.State));
        Assert.True(early.Attempt.CheckAt < Some.Now.AddSeconds(5));

        var refused = cancel with { State = AttemptState.Declined, CheckAt = null };
        var late = Settle(Some.Payment(PaymentStatus.AwaitingShopper), waiting, yes, Some.Circumstances() with { Attempts = [waiting, refused] });
        Assert.Equal(PaymentStatus.Authorized, late.Payment!.Status);
    }

    [Fact]
    public void A_whole_refund_and_a_part_are_told_apart()
    {
        var captured = Some.Payment(PaymentStatus.Captured, CardNeed.Nothing) with { CapturedMinor = 2599, RefundOpenMinor = 2599 };
        var refund = new Refund { Merchant = 7, Number = 1, Payment = 100001, Reference = "r-1", Amount = Some.Money, State = RefundState.Open, Attempt = 1, Created = Some.Now };
        var yes = new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Done);
        var whole = Settle(captured, Some.Attempt(kind: AttemptKind.Refund), yes, Some.Circumstances() with { Refund = refund });
        Assert.Equal((PaymentStatus.Refunded, 2599, 0), (whole.Payment!.Status, whole.Payment.RefundedMinor, whole.Payment.RefundOpenMinor));

        var part = refund with { Amount = Some.Money.With(1000) };
        var half = Settle(captured with { RefundOpenMinor = 1000 }, Some.Attempt(kind: AttemptKind.Refund), yes, Some.Circumstances() with { Refund = part });
        Assert.Equal((PaymentStatus.PartiallyRefunded, 1000), (half.Payment!.Status, half.Payment.RefundedMinor));

        var no = Settle(captured, Some.Attempt(kind: AttemptKind.Refund), new ConnectorOutcome.Declined(PaymentReason.Declined), Some.Circumstances() with { Refund = refund });
        Assert.Equal((PaymentStatus.Captured, 0), (no.Payment!.Status, no.Payment.RefundOpenMinor));
    }
}
