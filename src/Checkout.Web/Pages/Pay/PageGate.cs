using Checkout.Core.Payments;

namespace Checkout.Web.Pages.Pay;

/// <summary>What the page shows of a payment.</summary>
public enum PayView
{
    /// <summary>Something to type: a card, or the code of one.</summary>
    CardForm,

    /// <summary>The shopper has to finish at the bank.</summary>
    AtBank,

    /// <summary>The bank has been asked and has not answered, or the merchant has not accepted the payment yet.</summary>
    Waiting,

    /// <summary>The result, and the way back to the shop.</summary>
    Ended,
}

/// <summary>The one table that says which view belongs to which status. A status without a view does not compile.</summary>
public static class PageGate
{
    public static PayView ViewOf(PaymentStatus status) => status switch
    {
        PaymentStatus.Open => PayView.CardForm,
        PaymentStatus.AwaitingShopper => PayView.AtBank,
        PaymentStatus.Submitting or PaymentStatus.Unknown => PayView.Waiting,
        PaymentStatus.AwaitingReview or PaymentStatus.Authorized or PaymentStatus.CaptureRequested or PaymentStatus.QueuedForCapture
            or PaymentStatus.Captured or PaymentStatus.PartiallyCaptured or PaymentStatus.CancelRequested or PaymentStatus.QueuedForCancel
            or PaymentStatus.Cancelled or PaymentStatus.Reversed or PaymentStatus.Failed or PaymentStatus.Expired
            or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded or PaymentStatus.Disputed or PaymentStatus.DisputeWon
            or PaymentStatus.DisputeLost or PaymentStatus.ChargedBack or PaymentStatus.Verified or PaymentStatus.VerifyFailed
            or PaymentStatus.NeedsOperator => PayView.Ended,
    };

    /// <summary>The view of a payment as it is seen: a card is asked for only where it may be charged.</summary>
    public static PayView ViewOf(Payment payment, PaymentStatus seen) => IsBlocked(payment, seen) ? PayView.Waiting : ViewOf(seen);

    /// <summary>It waits for the merchant's moderator.</summary>
    public static bool IsBlocked(Payment payment, PaymentStatus seen) => payment.AwaitsModerator && seen == PaymentStatus.Open;

    /// <summary>The status as the shopper has to see it: a link whose time is over reads as expired even before the store says so.</summary>
    public static PaymentStatus Seen(Payment payment, DateTimeOffset now) =>
        payment.Status == PaymentStatus.Open && payment.IsLapsedAt(now) ? PaymentStatus.Expired : payment.Status;
}
