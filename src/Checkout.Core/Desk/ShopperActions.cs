using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;

namespace Checkout.Core.Desk;

/// <summary>What a shopper can do beside paying.</summary>
public sealed class ShopperActions(TurnReader reader, AbandonChallenge abandon, ResolveAttempt resolve, CancelSavedCard cancelCard, IPaymentStore store)
{
    public async Task<Turn> AbandonAsync(Turn turn) => await reader.OfAsync(await abandon.RunAsync(turn.Payment, Actor.Shopper), turn);

    public async Task<Turn> RefreshAsync(Turn turn) => await reader.OfAsync(await resolve.RunAsync(turn.Payment, Actor.Shopper, now: turn.Payment.Status == PaymentStatus.AwaitingShopper), turn);

    public async Task<Turn> ReturnedAsync(Turn turn) => await reader.OfAsync(await resolve.RunAsync(turn.Payment, Actor.Shopper, now: true), turn);

    /// <summary>Removes one of the cards this page shows, never another.</summary>
    public async Task<Turn> RemoveCardAsync(Turn turn, long savedCard)
    {
        if (turn.Payment is { Shopper: { } shopper, Need: CardNeed.FullCard } && turn.Cards.Any(c => c.Number == savedCard))
            await cancelCard.RemoveForShopperAsync(turn.Payment.Merchant, shopper, savedCard);
        return await reader.AgainAsync(turn);
    }

    /// <summary>Nothing was sent; the open payment remembers why, so that the page can say it after the redirect.</summary>
    public async Task<Turn> NoteRefusalAsync(Turn turn, Refusal refusal)
    {
        var reason = refusal switch
        {
            Refusal.TokenSpent => PaymentReason.TokenLimitReached,
            Refusal.TokenGone => PaymentReason.TokenNotAvailable,
            _ => PaymentReason.NeverSent,
        };
        await store.CommitAsync([new Write.MovePayment(turn.Payment.Touch(turn.Payment.Changed) with { Reason = reason }, Actor.Shopper)]);
        return await reader.AgainAsync(turn);
    }
}
