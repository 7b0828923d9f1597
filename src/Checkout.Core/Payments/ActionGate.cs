using Checkout.Core.Storage;

namespace Checkout.Core.Payments;

/// <summary>When a merchant may act on a payment.</summary>
internal static class ActionGate
{
    /// <summary>None, when the payment is in one of the statuses; Busy, while another operation on it is under way.</summary>
    public static Refusal Check(Payment payment, params ReadOnlySpan<PaymentStatus> allowed)
    {
        if (allowed.Contains(payment.Status)) return Refusal.None;
        return payment.Status is PaymentStatus.Submitting or PaymentStatus.CaptureRequested or PaymentStatus.QueuedForCapture
            or PaymentStatus.CancelRequested or PaymentStatus.QueuedForCancel ? Refusal.Busy : Refusal.WrongState;
    }

    public static IEnumerable<Write> Claim(RequestKey? request, Payment payment)
    {
        if (request is not null) yield return new Write.ClaimRequest(request, payment.Number, payment.Changed);
    }
}
