using Checkout.Connectors.Simulator;
using Checkout.Core.Payments;
using static Checkout.Core.Payments.PaymentReason;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>The dialect's words for Core's reasons. What goes on and what went well is <c>ok</c>.</summary>
public static class CardgateResolutions
{
    public const string Ok = "ok";
    private const string AuthenticationRequired = "auth_3ds_required";

    /// <summary>No reason is known, and yet it failed.</summary>
    private const string NoReason = "error";

    /// <summary>Every word we say; those of test cards are published with them.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. Enum.GetValues<PaymentReason>().Select(Of).Append(NoReason).Concat(Fates.Expiries.Append(Fates.AnyOtherExpiry).Select(fate => fate.Resolution)).Distinct(),
    ];

    public static string Of(PaymentReason reason) => reason switch
    {
        None => Ok,
        Declined => "declined",
        FatalDecline => "fatal_decline",
        FatalError => "fatal_error",
        InsufficientFunds or PartialApproval => "insufficient_funds",
        WrongSecurityCode => "invalid_cvv",
        CardExpired => "card_expired",
        AuthenticationFailed => "client_auth_failed",
        AuthenticationNeeded => AuthenticationRequired,
        InvalidCard => "invalid_card",
        LostOrStolenCard => "lost_or_stolen_card",
        LimitExceeded => "limit_violation",
        FraudDenied or FraudChallenged or ReviewRejected => "antifraud_error",
        CancelledByShopper => "general_decline",
        TooManyTries => "card_usage_limit_violation",
        LinkExpired => "transaction_expired",
        TokenLimitReached => "card_usage_limit_violation",
        TokenNotAvailable => "fatal_invalid_card",
        CaptureWillRetry => Ok,
        CaptureTimedOut => "fatal_timeout",
        AmountMismatch => "unable_to_reconcile",
        LateCharge => "unable_to_reconcile",
        NeverSent => "provider_error",
        RefundExceedsCaptured or CaptureExceedsHeld => "invalid_amount",
        ProviderError => "provider_error",
        NotPermitted => "functionality_is_not_permitted",
    };

    /// <summary>The resolution to show with an invoice.</summary>
    public static string Of(InvoiceView view) => view.Payment.Status switch
    {
        PaymentStatus.Failed or PaymentStatus.VerifyFailed or PaymentStatus.Expired or PaymentStatus.Cancelled or PaymentStatus.Reversed or PaymentStatus.NeedsOperator => WhyNot(view),
        PaymentStatus.AwaitingShopper when view.Payment is { IsTest: true, Card: { First6.Length: > 0 } card } && Fates.WaitsForEver(card) => AuthenticationRequired,
        // The bank has asked, and the shopper has left it: they still may pass (§21, 8). Who did not pass was declined, as by any other word.
        PaymentStatus.Open when view.Payment.Reason is CancelledByShopper or AuthenticationNeeded => AuthenticationRequired,
        PaymentStatus.Open or PaymentStatus.Submitting or PaymentStatus.AwaitingShopper or PaymentStatus.AwaitingReview or PaymentStatus.Unknown
            or PaymentStatus.Authorized or PaymentStatus.CaptureRequested or PaymentStatus.Captured or PaymentStatus.QueuedForCapture
            or PaymentStatus.PartiallyCaptured or PaymentStatus.CancelRequested or PaymentStatus.QueuedForCancel
            or PaymentStatus.PartiallyRefunded or PaymentStatus.Refunded or PaymentStatus.Disputed or PaymentStatus.DisputeWon
            or PaymentStatus.DisputeLost or PaymentStatus.ChargedBack or PaymentStatus.Verified => Ok,
    };

    /// <summary>The resolution of an invoice as a sentence; null when all is well. Where the dialect has no word for what happened, it says that.</summary>
    public static string? Message(InvoiceView view) => view.Payment switch
    {
        { Status: PaymentStatus.Cancelled, Reason: CancelledByShopper } => "The payment was cancelled",
        { Status: PaymentStatus.Cancelled, Reason: ReviewRejected } => "The payment was rejected in review",
        _ => Message(Of(view)),
    };

    /// <summary>A resolution as a sentence; null when all is well.</summary>
    public static string? Message(string resolution) =>
        resolution == Ok ? null : char.ToUpperInvariant(resolution[0]) + resolution[1..].Replace('_', ' ');

    /// <summary>Failed for some reason: there is always a word for it. When the tries were used up, it is that of the last one.</summary>
    private static string WhyNot(InvoiceView view)
    {
        var payment = view.Payment;
        var tried = payment.Reason == TooManyTries ? view.Charge?.Reason : null;
        var reason = tried is null or None ? payment.Reason : tried.Value;
        if (payment is { IsTest: true, Card: { First6.Length: > 0 } card } && Fates.Resolution(card) is { } published && Fates.Of(card.Expiry).Reason == reason) return published;
        return reason == None ? NoReason : Of(reason);
    }
}
