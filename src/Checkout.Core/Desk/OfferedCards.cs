using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Upstream;

namespace Checkout.Core.Desk;

/// <summary>What a payment's page asks for: who collects the card, and which saved ones it may offer.</summary>
public sealed class OfferedCards(ISavedCardStore cards, IConnectors connectors)
{
    private const int MostCards = 10;

    /// <summary>Who collects the card is decided by the provider that takes new payments.</summary>
    public CardEntry EntryOf(Payment payment, Merchant merchant) =>
        connectors.For(merchant, payment.IsTest) is [var first, ..] ? first.Entry : CardEntry.Ours;

    /// <param name="payment">The payment.</param>
    /// <param name="merchant">Its merchant.</param>
    /// <param name="hidesCards">Remembered cards stay hidden; a card that the merchant fixed is shown all the same.</param>
    public async ValueTask<IReadOnlyList<SavedCard>> OfAsync(Payment payment, Merchant merchant, bool hidesCards)
    {
        if (payment.Status != PaymentStatus.Open) return [];
        if (payment.Need == CardNeed.SecurityCode) return await FixedAsync(payment) is { } card ? [card] : [];
        if (hidesCards || payment.Details.HidesSavedCards || payment.Shopper is not { } shopper) return [];
        var all = await cards.OfShopperAsync(payment.Merchant, shopper, MostCards);
        var entry = EntryOf(payment, merchant);
        var takers = connectors.For(merchant, payment.IsTest).Where(c => c.Entry == entry).ToList();
        return all.All(card => takers.Any(c => Takes(c, card))) ? all : [.. all.Where(card => takers.Any(c => Takes(c, card)))];
    }

    /// <summary>The card of a payment that only misses the security code; null when it is gone meanwhile.</summary>
    public async ValueTask<SavedCard?> FixedAsync(Payment payment) =>
        payment.SavedCard is { } number && await cards.FindAsync(payment.Merchant, number) is { State: SavedCardState.Pending or SavedCardState.Active } card ? card : null;

    // A card nobody could charge is not offered: the shopper would type a code in vain.
    private static bool Takes(IConnector connector, SavedCard card) =>
        card.TokensAt.Contains(connector.Name) || (connector.Entry == CardEntry.Ours && card.Sealed is not null);
}
