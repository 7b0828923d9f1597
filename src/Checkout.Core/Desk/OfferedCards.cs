using Checkout.Core.Cards;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Upstream;

namespace Checkout.Core.Desk;

/// <summary>What a payment's page asks for: who collects the card, and which saved ones it may offer.</summary>
/// <param name="Lost">Why the card that the merchant gave is not among them; null: it is, or none was given.</param>
public sealed record Offer(CardEntry Entry, IReadOnlyList<SavedCard> Cards, LostCard? Lost = null)
{
    /// <summary>Who collects a card that is not among <see cref="Cards"/>.</summary>
    public CardEntry NewCardEntry { get; init; } = Entry;
}

/// <summary>Finds out what a payment's page may offer. A card nobody could charge is not offered: the shopper would type a code in vain.</summary>
public sealed class OfferedCards(ISavedCardStore cards, IConnectors connectors, TimeProvider clock)
{
    private const int MostCards = 10;

    /// <param name="payment">The payment.</param>
    /// <param name="merchant">Its merchant.</param>
    /// <param name="hidesCards">Remembered cards stay hidden; a card that the merchant gave is shown all the same.</param>
    public async ValueTask<Offer> OfAsync(Payment payment, Merchant merchant, bool hidesCards)
    {
        // Who collects the card is decided by the provider that takes such payments; for a given card, by the one that can charge that.
        var all = connectors.For(merchant, payment.IsTest);
        IReadOnlyList<IConnector> providers = all.All(payment.CanGoTo) ? all : [.. all.Where(payment.CanGoTo)];
        var entry = FirstOf(providers);
        if (payment.Status != PaymentStatus.Open) return new Offer(entry, []);
        if (payment.Need == CardNeed.SecurityCode) return await GivenAsync(payment, merchant, providers);
        if (hidesCards || payment.Details.HidesSavedCards || payment.Shopper is not { } shopper) return new Offer(entry, []);

        var kept = await cards.OfShopperAsync(payment.Merchant, shopper, payment.IsTest, merchant.Settings.TokenLimit, MostCards);
        return new Offer(entry, kept.All(CanPay) ? kept : [.. kept.Where(CanPay)]);

        bool CanPay(SavedCard card) => providers.Any(c => c.Entry == entry && card.PaysAt(c));
    }

    private async ValueTask<Offer> GivenAsync(Payment payment, Merchant merchant, IReadOnlyList<IConnector> providers)
    {
        var entry = FirstOf(providers);
        var card = payment.GivenCard is { } number ? await cards.FindAsync(payment.Merchant, number) : null;
        if (card is not { State: SavedCardState.Pending or SavedCardState.Active }) return new Offer(entry, [], LostCard.Removed);
        // One that came whole with the payment itself is left to the bank.
        if (card.IsUsable && card.Face.Expiry.IsPastOn(CardDay.At(clock.GetUtcNow()))) return new Offer(entry, [], LostCard.Expired);
        var charger = providers.FirstOrDefault(card.PaysAt);
        // Where nobody takes any card, this one is not what stands in the way.
        if (IsSpent(card, merchant) || (charger is null && providers.Count > 0)) return new Offer(entry, [], LostCard.Unchargeable);
        return new Offer(charger?.Entry ?? entry, [card]) { NewCardEntry = entry };
    }

    /// <summary>Its token has paid as often as the merchant lets one.</summary>
    private static bool IsSpent(SavedCard card, Merchant merchant) => card.IsUsable && merchant.Settings.TokenLimit > 0 && card.Uses >= merchant.Settings.TokenLimit;

    private static CardEntry FirstOf(IReadOnlyList<IConnector> providers) => providers is [var first, ..] ? first.Entry : CardEntry.Ours;
}
