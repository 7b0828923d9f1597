using Checkout.Core.Chance;
using Checkout.Core.Tokens;

namespace Checkout.Core.Payments;

/// <summary>Time, chance and addresses, as they come in through the door.</summary>
public sealed class ChargeTools(TimeProvider clock, IRandomSource random, IOpaqueTokens tokens, IPublicAddress address)
{
    /// <summary>Stands before the word in Cardgate's form of the address.</summary>
    public const string AttemptPrefix = "pay_";

    public TimeProvider Clock => clock;

    public IRandomSource Random => random;

    /// <summary>Where an upstream sends the shopper of this payment back to; the word in it opens only this payment.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="hidesCards">The page to come back to lists no remembered cards.</param>
    public string ReturnUrlOf(Payment payment, bool hidesCards)
    {
        var word = tokens.Seal(TokenPurpose.BankReturn, PageLinks.Of(payment, hidesCards));
        return payment.Dialect switch
        {
            Dialect.Smart2Pay or Dialect.Link => $"{address.Base}/return/{word}",
            // The form in which merchants of this dialect know it as TermUrl.
            Dialect.Cardgate => $"{address.Base}/complete-auth?pid={AttemptPrefix}{word}",
        };
    }
}
