using Checkout.Core.Alerts;
using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Core.Payments;

/// <summary>Each outcome of a capture, of its own or the later half of a charge that captures.</summary>
public sealed class CaptureSettlementTests
{
    public static TheoryData<bool> Halves => [false, true];

    [Theory, MemberData(nameof(Halves))]
    public void What_is_done_is_taken_and_nothing_is_left_to_ask(bool isLater)
    {
        var settled = Settle(isLater, PaymentStatus.CaptureRequested, new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Done));
        Assert.Equal((PaymentStatus.Captured, PaymentReason.None, 2599, 4), (settled.Payment!.Status, settled.Payment.Reason, settled.Payment.CapturedMinor, settled.Payment.Version));
        Assert.Equal((AttemptState.Approved, (DateTimeOffset?)null), (settled.Attempt.State, settled.Attempt.CheckAt));
    }

    [Theory, MemberData(nameof(Halves))]
    public void What_is_on_its_way_is_told_once_and_asked_about(bool isLater)
    {
        var queued = Settle(isLater, PaymentStatus.CaptureRequested, new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Queued, Note: PaymentReason.CaptureWillRetry));
        Assert.Equal((PaymentStatus.QueuedForCapture, PaymentReason.CaptureWillRetry, 0), (queued.Payment!.Status, queued.Payment.Reason, queued.Payment.CapturedMinor));
        Assert.Equal((AttemptState.Approved, PaymentReason.CaptureWillRetry, 1), (queued.Attempt.State, queued.Attempt.Reason, queued.Attempt.Checks));
        Assert.True(queued.Attempt.CheckAt > Some.Now);

        var requested = Settle(isLater, PaymentStatus.QueuedForCapture, new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Requested));
        Assert.Equal(PaymentStatus.CaptureRequested, requested.Payment!.Status);
        foreach (var (status, stage) in new[] { (PaymentStatus.CaptureRequested, ApprovalStage.Requested), (PaymentStatus.QueuedForCapture, ApprovalStage.Queued) })
        {
            var again = Settle(isLater, status, new ConnectorOutcome.Approved(Some.Money, stage));
            Assert.Null(again.Payment);
            Assert.Equal((AttemptState.Approved, true), (again.Attempt.State, again.Attempt.CheckAt > Some.Now));
        }
    }

    [Theory]
    [InlineData(false, 2598)]
    [InlineData(false, 2600)]
    [InlineData(true, 2598)]
    [InlineData(true, 2600)]
    public void Another_sum_stops_the_payment(bool isLater, long minor)
    {
        var settled = Settle(isLater, PaymentStatus.CaptureRequested, new ConnectorOutcome.Approved(Some.Money.With(minor), ApprovalStage.Done));
        Assert.Equal((PaymentStatus.NeedsOperator, PaymentReason.AmountMismatch, 0, AlertKind.Quarantine), (settled.Payment!.Status, settled.Payment.Reason, settled.Payment.CapturedMinor, settled.Alert!.Value));
        Assert.Null(settled.Attempt.CheckAt);
    }

    [Theory]
    [InlineData(false, PaymentReason.Declined, PaymentStatus.Authorized, AttemptState.Declined)]
    [InlineData(false, PaymentReason.CaptureTimedOut, PaymentStatus.Failed, AttemptState.Declined)]
    [InlineData(true, PaymentReason.Declined, PaymentStatus.Authorized, AttemptState.Approved)]
    [InlineData(true, PaymentReason.CaptureTimedOut, PaymentStatus.Failed, AttemptState.Approved)]
    public void After_a_refusal_the_money_is_held_as_long_as_there_is_time(bool isLater, PaymentReason reason, PaymentStatus status, AttemptState state)
    {
        var settled = Settle(isLater, PaymentStatus.CaptureRequested, new ConnectorOutcome.Declined(reason));
        Assert.Equal((status, reason, 0), (settled.Payment!.Status, settled.Payment.Reason, settled.Payment.CapturedMinor));
        Assert.Equal((state, reason, (DateTimeOffset?)null), (settled.Attempt.State, settled.Attempt.Reason, settled.Attempt.CheckAt));
    }

    [Fact]
    public void What_never_arrived_is_dead_only_after_the_horizon()
    {
        var early = Settle(false, PaymentStatus.CaptureRequested, new ConnectorOutcome.NotFound());
        Assert.Equal((true, AttemptState.Unknown, 1), (early.Payment is null, early.Attempt.State, early.Attempt.Checks));

        var late = Settlement.Of(Some.Payment(PaymentStatus.CaptureRequested), Some.Attempt(kind: AttemptKind.Capture), new ConnectorOutcome.NotFound(), Some.Circumstances(Some.Now.AddMinutes(16)))!;
        Assert.Equal((PaymentStatus.Authorized, PaymentReason.NeverSent, AttemptState.ProvenDead), (late.Payment!.Status, late.Payment.Reason, late.Attempt.State));
        var unsent = Settle(false, PaymentStatus.CaptureRequested, new ConnectorOutcome.NotSent(ConnectorFault.NotConnected));
        Assert.Equal((PaymentStatus.Authorized, AttemptState.ProvenDead), (unsent.Payment!.Status, unsent.Attempt.State));

        // The charge stands, so of its later half "not found" says nothing.
        Assert.Equal((null, AttemptState.Approved), (Settle(true, PaymentStatus.CaptureRequested, new ConnectorOutcome.NotFound()).Payment, Settle(true, PaymentStatus.CaptureRequested, new ConnectorOutcome.NotFound()).Attempt.State));
    }

    [Theory]
    [InlineData(PaymentStatus.CaptureRequested)]
    [InlineData(PaymentStatus.QueuedForCapture)]
    public void A_charge_that_was_let_go_at_the_upstream_is_captured_no_more(PaymentStatus status)
    {
        var gone = Settle(isLater: true, status, new ConnectorOutcome.Cancelled());
        Assert.Equal((PaymentStatus.Reversed, 0, AttemptState.CancelConfirmed, null), (gone.Payment!.Status, gone.Payment.CapturedMinor, gone.Attempt.State, gone.Attempt.CheckAt));
    }

    [Fact]
    public void Somebody_is_told_of_a_capture_that_takes_long_unless_it_is_queued()
    {
        AlertKind? After(PaymentStatus status, int checks, ApprovalStage stage) => Settlement.Of(
            Some.Payment(status, CardNeed.Nothing), Some.Attempt(AttemptState.Approved) with { Captures = true, Checks = checks }, new ConnectorOutcome.Approved(Some.Money, stage), Some.Circumstances())!.Alert;
        Assert.Equal(AlertKind.LongInDoubt, After(PaymentStatus.CaptureRequested, 19, ApprovalStage.Requested));
        Assert.Null(After(PaymentStatus.CaptureRequested, 18, ApprovalStage.Requested));
        Assert.Null(After(PaymentStatus.QueuedForCapture, 19, ApprovalStage.Queued));
    }

    private static Settled Settle(bool isLater, PaymentStatus status, ConnectorOutcome outcome) => Settlement.Of(
        Some.Payment(status, CardNeed.Nothing),
        isLater ? Some.Attempt(AttemptState.Approved) with { Captures = true } : Some.Attempt(kind: AttemptKind.Capture),
        outcome,
        Some.Circumstances())!;
}
