using Checkout.Core.Notices;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;

namespace Checkout.Core.Payments;

/// <summary>Ends an open payment without a charge: the shopper goes back to the shop, a moderator says no, or the link lapses.</summary>
public sealed class EndPayment(IPaymentStore store, ISavedCardStore cards, AbandonChallenge abandon, TimeProvider clock)
{
    /// <summary>The shopper gives up. An open challenge is cancelled at the upstream first; until that is confirmed the payment stays as it is.</summary>
    public async Task<Payment> CancelAsync(Payment payment)
    {
        if (payment.Status == PaymentStatus.AwaitingShopper) payment = await abandon.RunAsync(payment, Actor.Shopper);
        return payment.Status == PaymentStatus.Open ? await EndAsync(payment, PaymentStatus.Cancelled, PaymentReason.CancelledByShopper, Actor.Shopper) : payment;
    }

    /// <summary>The merchant's moderator says no; a payment that does not wait for that stays as it is.</summary>
    public async Task<Payment> RejectAsync(Payment payment) =>
        payment.AwaitsModerator ? await EndAsync(payment, PaymentStatus.Cancelled, PaymentReason.ReviewRejected, Actor.Merchant) : payment;

    /// <summary>Ends a payment whose link has lapsed; any other stays as it is.</summary>
    public async Task<Payment> ExpireAsync(Payment payment) => payment.Status == PaymentStatus.Open && payment.IsLapsedAt(clock.GetUtcNow())
        ? await EndAsync(payment, PaymentStatus.Expired, PaymentReason.LinkExpired, Actor.Clock)
        : payment;

    private async Task<Payment> EndAsync(Payment payment, PaymentStatus status, PaymentReason reason, Actor by)
    {
        var ended = payment.MoveTo(status, reason, clock.GetUtcNow());
        List<Write> writes = [new Write.MovePayment(ended, by), NoticeRules.About(ended)];
        if (payment.SavedCard is { } card && await cards.FindAsync(payment.Merchant, card) is { State: SavedCardState.Pending })
            writes.Add(new Write.MoveSavedCard(payment.Merchant, card, SavedCardState.Pending, SavedCardState.Removed));
        return await store.CommitAsync(writes) == Verdict.Done ? ended : await store.FindAsync(payment.Merchant, payment.Number) ?? payment;
    }
}
