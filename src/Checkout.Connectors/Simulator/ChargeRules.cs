using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>How a charge goes from step to step until it is approved, declined or cancelled. Pure: a charge goes in, the next one comes out.</summary>
internal static class ChargeRules
{
    public static SimulatedCharge Arrive(AuthoriseRequest request, DateTimeOffset now, SimulatorOptions options)
    {
        var scenario = Scenarios.Of(request);
        var ruling = Ruling.On(request, DateOnly.FromDateTime(now.UtcDateTime), scenario);
        var charged = scenario.Charges(request.Amount);
        var charge = new SimulatedCharge
        {
            Reference = request.Reference,
            MerchantReference = request.MerchantReference,
            AmountMinor = charged.Minor,
            Currency = charged.Currency.Code,
            Step = ChargeStep.Undecided,
            Last4 = request.Card!.Number.Last4,
            Facts = Fates.Of(request.Card.Number).Facts,
            Captures = request.Capture && !request.IsCheck,
            IsCheck = request.IsCheck,
            IsSlowRoute = SimulatedTiming.IsSlowRoute(request),
            Fraud = ruling.Fraud,
            Arrived = now,
            HeardOfFrom = now + HiddenFor(scenario, ruling),
            Bank = ruling.Bank ? Challenge(request, ruling) : null,
            Scenario = scenario == Scenarios.None ? null : scenario.Name,
        };
        if (scenario.DecidesAfter is { } wait) return Wait(charge, until: now + wait, scenario, ruling, options);
        return scenario.IsHidden ? charge with { HeardOfFrom = DateTimeOffset.MaxValue } : Rule(charge, ruling, now, options);
    }

    /// <summary>Words are brought by POST only.</summary>
    private static BankChallenge Challenge(AuthoriseRequest request, Ruling ruling) =>
        new(request.ReturnUrl, ruling.BankByPost || request.Challenges is not null, ruling.Refusal, ruling.IsUndecided)
        {
            Shape = request.Challenges ?? ChallengeShape.First,
            Eci = request.Card!.Number.Brand is Brand.Mastercard or Brand.Maestro ? "02" : "05",
        };

    /// <summary>Something that was requested has come to nothing.</summary>
    public static SimulatedCharge Fail(SimulatedCharge charge, SimulatedEntry failed)
    {
        if (failed.Kind == AttemptKind.Capture) return FailCapture(charge, failed);
        var declined = SimulatedEntry.Declined(failed.Kind, failed.Reference, failed.AmountMinor, failed.Fails!.Value, PaymentReason.ProviderError);
        return charge with { Entries = [.. charge.Entries.Select(e => e == failed ? declined : e)] };
    }

    /// <summary>A capture comes to nothing as after <see cref="Fates.CaptureFails"/>.</summary>
    private static SimulatedCharge FailCapture(SimulatedCharge charge, SimulatedEntry capture)
    {
        var at = capture.Fails!.Value;
        var rest = charge with { Entries = [.. charge.Entries.Where(e => e != capture)] };
        var failed = LetGo(rest, capture.Reference, capture.AmountMinor, at);
        return capture.Reference == charge.Reference ? failed with { Step = ChargeStep.Declined, Reason = PaymentReason.CaptureTimedOut } : failed;
    }

    /// <summary>A cancel that came before its charge: remembered, so that the charge is refused when it arrives late.</summary>
    public static SimulatedCharge CancelledBefore(FollowUpRequest request, DateTimeOffset now) => new()
    {
        Reference = request.Target,
        MerchantReference = "",
        AmountMinor = request.Amount.Minor,
        Currency = request.Amount.Currency.Code,
        Step = ChargeStep.Cancelled,
        Arrived = now,
    };

    /// <summary>The shopper decided on the bank page. A decision counts once, in time, and only while nobody cancelled.</summary>
    public static SimulatedCharge Decide(SimulatedCharge charge, BankDecision decision, DateTimeOffset now, SimulatorOptions options)
    {
        if (charge.Step != ChargeStep.AtTheBank || charge.Bank is not { } bank || charge.IsLapsedAt(now)) return charge;
        if (Scenarios.Of(charge).IsBankDown || (decision == BankDecision.Approve && bank.IsEndless)) return charge;
        charge = charge with { Bank = bank with { Decision = decision } };
        return decision switch
        {
            BankDecision.Approve when bank.Refusal != PaymentReason.None => Decline(charge, bank.Refusal, now),
            BankDecision.Approve => Approve(charge, now, options),
            // Nothing was asked of the account: the ledger stays empty.
            BankDecision.Refuse => charge with { Step = ChargeStep.Declined, Reason = PaymentReason.AuthenticationFailed },
            BankDecision.Cancel => charge with { Step = ChargeStep.Cancelled },
        };
    }

    public static SimulatedCharge Capture(SimulatedCharge charge, string reference, long minor, DateTimeOffset now, SimulatorOptions options)
    {
        if (charge.AmountMinor != Fates.CaptureFails)
            return charge.With(SimulatedTiming.Accept(charge, AttemptKind.Capture, reference, minor, now, options));

        return LetGo(charge, reference, minor, now);
    }

    /// <summary>The merchant's word ends the review: the charge goes on as it would have without one.</summary>
    public static SimulatedCharge AcceptReview(SimulatedCharge charge, string reference, DateTimeOffset now, SimulatorOptions options) =>
        GoOn(charge.With(SimulatedEntry.Done(AttemptKind.Accept, reference, charge.AmountMinor, now)), now, options);

    /// <summary>Too late to take the money means that the bank has let it go.</summary>
    private static SimulatedCharge LetGo(SimulatedCharge charge, string reference, long minor, DateTimeOffset now) => charge.With(
        SimulatedEntry.Declined(AttemptKind.Capture, reference, minor, now, PaymentReason.CaptureTimedOut),
        SimulatedEntry.Done(AttemptKind.Cancel, reference, charge.AmountMinor, now));

    /// <summary>How long nobody hears of a charge that was made; null: its answer comes.</summary>
    private static TimeSpan? HiddenFor(Scenario scenario, Ruling ruling) =>
        scenario.HeardOfAfter ?? (ruling.IsSilent && ruling.Refusal == PaymentReason.None ? Fates.SilentFor : null);

    /// <summary>Undecided for now. What it will be is settled here, because later nobody has the card at hand.</summary>
    private static SimulatedCharge Wait(SimulatedCharge charge, DateTimeOffset until, Scenario scenario, Ruling ruling, SimulatorOptions options) => charge with
    {
        HeardOfFrom = scenario.IsHidden ? until : null,
        Later = new LaterCharge(until, Rule(charge with { Arrived = until, HeardOfFrom = null }, ruling, until, options)),
    };

    private static SimulatedCharge Rule(SimulatedCharge charge, Ruling ruling, DateTimeOffset now, SimulatorOptions options)
    {
        if (ruling.Bank) return charge with { Step = ChargeStep.AtTheBank };
        if (ruling.Refusal != PaymentReason.None) return Decline(charge, ruling.Refusal, now);
        return ruling.IsUndecided ? charge : Approve(charge, now, options);
    }

    private static SimulatedCharge Decline(SimulatedCharge charge, PaymentReason reason, DateTimeOffset now)
    {
        var declined = charge with { Step = ChargeStep.Declined, Reason = reason };
        return charge.IsCheck ? declined : declined.With(SimulatedEntry.Declined(AttemptKind.Authorise, charge.Reference, charge.AmountMinor, now, reason));
    }

    private static SimulatedCharge Approve(SimulatedCharge charge, DateTimeOffset now, SimulatorOptions options)
    {
        if (charge.IsCheck) return charge with { Step = ChargeStep.Approved };
        charge = charge.With(SimulatedEntry.Done(AttemptKind.Authorise, charge.Reference, charge.AmountMinor, now));
        if (charge.Fraud?.Status == FraudStatus.Challenge) return charge with { Step = ChargeStep.InReview };
        return GoOn(charge, now, options);
    }

    private static SimulatedCharge GoOn(SimulatedCharge charge, DateTimeOffset now, SimulatorOptions options)
    {
        if (!charge.Captures) return charge with { Step = ChargeStep.Approved };
        charge = Capture(charge, charge.Reference, charge.AmountMinor, now, options);
        return charge.Taken is not null
            ? charge with { Step = ChargeStep.Approved }
            : charge with { Step = ChargeStep.Declined, Reason = PaymentReason.CaptureTimedOut };
    }
}
