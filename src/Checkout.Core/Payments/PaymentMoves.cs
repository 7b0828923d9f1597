using static Checkout.Core.Payments.PaymentStatus;

namespace Checkout.Core.Payments;

/// <summary>The one table of legal moves. Anything else is broken code and throws; a correction is a move of its own.</summary>
public static class PaymentMoves
{
    private static readonly PaymentStatus[] AfterSubmitting =
    [
        AwaitingShopper, AwaitingReview, Authorized, Captured, CaptureRequested, QueuedForCapture, Open, Failed, Unknown, Verified, VerifyFailed,
    ];

    private static readonly PaymentStatus[] AfterCapturing = [QueuedForCapture, Captured, PartiallyCaptured, Authorized, Reversed, Failed];

    private static readonly PaymentStatus[] AfterCaptured = [PartiallyRefunded, Refunded, Disputed];

    /// <summary>The statuses a payment may go to from this one. <see cref="NeedsOperator"/> can be reached from any.</summary>
    public static IReadOnlyList<PaymentStatus> From(PaymentStatus status) => status switch
    {
        Open => [Submitting, Cancelled, Expired, Failed],
        Submitting => AfterSubmitting,
        AwaitingShopper =>
        [
            Submitting, Open, AwaitingReview, Authorized, Captured, CaptureRequested, QueuedForCapture, Failed, Unknown, Cancelled, Expired, Verified, VerifyFailed,
        ],
        AwaitingReview => [Authorized, Captured, CaptureRequested, QueuedForCapture, Cancelled, Failed, Unknown],
        Unknown => [.. AfterSubmitting.Where(s => s != Unknown), Cancelled, Expired],
        Authorized => [CaptureRequested, QueuedForCapture, Captured, PartiallyCaptured, CancelRequested, QueuedForCancel, Cancelled, Reversed],
        CaptureRequested => AfterCapturing,
        QueuedForCapture => [CaptureRequested, .. AfterCapturing.Where(s => s != QueuedForCapture)],
        Captured or PartiallyCaptured => AfterCaptured,
        CancelRequested => [QueuedForCancel, Cancelled, Authorized],
        QueuedForCancel => [CancelRequested, Cancelled, Authorized],
        PartiallyRefunded => [Refunded, Captured, PartiallyCaptured, Disputed],
        Refunded => [PartiallyRefunded, Captured, PartiallyCaptured, Disputed],
        Disputed => [DisputeWon, DisputeLost, ChargedBack],
        DisputeLost => [ChargedBack],
        // A bank may take up again what the merchant had won.
        DisputeWon => [PartiallyRefunded, Refunded, DisputeLost, ChargedBack],
        Cancelled or Reversed or Failed or Expired or ChargedBack or Verified or VerifyFailed or NeedsOperator => [],
    };

    /// <summary>
    /// What an end may be corrected to when it turns out not to be true: a charge came late, and the merchant wants it to count. The event
    /// says so by its reason (PAY-9).
    /// </summary>
    public static IReadOnlyList<PaymentStatus> Corrections(PaymentStatus status) => status switch
    {
        Failed or Expired or Cancelled => [Authorized, Captured, CaptureRequested, QueuedForCapture],
        Open or Submitting or AwaitingShopper or AwaitingReview or Unknown or Authorized or CaptureRequested or Captured or QueuedForCapture
            or PartiallyCaptured or CancelRequested or QueuedForCancel or Reversed or PartiallyRefunded or Refunded or Disputed or DisputeWon
            or DisputeLost or ChargedBack or Verified or VerifyFailed or NeedsOperator => [],
    };

    public static bool Allows(PaymentStatus from, PaymentStatus to) => to == NeedsOperator || From(from).Contains(to);

    public static bool AllowsCorrection(PaymentStatus from, PaymentStatus to) => Corrections(from).Contains(to);

    /// <summary>The shopper has nothing left to do: paid, failed or given up, also when the merchant or the bank still works on it.</summary>
    public static bool IsOverForShopper(PaymentStatus status) => status switch
    {
        Open or Submitting or AwaitingShopper or Unknown => false,
        AwaitingReview or Authorized or CaptureRequested or QueuedForCapture or Captured or PartiallyCaptured or CancelRequested or QueuedForCancel
            or Cancelled or Reversed or Failed or Expired or PartiallyRefunded or Refunded or Disputed or DisputeWon or DisputeLost or ChargedBack
            or Verified or VerifyFailed or NeedsOperator => true,
    };

    /// <summary>The payment stands: money is held or taken, or will be as soon as the bank says so.</summary>
    public static bool IsPaid(PaymentStatus status) => status switch
    {
        Authorized or CaptureRequested or QueuedForCapture or Captured or PartiallyCaptured or PartiallyRefunded or Refunded
            or Disputed or DisputeWon or Verified => true,
        Open or Submitting or AwaitingShopper or AwaitingReview or Unknown or CancelRequested or QueuedForCancel or Cancelled or Reversed or Failed
            or Expired or DisputeLost or ChargedBack or VerifyFailed or NeedsOperator => false,
    };
}
