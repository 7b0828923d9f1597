using Checkout.Core.Payments;
using Checkout.Core.Storage;
using static Checkout.Tests.Storage.Sample;

namespace Checkout.Tests.Storage;

public abstract partial class StoreExam
{
    [Fact]
    public async Task Attempts_come_back_as_they_went_in()
    {
        await CommitAsync(New(Payment(1)), new Write.NewAttempt(Attempt(1)), new Write.NewAttempt(FullAttempt(1)));

        var attempts = await Store.Payments.AttemptsAsync(Site, 1);

        AssertSame([Attempt(1), FullAttempt(1)], attempts.ToArray());
    }

    [Fact]
    public async Task An_attempt_moves_only_from_where_it_stands()
    {
        await CommitAsync(New(Payment(1)), new Write.NewAttempt(FullAttempt(1)));
        var after = Attempt(1, 2, AttemptState.Approved) with { Kind = AttemptKind.Refund, Target = "target-1", Captures = true, Undoes = true, Consent = FullAttempt(1).Consent, Ended = Noon };

        // Whoever looked before somebody else looked must not take back what that one found.
        await RefusedAsync(Verdict.Stale, new Write.MoveAttempt(after, FullAttempt(1) with { State = AttemptState.Submitting }));
        await RefusedAsync(Verdict.Stale, new Write.MoveAttempt(after, FullAttempt(1) with { Checks = 3 }));
        await RefusedAsync(Verdict.Stale, new Write.MoveAttempt(after, FullAttempt(1) with { CheckAt = null }));
        await CommitAsync(new Write.MoveAttempt(after, FullAttempt(1)));

        AssertSame([after], (await Store.Payments.AttemptsAsync(Site, 1)).ToArray());
    }

    [Theory]
    [InlineData(AttemptState.Submitting, false)]
    [InlineData(AttemptState.AwaitingShopper, false)]
    [InlineData(AttemptState.AwaitingReview, false)]
    [InlineData(AttemptState.Unknown, false)]
    [InlineData(AttemptState.Approved, false)]
    [InlineData(AttemptState.Declined, true)]
    [InlineData(AttemptState.CancelConfirmed, true)]
    [InlineData(AttemptState.ProvenDead, true)]
    public async Task A_second_charge_waits_until_the_first_is_dead(AttemptState first, bool isDead)
    {
        await CommitAsync(New(Payment(1)), new Write.NewAttempt(Attempt(1, 1, first)));

        await RefusedAsync(isDead ? Verdict.Done : Verdict.ChargeInProgress, Move(Payment(1) with { Version = 2 }), new Write.NewAttempt(Attempt(1, 2)));

        Assert.Equal(isDead ? 2 : 1, (await Store.Payments.AttemptsAsync(Site, 1)).Count);
        Assert.Equal(isDead ? 2 : 1, (await Store.Payments.FindAsync(Site, 1))!.Version);
    }

    [Fact]
    public async Task The_next_charge_may_begin_in_the_commit_that_ends_the_first()
    {
        await CommitAsync(New(Payment(1)), new Write.NewAttempt(Attempt(1)));

        await CommitAsync(new Write.MoveAttempt(Attempt(1, 1, AttemptState.Declined), Attempt(1)), new Write.NewAttempt(Attempt(1, 2)));
        await CommitAsync(new Write.NewAttempt(Attempt(1, 3) with { Kind = AttemptKind.Cancel }));
    }

    [Fact]
    public async Task Of_64_parallel_charges_one_begins()
    {
        await CommitAsync(New(Payment(1)));

        var verdicts = await AllAtOnceAsync(64, i => Store.Payments.CommitAsync([new Write.NewAttempt(Attempt(1, i + 1))]));

        Assert.Single(verdicts, Verdict.Done);
        Assert.Equal(63, verdicts.Count(v => v == Verdict.ChargeInProgress));
    }

    [Fact]
    public async Task Attempts_are_due_when_their_time_has_come_oldest_first()
    {
        await CommitAsync(New(Payment(1)), New(Payment(2)), New(Payment(3)), New(Payment(4)));
        await CommitAsync(
            new Write.NewAttempt(Attempt(1) with { CheckAt = Noon }), new Write.NewAttempt(Attempt(2) with { CheckAt = Noon.AddSeconds(-5) }),
            new Write.NewAttempt(Attempt(3) with { CheckAt = Noon.AddMilliseconds(1) }), new Write.NewAttempt(Attempt(4)));

        Assert.Equal([2, 1], (await Store.Payments.DueAttemptsAsync(Noon, 10)).Select(a => a.Payment));

        await CommitAsync(new Write.MoveAttempt(Attempt(2, 1, AttemptState.Approved), Attempt(2) with { CheckAt = Noon.AddSeconds(-5) }));
        Assert.Equal([1], (await Store.Payments.DueAttemptsAsync(Noon, 10)).Select(a => a.Payment));
    }

    [Fact]
    public async Task Refunds_come_back_and_their_references_are_taken()
    {
        await CommitAsync(New(Payment(1)), new Write.NewRefund(Refund(1, 1)), new Write.NewRefund(Refund(2, 1) with { Attempt = null, Description = null }));

        await RefusedAsync(Verdict.DuplicateReference, new Write.NewRefund(Refund(3, 1) with { Reference = "refund-1" }));
        await CommitAsync(new Write.MoveRefund(Refund(1, 1) with { State = RefundState.Failed, Reason = PaymentReason.NeverSent, Attempt = 4, Ended = Noon.AddMinutes(3) }));
        await RefusedAsync(Verdict.Stale, new Write.MoveRefund(Refund(1, 1) with { State = RefundState.Done }));

        var expected = Refund(1, 1) with { State = RefundState.Failed, Reason = PaymentReason.NeverSent, Attempt = 4, Ended = Noon.AddMinutes(3) };
        AssertSame([expected, Refund(2, 1) with { Attempt = null, Description = null }], (await Store.Payments.RefundsAsync(Site, 1)).ToArray());
        AssertSame(expected, await Store.Payments.FindRefundByReferenceAsync(Site, "refund-1"));
        Assert.Null(await Store.Payments.FindRefundByReferenceAsync(Site + 1, "refund-1"));
        AssertSame(expected, await Store.Payments.FindRefundAsync(Site, expected.Number));
        Assert.Null(await Store.Payments.FindRefundAsync(Site + 1, expected.Number));
        Assert.Null(await Store.Payments.FindRefundAsync(Site, 9));
    }

    [Fact]
    public async Task No_more_can_be_refunded_than_was_captured_whatever_the_code_above_believes()
    {
        var captured = Payment(1, PaymentStatus.Captured) with { CapturedMinor = 100 };
        await CommitAsync(New(captured));

        await Assert.ThrowsAnyAsync<Exception>(() => Store.Payments.CommitAsync([Move(captured with { Version = 2, RefundedMinor = 60, RefundOpenMinor = 60 })]));

        Assert.Equal(0, (await Store.Payments.FindAsync(Site, 1))!.RefundOpenMinor);
    }
}
