using Checkout.Core.Storage;

namespace Checkout.Core.Payments;

/// <summary>Reads a payment as it stands now: a lapsed link is ended and a doubt that is due is settled before the answer.</summary>
public sealed class ReadPayment(IPaymentStore store, EndPayment end, ResolveAttempt resolve)
{
    public async ValueTask<Payment?> RunAsync(int merchant, long number)
    {
        if (await store.FindAsync(merchant, number) is not { Purpose: PaymentPurpose.Purchase } payment) return null;
        return await RefreshAsync(payment);
    }

    public async ValueTask<Payment> RefreshAsync(Payment payment) => payment.Status switch
    {
        PaymentStatus.Open => await end.ExpireAsync(payment),
        // The shopper may have said yes at the bank and closed the page.
        PaymentStatus.AwaitingShopper => await resolve.RunAsync(payment, Actor.Clock, now: true),
        PaymentStatus.Submitting or PaymentStatus.Unknown or PaymentStatus.CaptureRequested or PaymentStatus.QueuedForCapture
            or PaymentStatus.CancelRequested or PaymentStatus.QueuedForCancel or PaymentStatus.AwaitingReview => await resolve.RunAsync(payment, Actor.Clock),
        _ => payment,
    };
}
