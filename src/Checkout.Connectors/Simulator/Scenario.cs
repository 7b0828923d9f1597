using Checkout.Core.Money;

namespace Checkout.Connectors.Simulator;

/// <summary>What becomes of the answer to a charge on its way back.</summary>
public enum ReplyFate { Arrives, Lost, ServerError, Unreadable, TooSlow }

/// <summary>What becomes of notices. <c>Forged</c>: somebody without the keys sends one too, which says that all is paid.</summary>
public enum NoticeFate { Arrive, Twice, Delayed, OutOfOrder, Forged }

/// <summary>One row of the table: what the acquirer does in a scenario. The card, amount and e-mail go on deciding what its answer is.</summary>
/// <param name="Name">Lower-case letters and hyphens; at the end of a row that takes a number of seconds stands <c>-N</c>.</param>
/// <param name="Meaning">A sentence for people who look for a scenario to test with.</param>
public sealed record Scenario(string Name, string Meaning)
{
    public ReplyFate Reply { get; init; }

    /// <summary>The seconds at the end of its name; the row says what they are for.</summary>
    public TimeSpan Waits { get; init; }

    /// <summary>The charge is decided this long after it was asked for; null: at once.</summary>
    public TimeSpan? DecidesAfter { get; init; }

    /// <summary>Until it is decided, or for ever where nothing decides it, nobody who asks hears of it.</summary>
    public bool IsHidden { get; init; }

    /// <summary>The charge is made, and for this long nobody who asks hears of it.</summary>
    public TimeSpan? HeardOfAfter { get; init; }

    /// <summary>It declines whatever the card says.</summary>
    public bool Declines { get; init; }

    /// <summary>It declines with "authenticate first" until the payment asks for 3-D Secure.</summary>
    public bool DemandsAuthentication { get; init; }

    /// <summary>It declines a card that was kept earlier, every time.</summary>
    public bool RefusesSavedCards { get; init; }

    /// <summary>The bank wants to see the shopper, whatever the card.</summary>
    public bool SendsToBank { get; init; }

    /// <summary>The bank's page answers nobody.</summary>
    public bool IsBankDown { get; init; }

    /// <summary>The bank gives the shopper up after this long; null: after as long as it takes.</summary>
    public TimeSpan? BankWaits { get; init; }

    /// <summary>What becomes of a capture, cancel or refund; null: what the amount says.</summary>
    public FollowUpFate? FollowUp { get; init; }

    /// <summary>What becomes of the notices to the merchant on their way.</summary>
    public NoticeFate Notices { get; init; }

    /// <summary>What is charged in place of what was asked for.</summary>
    public Func<Amount, Amount> Charges { get; init; } = static asked => asked;

    /// <summary>Every try of a payment plays it. Else only the first does, so that a shopper who tries again gets through.</summary>
    public bool IsForEveryTry => RefusesSavedCards;
}
