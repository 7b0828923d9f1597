using Checkout.Connectors.Simulator;
using Checkout.Core.Cards;
using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>The card numbers that this dialect publishes for tests (§18): in earnest they pay nothing, and in tests they are not held to their dates, of which some are over.</summary>
public static class TestNumbers
{
    public static bool Has(CardNumber number) => Fates.IsForTestsOnly(number);

    /// <summary>Whether the number is one of them where this payment takes them.</summary>
    public static bool AreMetBy(Payment payment, CardNumber? number) => payment is { Dialect: Dialect.Cardgate, IsTest: true } && number is not null && Has(number);

    /// <summary>Whether the number is one of them and the payment is in earnest.</summary>
    public static bool AreRefusedBy(Payment payment, CardNumber? number) => payment is { Dialect: Dialect.Cardgate, IsTest: false } && number is not null && Has(number);
}
