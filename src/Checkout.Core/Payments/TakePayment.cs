using Checkout.Core.Cards;
using Checkout.Core.Notices;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments;

/// <summary>
/// Takes a merchant's order: charges at once when the card details are complete, else opens a payment whose page asks for what is missing.
/// Without a provider nothing is opened: a page that can never charge would only take a shopper's card details in vain.
/// </summary>
public sealed class TakePayment(OpenPayment open, ChargeCard charge, CardKeeper keeper, IPaymentStore store, IConnectors connectors)
{
    public Task<TakeResult> RunAsync(PaymentOrder order, CardMeans means, RequestKey? request = null) => means switch
    {
        _ when !order.Merchant.Settings.Active || connectors.For(order.Merchant, order.IsTest).Count == 0 => RefuseAsync(means, Refusal.NoProvider),
        _ when order.Purpose == PaymentPurpose.CardCheck && !CollectsCards(order) => RefuseAsync(means, Refusal.CardNotTaken),
        _ when !order.CaptureNow && !connectors.For(order.Merchant, order.IsTest).Any(c => c.HoldsMoney) => RefuseAsync(means, Refusal.CannotHold),
        CardMeans.Typed or { Code: not null } when !CollectsCards(order) => RefuseAsync(means, Refusal.CardNotTaken),
        CardMeans.None => OpenForPageAsync(order, request),
        CardMeans.Typed typed when typed.AskCode => OpenForCodeAsync(order, typed, request),
        CardMeans.Typed typed => ChargeAsync(order, typed, request),
        CardMeans.Saved saved when !CanPay(saved.Card, order) => Task.FromResult(TakeResult.Refused(Refusal.TokenGone)),
        CardMeans.Saved saved when saved.AskCode => OpenForCodeAsync(order, saved, request),
        CardMeans.Saved saved => ChargeAsync(order, saved, request),
        _ => throw new ArgumentOutOfRangeException(nameof(means)),
    };

    /// <summary>Whether any provider takes a number or a code from our side.</summary>
    private bool CollectsCards(PaymentOrder order) => connectors.For(order.Merchant, order.IsTest).Any(c => c.Entry == CardEntry.Ours);

    private bool CanPay(SavedCard card, PaymentOrder order) =>
        card.IsUsable && card.IsTest == order.IsTest && connectors.For(order.Merchant, order.IsTest).Any(card.PaysAt);

    private static Task<TakeResult> RefuseAsync(CardMeans means, Refusal refusal)
    {
        if (means is CardMeans.Typed typed) typed.Card.Dispose();
        means.Code?.Dispose();
        return Task.FromResult(TakeResult.Refused(refusal));
    }

    private async Task<TakeResult> OpenForPageAsync(PaymentOrder order, RequestKey? request) =>
        await StoreAsync(order, await open.RunAsync(order, CardNeed.FullCard), [], request);

    private async Task<TakeResult> OpenForCodeAsync(PaymentOrder order, CardMeans.Typed means, RequestKey? request)
    {
        using var card = means.Card;
        var payment = await open.RunAsync(order, CardNeed.SecurityCode);
        var waiting = await keeper.SealAsync(payment, card, SavedCardState.Pending, MerchantConsent(order, payment));
        payment = payment.WithSavedCard(waiting) with { Card = waiting.Face, Details = payment.Details with { GivenCard = waiting.Number } };
        return await StoreAsync(order, payment, [new Write.NewSavedCard(waiting)], request);
    }

    private async Task<TakeResult> OpenForCodeAsync(PaymentOrder order, CardMeans.Saved means, RequestKey? request)
    {
        var payment = await open.RunAsync(order, CardNeed.SecurityCode);
        payment = payment.WithSavedCard(means.Card) with
        {
            Card = means.Card.Face,
            ShowToken = true,
            Details = payment.Details with { BySavedCard = true, GivenCard = means.Card.Number },
        };
        return await StoreAsync(order, payment, [], request);
    }

    private async Task<TakeResult> StoreAsync(PaymentOrder order, Payment payment, IReadOnlyList<Write> first, RequestKey? request)
    {
        List<Write> writes = [];
        if (request is not null) writes.Add(new Write.ClaimRequest(request, payment.Number, payment.Created));
        writes.AddRange(first);
        writes.Add(new Write.NewPayment(payment, Actor.Merchant));
        writes.AddRange(order.PublicIds.Select(id => new Write.NewPublicId(id, payment.Merchant, payment.Number)));
        writes.AddRange(NoticeRules.OfNew(payment));
        var verdict = await store.CommitAsync(writes);
        return verdict == Verdict.Done ? TakeResult.Of(payment) : TakeResult.Refused(Refusals.Of(verdict));
    }

    private async Task<TakeResult> ChargeAsync(PaymentOrder order, CardMeans.Typed means, RequestKey? request)
    {
        using var card = means.Card;
        var payment = await open.RunAsync(order, CardNeed.Nothing);
        return await charge.RunAsync(new Charge
        {
            Merchant = order.Merchant,
            Payment = payment,
            IsNew = true,
            Typed = card,
            Code = means.Code,
            Keep = order.KeepCard,
            Consent = MerchantConsent(order, payment),
            By = Actor.Merchant,
            Request = request,
            PublicIds = order.PublicIds,
        });
    }

    private async Task<TakeResult> ChargeAsync(PaymentOrder order, CardMeans.Saved means, RequestKey? request)
    {
        var payment = await open.RunAsync(order, CardNeed.Nothing);
        var result = await charge.RunAsync(new Charge
        {
            Merchant = order.Merchant,
            Payment = payment,
            IsNew = true,
            Saved = means.Card,
            Code = means.Code,
            By = Actor.Merchant,
            Request = request,
            PublicIds = order.PublicIds,
        });
        return result.Refusal == Refusal.TokenSpent ? await FailSpentAsync(order, payment, means.Card, request) : result;
    }

    /// <summary>The use after the limit is a payment that failed: it has a number and can be read.</summary>
    private async Task<TakeResult> FailSpentAsync(PaymentOrder order, Payment payment, SavedCard card, RequestKey? request)
    {
        var failed = payment.WithSavedCard(card) with { Status = PaymentStatus.Failed, Reason = PaymentReason.TokenLimitReached, Card = card.Face, ShowToken = true };
        return await StoreAsync(order, failed, [NoticeRules.About(failed)], request);
    }

    /// <summary>The merchant asked for a token in a request of its own: its word stands for the shopper's (STO-2).</summary>
    private static Consent? MerchantConsent(PaymentOrder order, Payment payment) => order.KeepCard
        ? new Consent(ConsentGiver.Merchant, Agreement.Unscheduled, "api", order.Details.Language, payment.Created, order.Details.ClientIp)
        : null;
}
