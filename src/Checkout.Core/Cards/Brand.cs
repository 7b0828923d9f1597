namespace Checkout.Core.Cards;

/// <summary>The scheme on the front of the card, recognised by the first digits of the number.</summary>
public enum Brand { Unknown, Visa, Mastercard, Amex, Diners, Discover, Jcb, UnionPay, Maestro, Mir, Elo, Hipercard }
