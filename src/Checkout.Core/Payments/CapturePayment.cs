using Checkout.Core.Storage;

namespace Checkout.Core.Payments;

/// <summary>Takes money that is held. A partial capture releases the rest.</summary>
public sealed class CapturePayment(IPaymentStore store, FollowUp followUp)
{
    /// <param name="merchant">Whose payment.</param>
    /// <param name="number">The payment's number.</param>
    /// <param name="amountMinor">Minor units; null takes all that is held.</param>
    /// <param name="request">The name the caller gave its request, if any.</param>
    public async Task<TakeResult> RunAsync(int merchant, long number, long? amountMinor = null, RequestKey? request = null)
    {
        if (await store.FindAsync(merchant, number) is not { Purpose: PaymentPurpose.Purchase } payment) return TakeResult.Refused(Refusal.NotFound);
        if (ActionGate.Check(payment, PaymentStatus.Authorized) is var gate and not Refusal.None) return TakeResult.Refused(gate, payment);
        if (amountMinor is <= 0) return TakeResult.Refused(Refusal.AmountInvalid, payment);
        if (amountMinor > payment.Amount.Minor)
            return TakeResult.Refused(Refusal.AmountTooHigh, await followUp.RecordRefusedAsync(AttemptKind.Capture, payment, amountMinor.Value, PaymentReason.CaptureExceedsHeld));

        return await followUp.RunAsync(
            AttemptKind.Capture,
            payment,
            amountMinor ?? payment.Amount.Minor,
            now => payment.MoveTo(PaymentStatus.CaptureRequested, PaymentReason.None, now),
            _ => ActionGate.Claim(request, payment));
    }
}
