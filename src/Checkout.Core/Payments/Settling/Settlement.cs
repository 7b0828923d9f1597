using Checkout.Core.Upstream;

namespace Checkout.Core.Payments.Settling;

/// <summary>Decides what an upstream's outcome means. It writes nothing and asks nobody, so every case can be tested by itself.</summary>
public static class Settlement
{
    /// <summary>Null: the outcome tells nothing new, for example a message that came twice.</summary>
    public static Settled? Of(Payment payment, Attempt attempt, ConnectorOutcome outcome, Circumstances around)
    {
        if (!IsUnsettled(attempt)) return IsLateCharge(attempt, outcome) ? AuthoriseSettlement.Quarantine(payment, attempt, around) : AuthoriseSettlement.LateToken(payment, attempt, outcome, around);
        if (payment.Status == PaymentStatus.NeedsOperator) return attempt.CheckAt is null ? null : new Settled(null, attempt with { CheckAt = null });
        return attempt.Kind switch
        {
            AttemptKind.Authorise or AttemptKind.Verify when attempt.State == AttemptState.Approved => CaptureSettlement.OfLater(payment, attempt, outcome, around),
            AttemptKind.Authorise or AttemptKind.Verify => AuthoriseSettlement.Of(payment, attempt, outcome, around),
            AttemptKind.Capture => CaptureSettlement.Of(payment, attempt, outcome, around),
            AttemptKind.Cancel => CancelSettlement.Of(payment, attempt, outcome, around),
            AttemptKind.Refund => RefundSettlement.Of(payment, attempt, outcome, around),
        };
    }

    /// <summary>Something was charged that had come to nothing: nobody may go on as if it had not.</summary>
    private static bool IsLateCharge(Attempt attempt, ConnectorOutcome outcome) =>
        attempt is { Kind: AttemptKind.Authorise, State: AttemptState.Declined or AttemptState.CancelConfirmed or AttemptState.ProvenDead } && outcome is ConnectorOutcome.Approved;

    /// <summary>Somebody still has to hear from the upstream about this attempt.</summary>
    public static bool IsUnsettled(Attempt attempt) =>
        attempt.State is AttemptState.Submitting or AttemptState.AwaitingShopper or AttemptState.AwaitingReview or AttemptState.Unknown
        || (attempt.State == AttemptState.Approved && attempt.CheckAt is not null);

    /// <summary>The attempt as it is when nothing is known yet: asked about again later, less often each time.</summary>
    internal static Attempt AskAgain(Attempt attempt, Circumstances around) => attempt with
    {
        Checks = attempt.Checks + 1,
        CheckAt = CheckSchedule.Next(around.Now, attempt.Checks, around.Random),
    };

    internal static Attempt End(Attempt attempt, AttemptState state, PaymentReason reason) => attempt with { State = state, Reason = reason, CheckAt = null };

    /// <summary>"Not found" and "never sent" prove that nothing can be charged any more: the former only after the horizon.</summary>
    internal static bool ProvesDead(Attempt attempt, ConnectorOutcome outcome, Circumstances around) => outcome switch
    {
        ConnectorOutcome.NotSent => true,
        ConnectorOutcome.NotFound => around.Now - attempt.Submitted > around.Horizon,
        _ => false,
    };
}
