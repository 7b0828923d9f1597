using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments.Settling;

/// <summary>
/// What the outcome of an accepted review means: only that the charge is to be asked about. What became of the money is the charge's own
/// outcome, and is told in one place.
/// </summary>
internal static class AcceptSettlement
{
    public static Settled Of(Attempt accept, ConnectorOutcome outcome, Circumstances around) => outcome switch
    {
        ConnectorOutcome.Approved => Ask(accept, Settlement.End(accept, AttemptState.Approved, PaymentReason.None), around),
        ConnectorOutcome.Declined no => Ask(accept, Settlement.End(accept, AttemptState.Declined, no.Reason), around),
        ConnectorOutcome.Cancelled => Ask(accept, Settlement.End(accept, AttemptState.Declined, PaymentReason.ReviewRejected), around),
        _ when Settlement.ProvesDead(accept, outcome, around) => Ask(accept, Settlement.End(accept, AttemptState.ProvenDead, PaymentReason.NeverSent), around),
        _ => new Settled(null, Settlement.AskAgain(accept, around) with { State = AttemptState.Unknown }),
    };

    /// <summary>The upstream took the merchant's word and has not acted on it yet.</summary>
    public static bool IsAccepted(Attempt charge, Circumstances around) =>
        around.Attempts.Any(a => a is { Kind: AttemptKind.Accept, State: AttemptState.Approved } && a.Target == charge.Reference);

    /// <summary>The charge whose review this attempt was to end is asked about at once, if it is under review still.</summary>
    public static IEnumerable<Write> AskAbout(Attempt word, Circumstances around) =>
        from charge in around.Attempts
        where charge.Reference == word.Target && charge.State == AttemptState.AwaitingReview
        select new Write.MoveAttempt(charge with { CheckAt = around.Now }, charge);

    private static Settled Ask(Attempt accept, Attempt ended, Circumstances around) => new(null, ended) { Besides = [.. AskAbout(accept, around)] };
}
