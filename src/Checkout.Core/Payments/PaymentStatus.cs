namespace Checkout.Core.Payments;

/// <summary>Where a payment is. The numbers are stored: never renumber, only add.</summary>
public enum PaymentStatus
{
    Open = 0,
    Submitting = 1,
    AwaitingShopper = 2,
    AwaitingReview = 3,
    Unknown = 4,
    Authorized = 5,
    CaptureRequested = 6,
    QueuedForCapture = 7,
    Captured = 8,
    PartiallyCaptured = 9,
    CancelRequested = 10,
    QueuedForCancel = 11,
    Cancelled = 12,
    Reversed = 13,
    Failed = 14,
    Expired = 15,
    PartiallyRefunded = 16,
    Refunded = 17,
    Disputed = 18,
    DisputeWon = 19,
    DisputeLost = 20,
    ChargedBack = 21,
    Verified = 22,
    VerifyFailed = 23,
    NeedsOperator = 24,
}
