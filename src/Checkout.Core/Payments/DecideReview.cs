using Checkout.Core.Storage;

namespace Checkout.Core.Payments;

/// <summary>A merchant's word on a payment that the fraud check holds: let it go on, or drop it. Once one word is on its way there is no second.</summary>
public sealed class DecideReview(IPaymentStore store, FollowUp followUp, ResolveAttempt resolve)
{
    /// <summary>What the accepted charge came to is asked right away. Held for review still: not known yet, or <see cref="WhyRefusedAsync"/>.</summary>
    public Task<TakeResult> AcceptAsync(int merchant, long number, RequestKey? request = null) => RunAsync(AttemptKind.Accept, merchant, number, request);

    /// <summary>Lets go of what is held.</summary>
    public Task<TakeResult> RejectAsync(int merchant, long number, RequestKey? request = null) => RunAsync(AttemptKind.Cancel, merchant, number, request);

    /// <summary>Why the last word of a kind came to nothing; null when the payment is under review no more, when that word may still decide it, or when that cannot be read.</summary>
    public async ValueTask<PaymentReason?> WhyRefusedAsync(Payment payment, AttemptKind kind)
    {
        if (payment.Status != PaymentStatus.AwaitingReview) return null;
        try
        {
            var word = (await store.AttemptsAsync(payment.Merchant, payment.Number)).LastOrDefault(a => a.Kind == kind);
            return word is { MayStillCharge: false } ? word.Reason : null;
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    private async Task<TakeResult> RunAsync(AttemptKind kind, int merchant, long number, RequestKey? request)
    {
        if (await store.FindAsync(merchant, number) is not { Purpose: PaymentPurpose.Purchase } payment) return TakeResult.Refused(Refusal.NotFound);
        if (ActionGate.Check(payment, PaymentStatus.AwaitingReview) is var gate and not Refusal.None) return TakeResult.Refused(gate, payment);

        var sent = await followUp.RunAsync(kind, payment, payment.Amount.Minor, payment.Touch, _ => ActionGate.Claim(request, payment));
        if (sent is not { Refusal: Refusal.None, Payment: { } told }) return sent;
        try
        {
            return TakeResult.Of(await resolve.RunAsync(told, Actor.Merchant));
        }
        catch (StoreUnavailableException)
        {
            // The word is out, so nobody may hear that nothing was done (PAY-20).
            return TakeResult.Of(told);
        }
    }
}
