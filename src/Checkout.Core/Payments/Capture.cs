using Checkout.Core.Money;

namespace Checkout.Core.Payments;

public enum CaptureState { Open = 0, Done = 1, Failed = 2 }

/// <summary>Money that was taken, or was to be, as a merchant sees it: one of its own, or the one that came with the charge.</summary>
/// <param name="Attempt">Its number within the payment.</param>
/// <param name="Created">When it was sent.</param>
public sealed record Capture(int Attempt, Amount Amount, CaptureState State, PaymentReason Reason, DateTimeOffset Created)
{
    /// <summary>Of a payment's attempts, newest first.</summary>
    public static IEnumerable<Capture> Of(Payment payment, IEnumerable<Attempt> attempts) =>
        from attempt in attempts
        where attempt.Kind == AttemptKind.Capture || (attempt is { Kind: AttemptKind.Authorise, Captures: true } && HasBegun(payment, attempt))
        orderby attempt.Number descending
        select new Capture(attempt.Number, attempt.Amount, StateOf(payment, attempt), attempt.Reason, attempt.Submitted);

    /// <summary>A charge that was declined, or is still to be made, takes nothing.</summary>
    private static bool HasBegun(Payment payment, Attempt charge) => charge.State == AttemptState.Approved && payment.Status != PaymentStatus.NeedsOperator;

    private static CaptureState StateOf(Payment payment, Attempt attempt) => attempt.State switch
    {
        AttemptState.Declined or AttemptState.CancelConfirmed or AttemptState.ProvenDead => CaptureState.Failed,
        AttemptState.Approved when payment.CapturedMinor > 0 => CaptureState.Done,
        AttemptState.Approved when payment.Status is PaymentStatus.Failed or PaymentStatus.Authorized => CaptureState.Failed,
        AttemptState.Approved or AttemptState.Submitting or AttemptState.AwaitingShopper or AttemptState.AwaitingReview or AttemptState.Unknown => CaptureState.Open,
    };
}
