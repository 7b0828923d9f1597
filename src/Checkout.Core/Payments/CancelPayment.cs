using Checkout.Core.Storage;

namespace Checkout.Core.Payments;

/// <summary>Lets held money go.</summary>
public sealed class CancelPayment(IPaymentStore store, FollowUp followUp)
{
    public async Task<TakeResult> RunAsync(int merchant, long number, RequestKey? request = null)
    {
        if (await store.FindAsync(merchant, number) is not { Purpose: PaymentPurpose.Purchase } payment) return TakeResult.Refused(Refusal.NotFound);
        if (ActionGate.Check(payment, PaymentStatus.Authorized) is var gate and not Refusal.None) return TakeResult.Refused(gate, payment);

        return await followUp.RunAsync(
            AttemptKind.Cancel,
            payment,
            payment.Amount.Minor,
            now => payment.MoveTo(PaymentStatus.CancelRequested, PaymentReason.None, now),
            _ => ActionGate.Claim(request, payment));
    }
}
