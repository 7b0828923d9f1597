using Checkout.Core.Cards;
using Checkout.Core.Payments;

namespace Checkout.Connectors.Simulator;

/// <summary>When a card's bank wants to see the shopper.</summary>
public enum BankVisits { WhenAsked, Always, Demanded, Never }

/// <summary>One row of the table: what happens to payments with a card number.</summary>
/// <param name="Number">The number; empty for every other valid number.</param>
/// <param name="Meaning">A sentence for people who look for a card to test with.</param>
public sealed record CardFate(string Number, string Meaning)
{
    /// <summary>Why it declines; <see cref="PaymentReason.None"/> when it approves.</summary>
    public PaymentReason Refusal { get; init; }

    /// <summary>
    /// <see cref="BankVisits.Demanded"/>: declines with "authenticate first" until the payment asks for 3-D Secure.
    /// <see cref="BankVisits.Never"/>: not enrolled, there is no bank page even when the payment asks for one.
    /// </summary>
    public BankVisits Bank { get; init; }

    /// <summary>The bank page is entered, and left, by POST.</summary>
    public bool BankByPost { get; init; }

    /// <summary>The only security code that is right; null: any.</summary>
    public string? OnlyCode { get; init; }

    /// <summary>The charge is made, but its answer is lost.</summary>
    public bool IsSilent { get; init; }

    /// <summary>Works the first time, not when it is charged again as a saved card.</summary>
    public bool RefusesLaterUse { get; init; }

    /// <summary>Declines with the reason that its expiry stands for, see <see cref="Fates.Expiries"/>.</summary>
    public bool DeclinesByExpiry { get; init; }

    /// <summary>Stays undecided when its expiry is <see cref="Fates.NeverDecided"/>.</summary>
    public bool MayStayUndecided { get; init; }

    /// <summary>What is told of the card when it pays; null: nothing.</summary>
    public CardFacts? Facts { get; init; }

    /// <summary>Expiry dates in the past are taken, because some rows of the table lie there.</summary>
    public bool IgnoresExpiry => DeclinesByExpiry || MayStayUndecided;
}

/// <summary>One row of the table: what happens to payments of an amount.</summary>
public sealed record AmountFate(long Minor, string Meaning);

/// <summary>One row of the table: what the fraud check says to an e-mail address.</summary>
public sealed record EmailFate(string Email, FraudVerdict Verdict, string Meaning);

/// <summary>One row of the table: the reason that an expiry date on a failing card stands for.</summary>
/// <param name="Expiry">As printed on the card, <c>05/41</c>.</param>
/// <param name="Resolution">The word the published list has for it.</param>
public sealed record ExpiryFate(string Expiry, string Resolution, PaymentReason Reason);
