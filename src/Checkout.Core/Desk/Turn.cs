using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Upstream;

namespace Checkout.Core.Desk;

/// <summary>What a shopper's page may know: the payment, whose it is, and the saved cards it may show.</summary>
/// <param name="Payment">In its present state.</param>
/// <param name="Merchant">Who takes the money.</param>
/// <param name="Cards">The shopper's cards, last used first; or the one the merchant gave, while only its security code is missing.</param>
/// <param name="Entry">Who collects a card that is among them, or its code: with <see cref="CardEntry.Theirs"/> the page never asks for a number or a code.</param>
/// <param name="Link">32 upper-case hex digits: the word of the page's link.</param>
/// <param name="HidesCards">The shopper came by a link that lists no remembered cards, and stays on it.</param>
public sealed record Turn(Payment Payment, Merchant Merchant, IReadOnlyList<SavedCard> Cards, CardEntry Entry, string Link, bool HidesCards)
{
    /// <summary>Why the card that the merchant gave is not shown; null: it is, or none was given.</summary>
    public LostCard? Lost { get; init; }

    /// <summary>Who collects a card that is not among <see cref="Cards"/>: the provider that takes new payments, which need not be the one that can charge a given card.</summary>
    public CardEntry NewCardEntry { get; init; } = Entry;

    public CardEntry EntryOf(bool isNewCard) => isNewCard ? NewCardEntry : Entry;

    /// <summary>
    /// Whether a card may pay that is not among <see cref="Cards"/>. One that Smart2Pay's merchants give is fixed; in the Cardgate dialect it
    /// is an offer, unless the account forbids others. One that is lost, also because its token has
    /// paid as often as it may, leaves others only.
    /// </summary>
    public bool AllowsOtherCard => Payment.Need != CardNeed.SecurityCode || Lost is not null || (Payment.Dialect == Dialect.Cardgate && Merchant.Settings.OtherCard);
}
