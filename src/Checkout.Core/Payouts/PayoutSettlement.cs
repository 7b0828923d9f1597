using Checkout.Core.Alerts;
using Checkout.Core.Chance;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payouts;

/// <summary>What an outcome makes of a payout, and what somebody has to look at once that is on disk.</summary>
public sealed record SettledPayout(Payout Payout, AlertKind? Alert = null);

/// <summary>Decides what an upstream's outcome means for a payout. It writes nothing and asks nobody.</summary>
/// <param name="now">The present moment.</param>
/// <param name="horizon">The connector's horizon: "not found" is final only after it (PAY-6).</param>
/// <param name="random">Spreads the next look.</param>
public readonly struct PayoutSettlement(DateTimeOffset now, TimeSpan horizon, IRandomSource random)
{
    /// <summary>So many questions without a decision take more than an hour.</summary>
    private const int ManyChecks = 20;

    /// <summary>Null: the outcome tells nothing new, for example a message that came twice.</summary>
    public SettledPayout? Of(Payout payout, ConnectorOutcome outcome) => payout.Step switch
    {
        PayoutStep.Submitting or PayoutStep.Unknown or PayoutStep.Requested => Weigh(payout, outcome),
        PayoutStep.Declined or PayoutStep.ProvenDead => WeighLate(payout, outcome),
        PayoutStep.Done or PayoutStep.NeedsOperator => null,
    };

    private SettledPayout Weigh(Payout payout, ConnectorOutcome outcome) => outcome switch
    {
        ConnectorOutcome.Approved other when other.Amount != payout.Amount => new(Contradicted(payout, other), AlertKind.PayoutContradiction),
        ConnectorOutcome.Approved { Stage: ApprovalStage.Done } yes => new(Move(payout, PayoutStep.Done, PaymentReason.None, yes)),
        ConnectorOutcome.Approved yes => AskAgain(Named(payout, yes), PayoutStep.Requested),
        ConnectorOutcome.Declined no => new(Move(payout, PayoutStep.Declined, no.Reason)),
        ConnectorOutcome.NotSent => new(Move(payout, PayoutStep.ProvenDead, PaymentReason.NeverSent)),
        // What was accepted once is there, whatever a list shows.
        ConnectorOutcome.NotFound when payout.Step != PayoutStep.Requested && now - payout.Created > horizon => new(Watch(Move(payout, PayoutStep.ProvenDead, PaymentReason.NeverSent))),
        _ => AskAgain(payout, payout.Step == PayoutStep.Requested ? PayoutStep.Requested : PayoutStep.Unknown),
    };

    /// <summary>It had come to nothing. Money that went all the same cannot come back: it counts as paid, and somebody has to know (PAY-19).</summary>
    private SettledPayout? WeighLate(Payout payout, ConnectorOutcome outcome) => outcome switch
    {
        ConnectorOutcome.Approved other when other.Amount != payout.Amount => new(Contradicted(payout, other), AlertKind.PayoutContradiction),
        ConnectorOutcome.Approved { Stage: ApprovalStage.Done } yes => new(Move(payout, PayoutStep.Done, PaymentReason.None, yes), AlertKind.LatePayout),
        ConnectorOutcome.Approved yes => AskAgain(Named(payout, yes), PayoutStep.Requested) with { Alert = AlertKind.LatePayout },
        _ => LookAgain(payout, outcome),
    };

    /// <summary>Only a look whose time has come leads to the next one; a message in between changes nothing.</summary>
    private SettledPayout? LookAgain(Payout payout, ConnectorOutcome outcome)
    {
        if (payout.CheckAt is not { } at || at > now || payout.Ended is not { } ended) return null;
        var next = outcome switch
        {
            ConnectorOutcome.Unknown { Fault: not ConnectorFault.Undecided } => WatchSchedule.Again(ended, now),
            // What is still being decided at the last look may yet be paid.
            ConnectorOutcome.Unknown => WatchSchedule.Next(ended, now) ?? WatchSchedule.Again(ended, now),
            _ => WatchSchedule.Next(ended, now),
        };
        return new(payout with { Version = payout.Version + 1, Changed = now, Checks = payout.Checks + 1, CheckAt = next });
    }

    private SettledPayout AskAgain(Payout payout, PayoutStep step)
    {
        var asked = Move(payout, step, PaymentReason.None) with { Checks = payout.Checks + 1, CheckAt = CheckSchedule.Next(now, payout.Checks, random) };
        return new(asked, asked.Checks % ManyChecks == 0 ? AlertKind.PayoutLongInDoubt : null);
    }

    private Payout Contradicted(Payout payout, ConnectorOutcome.Approved yes) => Move(payout, PayoutStep.NeedsOperator, PaymentReason.AmountMismatch, yes);

    private Payout Watch(Payout ended) => ended with { Ended = now, CheckAt = WatchSchedule.Next(now, now) };

    private Payout Move(Payout payout, PayoutStep step, PaymentReason reason, ConnectorOutcome.Approved? yes = null) => Named(payout, yes) with
    {
        Version = payout.Version + 1,
        Step = step,
        Reason = reason,
        Changed = now,
        CheckAt = null,
        Ended = null,
    };

    private static Payout Named(Payout payout, ConnectorOutcome.Approved? yes) => payout with { UpstreamId = yes?.UpstreamId ?? payout.UpstreamId };
}
