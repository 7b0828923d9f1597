using Checkout.Core.Cards;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;

namespace Checkout.Core.Payouts;

/// <summary>What a merchant asked to pay out, and to which card: one of the two.</summary>
/// <param name="Typed">A number the merchant sent; whoever brought it wipes it.</param>
/// <param name="Saved">The card behind a token.</param>
public sealed record PayoutOrder(Merchant Merchant, string Reference, Amount Amount, PaymentDetails Details, TypedCard? Typed, SavedCard? Saved);

/// <summary>
/// Why nothing was paid out and nothing is on record. <c>AboveDailyLimit</c>: with it the merchant's payouts of the day in this currency would
/// be more than the operator allows.
/// </summary>
public enum PayoutRefusal { None, NotAllowed, NoProvider, TokenGone, CardNotTaken, DuplicateReference, AboveDailyLimit, RequestSeen }

/// <summary>What came of it: a payout in its present state, or why there is none.</summary>
public sealed record PayoutResult(Payout? Payout, PayoutRefusal Refusal = PayoutRefusal.None);
