using Checkout.Core.Alerts;
using Checkout.Core.Chance;
using Checkout.Core.Money;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments.Settling;

/// <summary>
/// Takes back a charge that no payment stands for: a cancel, and where that is refused a refund, each an intent of its own. The payment
/// stays as the merchant was told.
/// </summary>
internal static class UndoSettlement
{
    /// <summary>After so many refusals, within about three quarters of an hour, somebody has to look. Some upstreams refuse every cancel.</summary>
    private const int MostTries = 12;

    /// <summary>
    /// The first intent, due at once. The payment keeps numbers for all that may follow, so that none of them makes a new version of it and
    /// a shopper who is just typing another card is not disturbed.
    /// </summary>
    /// <param name="amount">What was charged.</param>
    public static (Payment Payment, Write.NewAttempt Intent) Plan(Payment payment, Attempt charge, Amount amount, Circumstances around)
    {
        var first = charge with { Number = payment.Attempts + 1, Amount = amount, Target = charge.Reference };
        return (payment.Touch(around.Now) with { Attempts = payment.Attempts + MostTries }, Intent(first, AttemptKind.Cancel, around.Now, around));
    }

    public static Settled Of(Attempt undo, ConnectorOutcome outcome, Circumstances around) => outcome switch
    {
        ConnectorOutcome.Approved yes when undo.Kind == AttemptKind.Refund && yes.Amount != undo.Amount => Stop(undo, AttemptState.Approved, PaymentReason.AmountMismatch),
        ConnectorOutcome.Approved { Stage: ApprovalStage.Done } or ConnectorOutcome.Cancelled => new Settled(null, Settlement.End(undo, AttemptState.Approved, PaymentReason.None)),
        ConnectorOutcome.Approved => new Settled(null, Settlement.AskAgain(undo, around) with { State = AttemptState.Approved }),
        ConnectorOutcome.Declined no => TryNext(undo, AttemptState.Declined, no.Reason, Other(undo.Kind), around),
        // Planned as before: it goes out when it is due again.
        ConnectorOutcome.NotSent => new Settled(null, Settlement.AskAgain(undo, around) with { State = AttemptState.Submitting }),
        _ when Settlement.ProvesDead(undo, outcome, around) => TryNext(undo, AttemptState.ProvenDead, PaymentReason.NeverSent, undo.Kind, around),
        _ => new Settled(null, Settlement.AskAgain(undo, around) with { State = AttemptState.Unknown }),
    };

    /// <summary>Taken back already, or being so, or nobody could.</summary>
    public static bool IsUnderWay(Attempt charge, Circumstances around) => around.Attempts.Any(a => a.Undoes && a.Target == charge.Reference);

    // A capture on its way can be neither cancelled nor refunded yet, so both are tried in turns.
    private static Settled TryNext(Attempt undo, AttemptState state, PaymentReason reason, AttemptKind next, Circumstances around)
    {
        var tries = around.Attempts.Count(a => a.Undoes && a.Target == undo.Target);
        if (tries >= MostTries) return Stop(undo, state, reason);

        var at = tries == 1 ? around.Now : CheckSchedule.Next(around.Now, 2 * tries, around.Random);
        return new Settled(null, Settlement.End(undo, state, reason)) { Besides = [Intent(undo with { Number = undo.Number + 1 }, next, at, around)] };
    }

    private static Settled Stop(Attempt undo, AttemptState state, PaymentReason reason) =>
        new(null, Settlement.End(undo, state, reason)) { Alert = AlertKind.NotTakenBack };

    private static AttemptKind Other(AttemptKind kind) => kind == AttemptKind.Cancel ? AttemptKind.Refund : AttemptKind.Cancel;

    private static Write.NewAttempt Intent(Attempt like, AttemptKind kind, DateTimeOffset at, Circumstances around) => new(new Attempt
    {
        Merchant = like.Merchant,
        Payment = like.Payment,
        Number = like.Number,
        Kind = kind,
        Undoes = true,
        State = AttemptState.Submitting,
        Reference = around.Random.ForAttempt(like.Merchant, like.Payment, like.Number),
        Target = like.Target,
        Amount = like.Amount,
        Connector = like.Connector,
        Submitted = around.Now,
        CheckAt = at,
    });
}
