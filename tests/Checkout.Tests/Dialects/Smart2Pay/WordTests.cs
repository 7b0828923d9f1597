using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Web.Dialects.Smart2Pay;

namespace Checkout.Tests.Dialects.Smart2Pay;

/// <summary>The tables of words: statuses, reasons, refusals.</summary>
public sealed class WordTests
{
    [Theory]
    [InlineData(PaymentStatus.Open, 1, "Open")]
    [InlineData(PaymentStatus.Submitting, 10, "AuthorizeRequested")]
    [InlineData(PaymentStatus.AwaitingShopper, 1, "Open")]
    [InlineData(PaymentStatus.AwaitingReview, 30, "PendingChallengeConfirmation")]
    [InlineData(PaymentStatus.Unknown, 7, "PendingOnProvider")]
    [InlineData(PaymentStatus.Authorized, 9, "Authorized")]
    [InlineData(PaymentStatus.CaptureRequested, 13, "CaptureRequested")]
    [InlineData(PaymentStatus.QueuedForCapture, 33, "QueuedForCapturing")]
    [InlineData(PaymentStatus.Captured, 11, "Captured")]
    [InlineData(PaymentStatus.PartiallyCaptured, 35, "PartiallyCaptured")]
    [InlineData(PaymentStatus.CancelRequested, 15, "CancelRequested")]
    [InlineData(PaymentStatus.QueuedForCancel, 34, "QueuedForCanceling")]
    [InlineData(PaymentStatus.Cancelled, 3, "Cancelled")]
    [InlineData(PaymentStatus.Reversed, 16, "Reversed")]
    [InlineData(PaymentStatus.Failed, 4, "Failed")]
    [InlineData(PaymentStatus.Expired, 5, "Expired")]
    [InlineData(PaymentStatus.PartiallyRefunded, 21, "PartiallyRefunded")]
    [InlineData(PaymentStatus.Refunded, 22, "Refunded")]
    [InlineData(PaymentStatus.Disputed, 19, "Disputed")]
    [InlineData(PaymentStatus.DisputeWon, 23, "DisputeWon")]
    [InlineData(PaymentStatus.DisputeLost, 24, "DisputeLost")]
    [InlineData(PaymentStatus.ChargedBack, 26, "Chargedback")]
    [InlineData(PaymentStatus.Verified, 2, "Success")]
    [InlineData(PaymentStatus.VerifyFailed, 4, "Failed")]
    [InlineData(PaymentStatus.NeedsOperator, 14, "Exception")]
    public void Every_status_has_its_published_number_and_name(PaymentStatus status, int id, string info) =>
        Assert.Equal(((byte)id, info), (Smart2PayStatus.Of(status).Id, Smart2PayStatus.Of(status).Info));

    [Fact]
    public void Refunds_and_tokens_have_words_of_their_own()
    {
        Assert.Equal([(1, "Open"), (2, "Success"), (4, "Failed")], Enum.GetValues<RefundState>().Select(s => ((int)Smart2PayStatus.Of(s).Id, Smart2PayStatus.Of(s).Info)));
        Assert.Equal((3, "Canceled"), (Smart2PayStatus.Of(SavedCardState.Cancelled).Id, Smart2PayStatus.Of(SavedCardState.Cancelled).Info));
    }

    [Theory]
    [InlineData(PaymentReason.InsufficientFunds, 5051)]
    [InlineData(PaymentReason.FraudDenied, 116)]
    [InlineData(PaymentReason.ReviewRejected, 118)]
    [InlineData(PaymentReason.FatalDecline, 5005)]
    [InlineData(PaymentReason.FatalError, 13)]
    [InlineData(PaymentReason.CancelledByShopper, 119)]
    [InlineData(PaymentReason.TooManyTries, 103)]
    [InlineData(PaymentReason.LinkExpired, 104)]
    [InlineData(PaymentReason.TokenLimitReached, 2402)]
    [InlineData(PaymentReason.TokenNotAvailable, 2401)]
    [InlineData(PaymentReason.RefundExceedsCaptured, 2206)]
    [InlineData(PaymentReason.CaptureExceedsHeld, 2209)]
    [InlineData(PaymentReason.CaptureWillRetry, 5288)]
    public void Reasons_have_their_published_codes(PaymentReason reason, int code) => Assert.Equal(code, Smart2PayReasons.Of(reason)!.Code);

    [Fact]
    public void Every_reason_but_none_has_a_code_and_a_text()
    {
        foreach (var reason in Enum.GetValues<PaymentReason>().Where(r => r != PaymentReason.None)) Assert.NotEmpty(Smart2PayReasons.Of(reason)!.Info);
        Assert.Null(Smart2PayReasons.Of(PaymentReason.None));
    }

    [Fact]
    public void Only_what_failed_or_waits_for_somebody_says_why()
    {
        var loud = Enum.GetValues<PaymentStatus>().Where(s => Smart2PayReasons.ShownWith(Given.Payment(s) with { Reason = PaymentReason.Declined }) is not null);
        PaymentStatus[] wanted =
        [
            PaymentStatus.AwaitingReview, PaymentStatus.QueuedForCapture, PaymentStatus.Cancelled, PaymentStatus.Failed, PaymentStatus.Expired, PaymentStatus.VerifyFailed, PaymentStatus.NeedsOperator,
        ];
        Assert.Equal(wanted.Order(), loud.Order());
        Assert.Equal(13, Smart2PayReasons.ShownWith(Given.Payment(PaymentStatus.Failed))!.Code);
        Assert.Null(Smart2PayReasons.ShownWith(Given.Payment(PaymentStatus.Cancelled)));
    }

    [Fact]
    public void An_action_that_failed_says_why_even_when_the_payment_stands()
    {
        var view = new PaymentView(Given.Payment() with { Reason = PaymentReason.CaptureTimedOut }, null, true) { IsRefused = true };
        Assert.Equal(5068, (int)Given.Json(Given.Writer.Payment(view), "Payment")["Status"]!["Reasons"]![0]!["Code"]!);
    }

    [Fact]
    public void Failed_creates_are_400_and_doubts_are_201()
    {
        Assert.Equal(400, Smart2PayStatus.HttpOfCreate(PaymentStatus.Failed));
        Assert.Equal(201, Smart2PayStatus.HttpOfCreate(PaymentStatus.Unknown));
        Assert.Equal((400, 200, 200), (Smart2PayStatus.HttpOfAction(PaymentStatus.Authorized), Smart2PayStatus.HttpOfAction(PaymentStatus.Captured), Smart2PayStatus.HttpOfAction(PaymentStatus.Cancelled)));
    }

    [Theory]
    [InlineData(Refusal.DuplicateReference, 20, 20)]
    [InlineData(Refusal.WrongState, 1006, 2205)]
    [InlineData(Refusal.Busy, 1010, 2207)]
    [InlineData(Refusal.AmountTooHigh, 1013, 2206)]
    [InlineData(Refusal.AmountInvalid, 1012, 2201)]
    [InlineData(Refusal.NoProvider, 5000, 5000)]
    [InlineData(Refusal.NotFound, 17, 17)]
    public void Refusals_have_their_codes(Refusal refusal, int payment, int refund) =>
        Assert.Equal((payment, refund), (Smart2PayRefusals.OfPayment(refusal).Code, Smart2PayRefusals.OfRefund(refusal).Code));

    [Fact]
    public void Tokens_that_cannot_pay_have_their_codes() =>
        Assert.Equal((2401, 2402), (Smart2PayRefusals.OfPayment(Refusal.TokenGone).Code, Smart2PayRefusals.OfPayment(Refusal.TokenSpent).Code));
}
