using Checkout.Core.Alerts;
using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Core.Payments;

/// <summary>What an upstream's word on a dispute makes of a payment, in whatever order the words come.</summary>
public sealed class DisputeSettlementTests
{
    private static readonly Attempt Charge = Some.Attempt(AttemptState.Approved) with { Captures = true, CheckAt = null };

    [Theory]
    [InlineData(PaymentStatus.Captured, DisputeState.Open, PaymentStatus.Disputed)]
    [InlineData(PaymentStatus.PartiallyRefunded, DisputeState.Open, PaymentStatus.Disputed)]
    [InlineData(PaymentStatus.Disputed, DisputeState.Won, PaymentStatus.DisputeWon)]
    [InlineData(PaymentStatus.Disputed, DisputeState.Lost, PaymentStatus.DisputeLost)]
    [InlineData(PaymentStatus.Disputed, DisputeState.ChargedBack, PaymentStatus.ChargedBack)]
    [InlineData(PaymentStatus.DisputeLost, DisputeState.ChargedBack, PaymentStatus.ChargedBack)]
    [InlineData(PaymentStatus.DisputeWon, DisputeState.Lost, PaymentStatus.DisputeLost)]
    [InlineData(PaymentStatus.DisputeWon, DisputeState.ChargedBack, PaymentStatus.ChargedBack)]
    public void A_payment_follows_its_dispute(PaymentStatus from, DisputeState word, PaymentStatus to)
    {
        var settled = Settle(Some.Payment(from, CardNeed.Nothing) with { CapturedMinor = 2599 }, word)!;
        var isLost = to is PaymentStatus.DisputeLost or PaymentStatus.ChargedBack;
        Assert.Equal((to, 2599, new Dispute(Some.Now, 500) { Lost = isLost ? Some.Now : null }, null), (settled.Payment!.Status, settled.Payment.CapturedMinor, settled.Payment.Dispute, settled.Attempt.CheckAt));
    }

    [Fact]
    public void The_money_is_lost_when_that_was_heard_first()
    {
        var lost = Some.Payment(PaymentStatus.DisputeLost, CardNeed.Nothing) with { CapturedMinor = 2599, Dispute = new Dispute(Some.Now.AddDays(-9), 500) { Lost = Some.Now.AddDays(-2) } };
        Assert.Equal(lost.Dispute, Settle(lost, DisputeState.ChargedBack)!.Payment!.Dispute);
    }

    [Theory]
    [InlineData(DisputeState.Won, PaymentStatus.DisputeWon)]
    [InlineData(DisputeState.Lost, PaymentStatus.DisputeLost)]
    [InlineData(DisputeState.ChargedBack, PaymentStatus.ChargedBack)]
    public void An_end_whose_beginning_was_missed_comes_with_the_next_look(DisputeState word, PaymentStatus end)
    {
        var first = Settle(Some.Payment(PaymentStatus.Captured, CardNeed.Nothing), word)!;
        Assert.Equal((PaymentStatus.Disputed, Some.Now), (first.Payment!.Status, first.Attempt.CheckAt));
        var silent = Settlement.Of(first.Payment, first.Attempt, new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer), Some.Circumstances())!;
        Assert.Equal((null, true), (silent.Payment, silent.Attempt.CheckAt > Some.Now));
        var second = Settle(first.Payment, word, silent.Attempt)!;
        Assert.Equal((end, null), (second.Payment!.Status, second.Attempt.CheckAt));
    }

    [Theory]
    [InlineData(PaymentStatus.Disputed, DisputeState.Open)]
    [InlineData(PaymentStatus.ChargedBack, DisputeState.Open)]
    [InlineData(PaymentStatus.ChargedBack, DisputeState.Won)]
    [InlineData(PaymentStatus.DisputeWon, DisputeState.Open)]
    [InlineData(PaymentStatus.NeedsOperator, DisputeState.Open)]
    public void What_is_known_or_older_changes_nothing(PaymentStatus status, DisputeState word) => Assert.Null(Settle(Some.Payment(status, CardNeed.Nothing), word));

    [Theory]
    [InlineData(PaymentStatus.DisputeWon)]
    [InlineData(PaymentStatus.PartiallyRefunded)]
    [InlineData(PaymentStatus.Refunded)]
    public void A_dispute_that_was_won_is_not_raised_again_by_an_older_word(PaymentStatus status)
    {
        var won = Some.Payment(status, CardNeed.Nothing) with { CapturedMinor = 2599, Dispute = new Dispute(Some.Now, 500) };
        foreach (var word in new[] { DisputeState.Open, DisputeState.Won })
        {
            Assert.Null(Settle(won, word));
            var looked = Settle(won, word, Charge with { CheckAt = Some.Now })!;
            Assert.Equal((won.Touch(Some.Now), null), (looked.Payment, looked.Attempt.CheckAt));
        }
    }

    [Theory]
    [InlineData(PaymentStatus.PartiallyRefunded, DisputeState.Lost, PaymentStatus.DisputeLost)]
    [InlineData(PaymentStatus.Refunded, DisputeState.ChargedBack, PaymentStatus.ChargedBack)]
    public void A_loss_after_a_dispute_was_won_is_followed(PaymentStatus status, DisputeState word, PaymentStatus end)
    {
        var first = Settle(Some.Payment(status, CardNeed.Nothing) with { CapturedMinor = 2599, Dispute = new Dispute(Some.Now, 500) }, word)!;
        Assert.Equal(PaymentStatus.Disputed, first.Payment!.Status);
        Assert.Equal(end, Settle(first.Payment, word, first.Attempt)!.Payment!.Status);
    }

    [Fact]
    public void An_answer_from_before_the_dispute_does_not_call_off_the_look_for_its_end()
    {
        var first = Settle(Some.Payment(PaymentStatus.Captured, CardNeed.Nothing), DisputeState.ChargedBack)!;
        var before = Settlement.Of(first.Payment!, first.Attempt, new ConnectorOutcome.Approved(first.Attempt.Amount, ApprovalStage.Done), Some.Circumstances())!;
        Assert.Equal((null, true), (before.Payment, before.Attempt.CheckAt > Some.Now));
        Assert.Equal(PaymentStatus.ChargedBack, Settle(first.Payment!, DisputeState.ChargedBack, before.Attempt)!.Payment!.Status);
    }

    [Fact]
    public void An_older_word_does_not_call_off_the_look_for_an_end_that_was_heard_of()
    {
        var first = Settle(Some.Payment(PaymentStatus.Captured, CardNeed.Nothing), DisputeState.Won)!;
        var older = Settle(first.Payment!, DisputeState.Open, first.Attempt)!;
        Assert.Equal((null, true), (older.Payment, older.Attempt.CheckAt > Some.Now));
        Assert.Equal(PaymentStatus.DisputeWon, Settle(first.Payment!, DisputeState.Won, older.Attempt)!.Payment!.Status);
    }

    [Theory]
    [InlineData(PaymentStatus.Captured)]
    [InlineData(PaymentStatus.PartiallyRefunded)]
    [InlineData(PaymentStatus.Refunded)]
    public void A_look_for_a_dispute_that_finds_none_leaves_the_payment_as_it_is(PaymentStatus status)
    {
        var paid = Some.Payment(status, CardNeed.Nothing) with { CapturedMinor = 2599 };
        var calm = Settlement.Of(paid, Charge with { CheckAt = Some.Now }, new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Done), Some.Circumstances())!;
        Assert.Equal((paid.Touch(Some.Now), null), (calm.Payment, calm.Attempt.CheckAt));
    }

    public static TheoryData<ConnectorOutcome, bool> OtherWords => new()
    {
        { new ConnectorOutcome.Approved(Some.Money.With(2600), ApprovalStage.Done), true },
        { new ConnectorOutcome.Cancelled(), true },
        { new ConnectorOutcome.Declined(PaymentReason.Declined), true },
        { new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Done), false },
    };

    [Theory]
    [MemberData(nameof(OtherWords))]
    public void A_charge_that_stood_and_is_told_otherwise_stays_and_somebody_hears_of_it(ConnectorOutcome word, bool isTold)
    {
        var paid = Some.Payment(PaymentStatus.Captured, CardNeed.Nothing) with { CapturedMinor = 2599 };
        var looked = Settlement.Of(paid, Charge with { CheckAt = Some.Now }, word, Some.Circumstances())!;
        Assert.Equal((paid.Touch(Some.Now), null, isTold ? AlertKind.ChangedUpstream : (AlertKind?)null), (looked.Payment, looked.Attempt.CheckAt, looked.Alert));
    }

    [Fact]
    public void A_look_is_ended_only_against_the_payment_as_it_is()
    {
        // The payment was read before the charge was approved, the charge afterwards.
        var older = Some.Payment(PaymentStatus.Submitting, CardNeed.Nothing);
        var ahead = Charge with { CheckAt = Some.Now };
        Assert.Equal(older.Version + 1, Settle(older, DisputeState.Open, ahead)!.Payment!.Version);
        Assert.Equal(older.Version + 1, Settlement.Of(older, ahead, new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Done), Some.Circumstances())!.Payment!.Version);
    }

    [Fact]
    public void A_charge_of_whose_capture_nobody_had_heard_is_taken_first()
    {
        var under = Charge with { CheckAt = Some.Now };
        var taken = Settle(Some.Payment(PaymentStatus.CaptureRequested, CardNeed.Nothing), DisputeState.Open, under)!;
        Assert.Equal((PaymentStatus.Captured, 2599, Some.Now), (taken.Payment!.Status, taken.Payment.CapturedMinor, taken.Attempt.CheckAt));
        Assert.Equal(PaymentStatus.Disputed, Settle(taken.Payment, DisputeState.Open, taken.Attempt)!.Payment!.Status);

        // One with a capture of its own waits for that.
        var waits = Settle(Some.Payment(PaymentStatus.CaptureRequested, CardNeed.Nothing), DisputeState.Open, Charge with { Captures = false })!;
        Assert.Equal((null, true), (waits.Payment, waits.Attempt.CheckAt > Some.Now));
        var calm = Settlement.Of(Some.Payment(PaymentStatus.Captured, CardNeed.Nothing), waits.Attempt, new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Done), Some.Circumstances())!;
        Assert.Equal((PaymentStatus.Captured, null), (calm.Payment!.Status, calm.Attempt.CheckAt));
    }

    [Fact]
    public void A_charge_first_heard_of_when_it_is_disputed_is_paid_and_looked_at_again()
    {
        var paid = Settle(Some.Payment(PaymentStatus.Unknown, CardNeed.Nothing), DisputeState.Lost, Some.Attempt(AttemptState.Unknown) with { Captures = true })!;
        Assert.Equal((PaymentStatus.Captured, Some.Now), (paid.Payment!.Status, paid.Attempt.CheckAt));
    }

    [Fact]
    public void A_refund_that_ends_while_the_payment_is_disputed_counts_and_leaves_it_disputed()
    {
        var refund = new Refund { Merchant = 7, Number = 1, Payment = 100001, Reference = "refund-1", Amount = Some.Money.With(500), State = RefundState.Open, Created = Some.Now };
        var payment = Some.Payment(PaymentStatus.Disputed, CardNeed.Nothing) with { CapturedMinor = 2599, RefundOpenMinor = 500 };
        var attempt = Some.Attempt(kind: AttemptKind.Refund) with { Amount = refund.Amount };
        var done = Settlement.Of(payment, attempt, new ConnectorOutcome.Approved(refund.Amount, ApprovalStage.Done), Some.Circumstances() with { Refund = refund })!;
        Assert.Equal((PaymentStatus.Disputed, 500, 0), (done.Payment!.Status, done.Payment.RefundedMinor, done.Payment.RefundOpenMinor));
    }

    private static Settled? Settle(Payment payment, DisputeState word, Attempt? charge = null) =>
        Settlement.Of(payment, charge ?? Charge, new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Done) { Dispute = new DisputeWord(word, 500) }, Some.Circumstances());
}
