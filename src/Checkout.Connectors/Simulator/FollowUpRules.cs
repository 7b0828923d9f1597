using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Simulator;

/// <summary>Whether a capture, cancel or refund of a charge is accepted, and what the charge is afterwards. Pure.</summary>
internal static class FollowUpRules
{
    /// <summary>The charge with one more entry for the follow-up. The caller has seen that there was none of its reference.</summary>
    public static SimulatedCharge Apply(SimulatedCharge charge, FollowUpRequest request, DateTimeOffset now, SimulatorOptions options)
    {
        var refusal = IsRefused(charge, request.Kind) || request.Amount.Currency.Code != charge.Currency || request.Amount.Minor < 0 ? PaymentReason.NotPermitted : request.Kind switch
        {
            AttemptKind.Capture => OnCapture(charge, request.Amount.Minor),
            AttemptKind.Cancel => OnCancel(charge),
            AttemptKind.Refund => OnRefund(charge, request.Amount.Minor, now),
            AttemptKind.Accept => OnAccept(charge),
            AttemptKind.Authorise or AttemptKind.Verify => throw new ArgumentException($"{request.Kind} is no follow-up.", nameof(request)),
        };
        if (refusal != PaymentReason.None)
            return charge.With(SimulatedEntry.Declined(request.Kind, request.Reference, request.Amount.Minor, now, refusal));

        return request.Kind switch
        {
            AttemptKind.Cancel => Release(charge, request, now, options),
            AttemptKind.Accept => ChargeRules.AcceptReview(charge, request.Reference, now, options),
            // A merchant who captures a charge in review has accepted it.
            AttemptKind.Capture => ChargeRules.Capture(charge with { Step = ChargeStep.Approved }, request.Reference, request.Amount.Minor, now, options),
            _ => charge.With(SimulatedTiming.Accept(charge, request.Kind, request.Reference, request.Amount.Minor, now, options)),
        };
    }

    /// <summary>Where no money is held, a shopper who leaves the bank may: refusing that cancel would only lock them in.</summary>
    private static bool IsRefused(SimulatedCharge charge, AttemptKind kind) =>
        Scenarios.Of(charge).FollowUp is { Trouble: FollowUpTrouble.Refused } fate && fate.Kind == kind && (kind != AttemptKind.Cancel || IsHeld(charge));

    private static bool IsHeld(SimulatedCharge charge) => charge.Step is ChargeStep.Approved or ChargeStep.InReview && !charge.IsCheck;

    private static PaymentReason OnCapture(SimulatedCharge charge, long minor) =>
        IsHeld(charge) && charge.Released is null && charge.Taken is null && minor > 0 && minor <= charge.AmountMinor ? PaymentReason.None : PaymentReason.NotPermitted;

    // What was taken can only be given back; anything else can be let go, also what was never held.
    private static PaymentReason OnCancel(SimulatedCharge charge) => charge.Taken is null ? PaymentReason.None : PaymentReason.NotPermitted;

    private static PaymentReason OnAccept(SimulatedCharge charge) => charge is { Step: ChargeStep.InReview, Released: null } ? PaymentReason.None : PaymentReason.NotPermitted;

    private static PaymentReason OnRefund(SimulatedCharge charge, long minor, DateTimeOffset now)
    {
        var taken = charge.Taken is { } capture && capture.IsDoneAt(now) ? capture.AmountMinor : 0;
        var given = charge.Entries.Where(e => e.Kind == AttemptKind.Refund && !e.IsDeclined).Sum(e => e.AmountMinor);
        return minor > 0 && minor <= taken - given ? PaymentReason.None : PaymentReason.RefundExceedsCaptured;
    }

    private static SimulatedCharge Release(SimulatedCharge charge, FollowUpRequest request, DateTimeOffset now, SimulatorOptions options)
    {
        if (charge.Released is { } earlier) return charge.With(earlier with { Reference = request.Reference, At = now });
        if (IsHeld(charge)) return charge.With(SimulatedTiming.Accept(charge, AttemptKind.Cancel, request.Reference, charge.AmountMinor, now, options));

        var over = charge.With(SimulatedEntry.Done(AttemptKind.Cancel, request.Reference, request.Amount.Minor, now));
        return charge.Step == ChargeStep.Declined ? over : over with { Step = ChargeStep.Cancelled };
    }
}
