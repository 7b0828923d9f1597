using Checkout.Core.Payments;

namespace Checkout.Tests.Core.Payments;

public sealed class PaymentMovesTests
{
    /// <summary>The table of the design, written out again: a move that is added or lost shows here.</summary>
    private static readonly Dictionary<PaymentStatus, string> Table = new()
    {
        [PaymentStatus.Open] = "Submitting Cancelled Expired Failed",
        [PaymentStatus.Submitting] = "AwaitingShopper AwaitingReview Authorized Captured CaptureRequested QueuedForCapture Open Failed Unknown Verified VerifyFailed",
        [PaymentStatus.AwaitingShopper] = "Submitting Open AwaitingReview Authorized Captured CaptureRequested QueuedForCapture Failed Unknown Cancelled Expired Verified VerifyFailed",
        [PaymentStatus.AwaitingReview] = "Authorized Captured CaptureRequested QueuedForCapture Cancelled Failed Unknown",
        [PaymentStatus.Unknown] = "AwaitingShopper AwaitingReview Authorized Captured CaptureRequested QueuedForCapture Open Failed Verified VerifyFailed Cancelled Expired",
        [PaymentStatus.Authorized] = "CaptureRequested QueuedForCapture Captured PartiallyCaptured CancelRequested QueuedForCancel Cancelled Reversed",
        [PaymentStatus.CaptureRequested] = "QueuedForCapture Captured PartiallyCaptured Authorized Reversed Failed",
        [PaymentStatus.QueuedForCapture] = "CaptureRequested Captured PartiallyCaptured Authorized Reversed Failed",
        [PaymentStatus.Captured] = "PartiallyRefunded Refunded Disputed",
        [PaymentStatus.PartiallyCaptured] = "PartiallyRefunded Refunded Disputed",
        [PaymentStatus.CancelRequested] = "QueuedForCancel Cancelled Authorized",
        [PaymentStatus.QueuedForCancel] = "CancelRequested Cancelled Authorized",
        [PaymentStatus.PartiallyRefunded] = "Refunded Captured PartiallyCaptured Disputed",
        [PaymentStatus.Refunded] = "PartiallyRefunded Captured PartiallyCaptured Disputed",
        [PaymentStatus.Disputed] = "DisputeWon DisputeLost ChargedBack",
        [PaymentStatus.DisputeWon] = "PartiallyRefunded Refunded DisputeLost ChargedBack",
        [PaymentStatus.DisputeLost] = "ChargedBack",
    };

    public static TheoryData<PaymentStatus, PaymentStatus> Pairs()
    {
        var pairs = new TheoryData<PaymentStatus, PaymentStatus>();
        foreach (var from in Enum.GetValues<PaymentStatus>())
            foreach (var to in Enum.GetValues<PaymentStatus>())
                pairs.Add(from, to);
        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void The_table_is_the_designs(PaymentStatus from, PaymentStatus to)
    {
        var expected = to == PaymentStatus.NeedsOperator || (Table.TryGetValue(from, out var targets) && targets.Split(' ').Contains(to.ToString()));
        Assert.Equal(expected, PaymentMoves.Allows(from, to));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Only_an_end_without_money_may_be_corrected_and_only_to_money_that_came_late(PaymentStatus from, PaymentStatus to)
    {
        var isEnd = from is PaymentStatus.Failed or PaymentStatus.Expired or PaymentStatus.Cancelled;
        var isMoney = to is PaymentStatus.Authorized or PaymentStatus.Captured or PaymentStatus.CaptureRequested or PaymentStatus.QueuedForCapture;
        Assert.Equal(isEnd && isMoney, PaymentMoves.AllowsCorrection(from, to));
        if (!(isEnd && isMoney)) Assert.Throws<InvalidOperationException>(() => Some.Payment(from).CorrectTo(to, PaymentReason.LateCharge, Some.Now));
    }

    [Fact]
    public void A_move_off_the_table_throws_and_one_on_it_makes_the_next_version()
    {
        var payment = Some.Payment();
        Assert.Throws<InvalidOperationException>(() => payment.MoveTo(PaymentStatus.Captured, PaymentReason.None, Some.Now));
        var moved = payment.MoveTo(PaymentStatus.Submitting, PaymentReason.None, Some.Now);
        Assert.Equal((payment.Version + 1, PaymentStatus.Submitting), (moved.Version, moved.Status));
    }
}
