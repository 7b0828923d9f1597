using Checkout.Core.Payments;
using static Checkout.Core.Payments.PaymentReason;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>The dialect's words for Core's reasons, and where they may be said: the PHP client takes any reason for an error, also beside a 200.</summary>
public static class Smart2PayReasons
{
    /// <summary>Null only for <see cref="None"/>.</summary>
    public static ReturnCode? Of(PaymentReason reason) => reason switch
    {
        None => null,
        Declined or FatalDecline => ReturnCode.Declined,
        PaymentReason.InsufficientFunds or PartialApproval => ReturnCode.InsufficientFunds,
        PaymentReason.WrongSecurityCode => ReturnCode.WrongSecurityCode,
        CardExpired => ReturnCode.IssuerExpired,
        PaymentReason.AuthenticationFailed => ReturnCode.AuthenticationFailed,
        PaymentReason.AuthenticationNeeded => ReturnCode.AuthenticationNeeded,
        InvalidCard => ReturnCode.IssuerInvalidCard,
        LostOrStolenCard => ReturnCode.LostOrStolen,
        PaymentReason.LimitExceeded => ReturnCode.LimitExceeded,
        PaymentReason.FraudDenied => ReturnCode.FraudDenied,
        PaymentReason.FraudChallenged => ReturnCode.FraudChallenged,
        ReviewRejected => ReturnCode.ChallengeRejected,
        CancelledByShopper => ReturnCode.CancelledByCustomer,
        TooManyTries => ReturnCode.TooManyAttempts,
        LinkExpired => ReturnCode.LifetimeExpired,
        TokenLimitReached => ReturnCode.TokenLimit,
        PaymentReason.TokenNotAvailable => ReturnCode.TokenNotAvailable,
        PaymentReason.CaptureWillRetry => ReturnCode.CaptureWillRetry,
        PaymentReason.CaptureTimedOut => ReturnCode.CaptureTimedOut,
        AmountMismatch or NeverSent or LateCharge => ReturnCode.TechnicalError,
        RefundExceedsCaptured => ReturnCode.RefundTooMuch,
        CaptureExceedsHeld => ReturnCode.CaptureExceeds,
        ProviderError or FatalError => ReturnCode.GenericError,
        PaymentReason.NotPermitted => ReturnCode.NotPermitted,
    };

    /// <summary>The reason to show with a payment; null where the dialect stays silent (an open payment after a declined try, for example).</summary>
    public static ReturnCode? ShownWith(Payment payment) => payment.Status switch
    {
        PaymentStatus.Failed or PaymentStatus.VerifyFailed or PaymentStatus.NeedsOperator => WhyNot(payment.Reason),
        PaymentStatus.Cancelled or PaymentStatus.Expired => Of(payment.Reason),
        PaymentStatus.QueuedForCapture => ReturnCode.CaptureWillRetry,
        PaymentStatus.AwaitingReview => ReturnCode.FraudChallenged,
        PaymentStatus.Open or PaymentStatus.Submitting or PaymentStatus.AwaitingShopper or PaymentStatus.Unknown or PaymentStatus.Authorized
            or PaymentStatus.CaptureRequested or PaymentStatus.Captured or PaymentStatus.PartiallyCaptured or PaymentStatus.CancelRequested
            or PaymentStatus.QueuedForCancel or PaymentStatus.Reversed or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded
            or PaymentStatus.Disputed or PaymentStatus.DisputeWon or PaymentStatus.DisputeLost or PaymentStatus.ChargedBack or PaymentStatus.Verified => null,
    };

    /// <summary>The reason of something that failed: there is always one.</summary>
    public static ReturnCode WhyNot(PaymentReason reason) => Of(reason) ?? ReturnCode.GenericError;
}
