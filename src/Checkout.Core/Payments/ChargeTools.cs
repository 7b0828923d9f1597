using Checkout.Core.Chance;
using Checkout.Core.Tokens;

namespace Checkout.Core.Payments;

/// <summary>Time, chance and addresses, as they come in through the door.</summary>
public sealed class ChargeTools(TimeProvider clock, IRandomSource random, IOpaqueTokens tokens, IPublicAddress address)
{
    public TimeProvider Clock => clock;

    public IRandomSource Random => random;

    /// <summary>Where an upstream sends the shopper of this payment back to; the word in it opens only this payment.</summary>
    /// <param name="payment">The payment.</param>
    /// <param name="hidesCards">The page to come back to lists no remembered cards.</param>
    public string ReturnUrlOf(Payment payment, bool hidesCards) => $"{address.Base}/return/{tokens.Seal(TokenPurpose.BankReturn, PageLinks.Of(payment, hidesCards))}";
}
