using Checkout.Core.Payments;

namespace Checkout.Web.Pages.Pay;

/// <summary>The way back in the Cardgate dialect: by outcome, where the merchant gave addresses by outcome. Nothing is added to them.</summary>
public static class CardgateReturn
{
    public static string? UrlOf(Payment payment, PaymentStatus seen) => seen switch
    {
        PaymentStatus.Captured or PaymentStatus.PartiallyCaptured or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded or PaymentStatus.Disputed
            or PaymentStatus.DisputeWon or PaymentStatus.DisputeLost or PaymentStatus.ChargedBack or PaymentStatus.Verified => payment.Details.ReturnUrls?.Success,
        PaymentStatus.Cancelled or PaymentStatus.Reversed or PaymentStatus.Failed or PaymentStatus.Expired or PaymentStatus.VerifyFailed => payment.Details.ReturnUrls?.Fail,
        PaymentStatus.Open or PaymentStatus.Submitting or PaymentStatus.AwaitingShopper or PaymentStatus.AwaitingReview or PaymentStatus.Unknown
            or PaymentStatus.Authorized or PaymentStatus.CaptureRequested or PaymentStatus.QueuedForCapture or PaymentStatus.CancelRequested
            or PaymentStatus.QueuedForCancel or PaymentStatus.NeedsOperator => payment.Details.ReturnUrls?.Pending,
    };
}
