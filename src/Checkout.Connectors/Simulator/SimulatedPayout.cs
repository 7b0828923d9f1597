using System.Text.Json.Serialization;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>What the simulator remembers of one payout. All of it was decided when it arrived; the clock says how far it has come.</summary>
public sealed record SimulatedPayout
{
    public required string Reference { get; init; }

    /// <summary>The merchant's own reference.</summary>
    public required string MerchantReference { get; init; }

    public required long AmountMinor { get; init; }

    public required string Currency { get; init; }

    /// <summary>Why it was declined; None when it was paid.</summary>
    public PaymentReason Refusal { get; init; }

    /// <summary>When it is paid or declined; before that it is only requested.</summary>
    public required DateTimeOffset Decided { get; init; }

    /// <summary>Before this moment nobody who asks hears of it.</summary>
    public DateTimeOffset? HeardOfFrom { get; init; }

    /// <summary>The scenario that it plays; null when none was chosen.</summary>
    public string? Scenario { get; init; }

    [JsonIgnore]
    public Amount Amount => new(AmountMinor, Core.Money.Currency.Of(Currency));

    public static SimulatedPayout Arrive(PayOutRequest request, DateTimeOffset now)
    {
        var scenario = Scenarios.Find(request.Details.Scenario) ?? Scenarios.None;
        var paid = scenario.Charges(request.Amount);
        var decided = scenario.DecidesAfter is { } wait ? now + wait : scenario.IsHidden ? DateTimeOffset.MaxValue : now;
        return new SimulatedPayout
        {
            Reference = request.Reference,
            MerchantReference = request.MerchantReference,
            AmountMinor = paid.Minor,
            Currency = paid.Currency.Code,
            Refusal = Refuses(request, DateOnly.FromDateTime(now.UtcDateTime), scenario),
            Decided = decided,
            HeardOfFrom = scenario.IsHidden ? decided : scenario.HeardOfAfter is { } silence ? now + silence : null,
            Scenario = scenario == Scenarios.None ? null : scenario.Name,
        };
    }

    public ConnectorOutcome About(DateTimeOffset now)
    {
        if (now < HeardOfFrom) return new ConnectorOutcome.NotFound();
        if (now < Decided) return new ConnectorOutcome.Approved(Amount, ApprovalStage.Requested, Answers.UpstreamId(Reference));
        return Refusal != PaymentReason.None
            ? new ConnectorOutcome.Declined(Refusal)
            : new ConnectorOutcome.Approved(Amount, ApprovalStage.Done, Answers.UpstreamId(Reference));
    }

    /// <summary>Its line of the statement; null before it is decided.</summary>
    public LedgerLine? Line(DateTimeOffset now) =>
        now < Decided ? null : new LedgerLine(Reference, "payout", Refusal == PaymentReason.None ? "approved" : "declined", AmountMinor, Currency, Decided);

    /// <summary>Payouts succeed unless the card is expired, says no itself, or the amount is the one that is declined.</summary>
    private static PaymentReason Refuses(PayOutRequest request, DateOnly today, Scenario scenario)
    {
        var (card, fate) = (request.Card!, Fates.Of(request.Card!.Number));
        if (!fate.IgnoresExpiry && card.Expiry.IsPastOn(today)) return PaymentReason.CardExpired;
        if (scenario.Declines || request.Amount.Minor == Fates.Declines) return PaymentReason.Declined;
        return fate.DeclinesByExpiry ? Fates.Of(card.Expiry).Reason : fate.Refusal;
    }
}
