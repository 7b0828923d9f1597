using Checkout.Core.Alerts;
using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Core.Payments;

/// <summary>Taking back a charge that no payment stands for: cancel, else refund, until it is done or somebody has to look.</summary>
public sealed class UndoSettlementTests
{
    private static readonly Payment Failed = Some.Payment(PaymentStatus.Failed) with { Attempts = 2 };

    private static readonly Attempt Undo = Some.Attempt(AttemptState.Unknown, AttemptKind.Cancel) with { Number = 2, Undoes = true };

    private static readonly ConnectorOutcome No = new ConnectorOutcome.Declined(PaymentReason.NotPermitted);

    private static Settled Settle(Attempt undo, ConnectorOutcome outcome, params Attempt[] before) =>
        Settlement.Of(Failed, undo, outcome, Some.Circumstances() with { Attempts = [.. before, undo] }) ?? throw new InvalidOperationException("Nothing came of it.");

    private static Attempt NextOf(Settled settled) => Assert.Single(settled.Besides.OfType<Write.NewAttempt>()).Attempt;

    [Theory]
    [InlineData(AttemptKind.Cancel)]
    [InlineData(AttemptKind.Refund)]
    public void Done_is_done_and_the_payment_does_not_move(AttemptKind kind)
    {
        var settled = Settle(Undo with { Kind = kind }, new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Done));
        Assert.Null(settled.Payment);
        Assert.Equal((AttemptState.Approved, null, null), (settled.Attempt.State, settled.Attempt.CheckAt, settled.Alert));
    }

    [Fact]
    public void A_refused_cancel_is_followed_by_a_refund_at_once()
    {
        var settled = Settle(Undo, No);
        var refund = NextOf(settled);
        Assert.Equal((AttemptKind.Refund, true, Some.Now, Undo.Target, 3), (refund.Kind, refund.Undoes, refund.CheckAt, refund.Target, refund.Number));
        Assert.Equal(AttemptState.Declined, settled.Attempt.State);
        Assert.Null(settled.Payment);
    }

    [Fact]
    public void A_refused_refund_is_followed_by_a_cancel_later_and_the_last_refusal_by_an_alert()
    {
        var refund = Undo with { Kind = AttemptKind.Refund, Number = 3 };
        var next = NextOf(Settle(refund, No, Undo));
        Assert.Equal(AttemptKind.Cancel, next.Kind);
        Assert.True(next.CheckAt > Some.Now);

        var last = Settle(refund, No, [.. Enumerable.Repeat(Undo, 11)]);
        Assert.Equal((AlertKind.NotTakenBack, AttemptState.Declined, null), (last.Alert, last.Attempt.State, last.Attempt.CheckAt));
        Assert.Empty(last.Besides);
    }

    [Fact]
    public void What_was_not_sent_is_planned_again_and_what_was_not_answered_is_asked_about()
    {
        Assert.Equal(AttemptState.Submitting, Settle(Undo, new ConnectorOutcome.NotSent(ConnectorFault.NotConnected)).Attempt.State);
        var unknown = Settle(Undo, new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer)).Attempt;
        Assert.Equal(AttemptState.Unknown, unknown.State);
        Assert.NotNull(unknown.CheckAt);
    }

    [Fact]
    public void It_is_sent_anew_under_another_name_only_when_the_first_can_no_longer_act()
    {
        var around = Some.Circumstances(Some.Now.AddMinutes(16)) with { Attempts = [Undo] };
        var settled = Settlement.Of(Failed, Undo, new ConnectorOutcome.NotFound(), around)!;
        Assert.Equal((AttemptState.ProvenDead, AttemptKind.Cancel), (settled.Attempt.State, NextOf(settled).Kind));
        Assert.NotEqual(Undo.Reference, NextOf(settled).Reference);
        Assert.Equal(AttemptState.Unknown, Settle(Undo, new ConnectorOutcome.NotFound()).Attempt.State);
    }

    [Fact]
    public void A_refund_of_another_sum_is_looked_at_by_somebody()
    {
        var settled = Settle(Undo with { Kind = AttemptKind.Refund }, new ConnectorOutcome.Approved(Some.Money.With(1), ApprovalStage.Done));
        Assert.Equal(AlertKind.NotTakenBack, settled.Alert);
    }

    [Fact]
    public void It_goes_on_also_for_a_payment_that_waits_for_an_operator()
    {
        var stopped = Some.Payment(PaymentStatus.NeedsOperator);
        Assert.Equal(AttemptState.Approved, Settlement.Of(stopped, Undo, new ConnectorOutcome.Cancelled(), Some.Circumstances())!.Attempt.State);
    }
}
