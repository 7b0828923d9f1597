using Checkout.Core.Notices;
using Checkout.Core.Storage;

namespace Checkout.Core.Payments;

/// <summary>A moderator's word on a payment that nothing may be charged for before: let it go on, or end it.</summary>
/// <remarks>
/// It is blocked before a card is asked for, not between authorising and capturing. So what is not accepted never costs anybody anything: no
/// shopper's money is held while a person thinks, none has to be let go or lapses when the word is no or never comes, no security code has to
/// wait anywhere, and it holds with providers that take money at once. The block is part of the version that a charge is committed on, so a
/// charge and a word that meet cannot both land.
/// </remarks>
public sealed class ModeratePayment(IPaymentStore store, EndPayment end, TimeProvider clock)
{
    /// <summary>From now on it can be paid, as long as its link lives.</summary>
    public async Task<TakeResult> AcceptAsync(Payment payment)
    {
        payment = await end.ExpireAsync(payment);
        if (!payment.AwaitsModerator) return TakeResult.Refused(Refusal.WrongState, payment);
        var free = payment.Touch(clock.GetUtcNow()) with { IsBlocked = false };
        var verdict = await store.CommitAsync([new Write.MovePayment(free, Actor.Merchant), NoticeRules.About(free)]);
        return verdict == Verdict.Done ? TakeResult.Of(free) : TakeResult.Refused(Refusals.Of(verdict), payment);
    }

    /// <summary>It is over, and nothing was ever charged.</summary>
    public async Task<TakeResult> RejectAsync(Payment payment)
    {
        payment = await end.ExpireAsync(payment);
        if (!payment.AwaitsModerator) return TakeResult.Refused(Refusal.WrongState, payment);
        var ended = await end.RejectAsync(payment);
        return ended is { Status: PaymentStatus.Cancelled, Reason: PaymentReason.ReviewRejected } ? TakeResult.Of(ended) : TakeResult.Refused(Refusal.Busy, ended);
    }
}
