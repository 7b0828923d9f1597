using Checkout.Core.Cards;
using Checkout.Core.Chance;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payouts;

/// <summary>A payout that may be sent, or why it may not.</summary>
/// <param name="Token">The provider's own word for the saved card, still sealed; null: the number itself is sent.</param>
public sealed record PlannedPayout(Payout? Payout, IPaysOut? Upstream, byte[]? Token = null, PayoutRefusal Refusal = PayoutRefusal.None);

/// <summary>Checks the merchant's permission, picks the first of its providers that pays out to this card, and gives the payout its names.</summary>
public sealed class PlanPayout(IConnectors connectors, ISavedCardStore cards, INumbers numbers, TimeProvider clock, IRandomSource random)
{
    public async ValueTask<PlannedPayout> RunAsync(PayoutOrder order)
    {
        var merchant = order.Merchant;
        if (!merchant.IsSandbox && !merchant.Settings.Payouts) return Refused(PayoutRefusal.NotAllowed);
        if (order.Saved is { } saved && (!saved.IsUsable || saved.IsTest != merchant.IsSandbox)) return Refused(PayoutRefusal.TokenGone);

        var paying = connectors.For(merchant, isTest: merchant.IsSandbox).OfType<IPaysOut>().ToList();
        foreach (var connector in paying)
        {
            if (order.Saved is { } card && card.TokensAt.Contains(connector.Name) && await cards.TokenAsync(card.Merchant, card.Number, connector.Name) is { } token)
                return await OfAsync(order, connector, token);
            if (connector.Entry == CardEntry.Ours && (order.Typed is not null || order.Saved?.Sealed is not null)) return await OfAsync(order, connector, null);
        }

        return Refused(paying.Count == 0 ? PayoutRefusal.NoProvider : order.Saved is null ? PayoutRefusal.CardNotTaken : PayoutRefusal.TokenGone);
    }

    private async ValueTask<PlannedPayout> OfAsync(PayoutOrder order, IPaysOut connector, byte[]? token)
    {
        var now = clock.GetUtcNow();
        var number = await numbers.NextAsync(order.Merchant.Id, NumberKind.Payout);
        var payout = new Payout
        {
            Merchant = order.Merchant.Id,
            Number = number,
            Version = 1,
            Reference = order.Reference,
            Amount = order.Amount,
            Step = PayoutStep.Submitting,
            Details = order.Details,
            Card = order.Saved?.Face ?? CardFace.Of(order.Typed!),
            SavedCard = order.Saved?.Number,
            Connector = connector.Name,
            UpstreamReference = random.ForPayout(order.Merchant.Id, number),
            Created = now,
            Changed = now,
            CheckAt = now + CheckSchedule.Stale,
        };
        return new PlannedPayout(payout, connector, token);
    }

    private static PlannedPayout Refused(PayoutRefusal refusal) => new(null, null, Refusal: refusal);
}
