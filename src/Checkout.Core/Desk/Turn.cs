using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Upstream;

namespace Checkout.Core.Desk;

/// <summary>What a shopper's page may know: the payment, whose it is, and the saved cards it may show.</summary>
/// <param name="Payment">In its present state.</param>
/// <param name="Merchant">Who takes the money.</param>
/// <param name="Cards">The shopper's cards, last used first; or the one fixed card while only its security code is missing.</param>
/// <param name="Entry">Who collects the card: with <see cref="CardEntry.Theirs"/> the page never asks for a number or a code.</param>
/// <param name="Link">32 upper-case hex digits: the word of the page's link.</param>
/// <param name="HidesCards">The shopper came by a link that lists no remembered cards, and stays on it.</param>
public sealed record Turn(Payment Payment, Merchant Merchant, IReadOnlyList<SavedCard> Cards, CardEntry Entry, string Link, bool HidesCards);
