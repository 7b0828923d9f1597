using Checkout.Core.Payments;

namespace Checkout.Core.Tokens;

/// <summary>
/// What the words of a payment's links name. There are two of each: one opens the page with the shopper's remembered cards, the other the same
/// page without them. Whoever holds the second cannot make the first of it.
/// </summary>
public static class PageLinks
{
    private const long WithoutCards = 1;

    public static TokenTarget Of(Payment payment, bool hidesCards) =>
        new(payment.Merchant, payment.Number, hidesCards ? payment.LinkCheck ^ WithoutCards : payment.LinkCheck);

    /// <summary>Whether a word that was opened is one of this payment's, and which.</summary>
    public static bool Fits(Payment payment, TokenTarget target, out bool hidesCards)
    {
        hidesCards = (target.Check ^ payment.LinkCheck) == WithoutCards;
        return hidesCards || target.Check == payment.LinkCheck;
    }
}
