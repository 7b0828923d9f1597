using System.Text.Json.Serialization;
using Checkout.Core.Cards;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>Where a charge stands in the simulator's books.</summary>
public enum ChargeStep { Undecided, AtTheBank, InReview, Approved, Declined, Cancelled }

/// <summary>
/// What the simulator remembers of one charge: the fate that was found when the card was at hand, and what was done since. It has
/// no place for a card number or a security code.
/// </summary>
public sealed record SimulatedCharge
{
    public required string Reference { get; init; }

    /// <summary>The merchant's own reference; empty for a charge that was cancelled before it arrived.</summary>
    public required string MerchantReference { get; init; }

    public required long AmountMinor { get; init; }

    public required string Currency { get; init; }

    public required ChargeStep Step { get; init; }

    public PaymentReason Reason { get; init; }

    public string Last4 { get; init; } = "";

    /// <summary>What is known of the card; null: nothing.</summary>
    public CardFacts? Facts { get; init; }

    /// <summary>Whether the money is taken together with the authorisation.</summary>
    public bool Captures { get; init; }

    public bool IsCheck { get; init; }

    /// <summary>Captures take their time on this route, whatever the settings.</summary>
    public bool IsSlowRoute { get; init; }

    public FraudVerdict? Fraud { get; init; }

    public required DateTimeOffset Arrived { get; init; }

    /// <summary>Before this moment nobody who asks hears of the charge; its answer was lost.</summary>
    public DateTimeOffset? HeardOfFrom { get; init; }

    public BankChallenge? Bank { get; init; }

    /// <summary>The scenario that it plays; null when none was chosen.</summary>
    public string? Scenario { get; init; }

    /// <summary>Null: the cardholder has never disputed it.</summary>
    public DisputeWord? Dispute { get; init; }

    /// <summary>What it will be decided to be; null when that happened, or will not.</summary>
    public LaterCharge? Later { get; init; }

    public IReadOnlyList<SimulatedEntry> Entries { get; init; } = [];

    [JsonIgnore]
    public Amount Amount => new(AmountMinor, Core.Money.Currency.Of(Currency));

    /// <summary>The capture that was not declined, done or on its way.</summary>
    [JsonIgnore]
    public SimulatedEntry? Taken => Entries.FirstOrDefault(e => e.Kind == AttemptKind.Capture && !e.IsDeclined);

    /// <summary>The cancel that lets the held money go, done or on its way.</summary>
    [JsonIgnore]
    public SimulatedEntry? Released => Entries.FirstOrDefault(e => e.Kind == AttemptKind.Cancel && !e.IsDeclined);

    /// <summary>The shopper took too long on the bank page: nothing can be approved any more.</summary>
    public bool IsLapsedAt(DateTimeOffset now) => Step == ChargeStep.AtTheBank && now >= Arrived + (Scenarios.Of(this).BankWaits ?? SimulatorConnector.ShopperMayTake);

    /// <summary>The charge as it stands at a moment: what was to come by then has come. Nobody has to be there when it comes.</summary>
    public SimulatedCharge At(DateTimeOffset now)
    {
        // A cancel that was quicker leaves nothing to decide.
        if (Step == ChargeStep.Undecided && Later is { } later && now >= later.From) return later.Charge.At(now);
        return Entries.FirstOrDefault(e => now >= e.Fails) is { } failed ? ChargeRules.Fail(this, failed).At(now) : this;
    }

    public SimulatedEntry? Entry(AttemptKind kind, string reference) => Entries.FirstOrDefault(e => e.Kind == kind && e.Reference == reference);

    public SimulatedCharge With(params ReadOnlySpan<SimulatedEntry> entries) => this with { Entries = [.. Entries, .. entries] };
}

/// <summary>What a charge is from a moment on.</summary>
public sealed record LaterCharge(DateTimeOffset From, SimulatedCharge Charge);

/// <summary>The shopper's visit to the bank page, and what an approval there leads to.</summary>
/// <param name="ReturnUrl">Where the shopper goes afterwards. Nothing the browser sends can change it.</param>
/// <param name="Post">Whether the page is entered and left by POST.</param>
/// <param name="Refusal">Why the charge declines even after an approval; None when it approves.</param>
/// <param name="IsEndless">An approval is not heard: the charge stays at the bank.</param>
/// <param name="Decision">What the shopper decided; null while nothing is.</param>
public sealed record BankChallenge(string ReturnUrl, bool Post, PaymentReason Refusal, bool IsEndless, BankDecision? Decision = null)
{
    /// <summary>The generation of 3-D Secure that it speaks.</summary>
    public ChallengeShape Shape { get; init; }

    /// <summary>What the card's network has for "the bank vouches for the shopper"; null: noted before there was this field.</summary>
    public string? Eci { get; init; }

    /// <summary>Null while the shopper has not approved.</summary>
    [JsonIgnore]
    public PassedChallenge? Passed => Decision == BankDecision.Approve && Eci is { } eci ? new(eci, Shape == ChallengeShape.Second ? "2" : "1") : null;
}
