using Checkout.Core.Alerts;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments.Settling;

/// <summary>Decides what an upstream's outcome means. It writes nothing and asks nobody, so every case can be tested by itself.</summary>
public static class Settlement
{
    /// <summary>So many questions without a decision take more than an hour: somebody should know, and again after as many more.</summary>
    private const int ManyChecks = 20;

    /// <summary>Null: the outcome tells nothing new, for example a message that came twice.</summary>
    public static Settled? Of(Payment payment, Attempt attempt, ConnectorOutcome outcome, Circumstances around)
    {
        var settled = Weigh(payment, attempt, outcome, around);
        return settled is { Alert: null } && IsLongInDoubt(settled.Payment ?? payment, attempt, settled.Attempt) ? settled with { Alert = AlertKind.LongInDoubt } : settled;
    }

    private static bool IsLongInDoubt(Payment payment, Attempt before, Attempt after) =>
        after is { CheckAt: not null, State: not AttemptState.AwaitingShopper } && !IsQueued(payment, after) && after.Checks > before.Checks && after.Checks % ManyChecks == 0;

    /// <summary>The upstream tries it again by itself, which takes the time it takes.</summary>
    private static bool IsQueued(Payment payment, Attempt attempt) =>
        attempt.State == AttemptState.Approved && payment.Status is PaymentStatus.QueuedForCapture or PaymentStatus.QueuedForCancel;

    private static Settled? Weigh(Payment payment, Attempt attempt, ConnectorOutcome outcome, Circumstances around)
    {
        if (payment.Status != PaymentStatus.NeedsOperator && DisputeSettlement.IsAbout(attempt, outcome)) return DisputeSettlement.Of(payment, attempt, (ConnectorOutcome.Approved)outcome, around);
        if (!IsUnsettled(attempt)) return attempt.MayStillCharge ? AuthoriseSettlement.LateToken(payment, attempt, outcome, around) : WatchSettlement.Of(payment, attempt, outcome, around);
        if (attempt.Undoes) return UndoSettlement.Of(attempt, outcome, around);
        if (payment.Status == PaymentStatus.NeedsOperator) return attempt.CheckAt is null ? null : new Settled(null, attempt with { CheckAt = null });
        return attempt.Kind switch
        {
            AttemptKind.Authorise or AttemptKind.Verify when attempt.State == AttemptState.Approved => IsCapturing(payment, attempt)
                ? CaptureSettlement.OfLater(payment, attempt, outcome, around)
                : DisputeSettlement.Without(payment, attempt, outcome, around),
            AttemptKind.Authorise or AttemptKind.Verify => AuthoriseSettlement.Of(payment, attempt, outcome, around),
            AttemptKind.Capture => CaptureSettlement.Of(payment, attempt, outcome, around),
            AttemptKind.Cancel => CancelSettlement.Of(payment, attempt, outcome, around),
            AttemptKind.Accept => AcceptSettlement.Of(attempt, outcome, around),
            AttemptKind.Refund => RefundSettlement.Of(payment, attempt, outcome, around),
        };
    }

    /// <summary>The charge is to capture by itself, and has not yet. Any other that is approved and asked about is so for its dispute.</summary>
    private static bool IsCapturing(Payment payment, Attempt charge) => charge.Captures && payment.Status is PaymentStatus.CaptureRequested or PaymentStatus.QueuedForCapture;

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

    /// <summary>A charge that ended without a proof from the upstream that it never acts: it is asked about for a while more.</summary>
    internal static Attempt Watch(Attempt ended, Circumstances around) => ended.Kind == AttemptKind.Authorise
        ? ended with { Ended = around.Now, CheckAt = WatchSchedule.Next(around.Now, around.Now) }
        : ended;

    /// <summary>"Not found" and "never sent" prove that nothing can be charged any more: the former only when it is barred or after the horizon.</summary>
    internal static bool ProvesDead(Attempt attempt, ConnectorOutcome outcome, Circumstances around) => outcome switch
    {
        ConnectorOutcome.NotSent or ConnectorOutcome.Barred => true,
        ConnectorOutcome.NotFound => around.Now - attempt.Submitted > around.Horizon,
        _ => false,
    };
}
