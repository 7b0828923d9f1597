namespace Checkout.Core.Payments;

/// <summary>What the page still has to ask the shopper for: nothing, only the security code of a given card, or a whole card.</summary>
public enum CardNeed { Nothing, SecurityCode, FullCard }

/// <summary>What a payment is for: money, or only to see that a card is good (no amount, in no list).</summary>
public enum PaymentPurpose { Purchase, CardCheck }
