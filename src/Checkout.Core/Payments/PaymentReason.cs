namespace Checkout.Core.Payments;

/// <summary>Why a payment, an attempt or a refund stands where it stands. Dialects have their own words for each; numbers are stored.</summary>
public enum PaymentReason
{
    None = 0,
    Declined = 1,
    InsufficientFunds = 2,
    WrongSecurityCode = 3,
    CardExpired = 4,
    AuthenticationFailed = 5,
    AuthenticationNeeded = 6,
    InvalidCard = 7,
    LostOrStolenCard = 8,
    LimitExceeded = 9,
    FraudDenied = 10,
    FraudChallenged = 11,
    ReviewRejected = 12,
    CancelledByShopper = 13,
    TooManyTries = 14,
    LinkExpired = 15,
    TokenLimitReached = 16,
    TokenNotAvailable = 17,
    CaptureWillRetry = 18,
    CaptureTimedOut = 19,
    AmountMismatch = 20,
    NeverSent = 21,
    RefundExceedsCaptured = 22,
    ProviderError = 23,
    NotPermitted = 24,

    /// <summary>The bank would give only a part of the money.</summary>
    PartialApproval = 25,

    /// <summary>It was charged after it had come to nothing.</summary>
    LateCharge = 26,

    /// <summary>More was to be captured than is held.</summary>
    CaptureExceedsHeld = 27,

    /// <summary>Refused, and not to be tried again, with this card or another.</summary>
    FatalDecline = 28,

    /// <summary>It broke down at the provider, and another try would too.</summary>
    FatalError = 29,
}
