using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Upstream;

/// <summary>What becomes of a capture, void or refund. Sums are nobody's business here, so that a server that does not mind them is found out.</summary>
internal static class FollowUpRules
{
    public static LedgerEntry Decide(LedgerCharge charge, FollowUpRequest request, UpstreamTraits traits, DateTimeOffset now, Chance chance)
    {
        var minor = request.Amount.Minor;
        var isTaken = charge.AcceptedOf(AttemptKind.Capture, now) > 0;
        var isAllowed = request.Kind switch
        {
            // What was taken can only be given back; anything else can be let go, also what was never held.
            AttemptKind.Cancel => !isTaken && (traits.CancelsOpenCharges || charge.IsLiveAt(now)),
            AttemptKind.Capture => charge.IsLiveAt(now) && !charge.InReview && charge.AcceptedOf(AttemptKind.Cancel, now) == 0,
            AttemptKind.Accept => charge.IsLiveAt(now) && charge.InReview && charge.AcceptedOf(AttemptKind.Cancel, now) == 0,
            // Nothing can be given back before it has come.
            AttemptKind.Refund => charge.CapturedAt(now) > 0 && !charge.IsLost,
            AttemptKind.Authorise or AttemptKind.Verify => throw new InvalidOperationException($"{request.Kind} is no follow-up."),
        };
        if (!isAllowed || chance.Percent(4)) return new LedgerEntry(request.Kind, request.Reference, minor, now, false, PaymentReason.NotPermitted);

        // What never held money is let go at once, and a word is taken at once.
        var isLater = charge.Step == LedgerStep.Approved && request.Kind != AttemptKind.Accept && chance.Percent(25);
        return new LedgerEntry(request.Kind, request.Reference, minor, isLater ? now + chance.Seconds(1, 120) : now, isLater && chance.Percent(20), PaymentReason.None);
    }

    public static LedgerEntry Take(LedgerCharge charge, UpstreamTraits traits, DateTimeOffset now, Chance chance)
    {
        // Where money cannot be held, approved is taken.
        var isLater = traits.HoldsMoney && chance.Percent(20);
        return new LedgerEntry(
            AttemptKind.Capture, charge.Reference, charge.Amount.Minor, isLater ? now + chance.Seconds(1, 120) : now, isLater && chance.Percent(20), PaymentReason.None);
    }
}
