using Checkout.Core.Alerts;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments.Settling;

/// <summary>What it means that the cardholder disputes a charge: the payment follows its dispute from status to status.</summary>
internal static class DisputeSettlement
{
    /// <summary>A charge that stands, of which the upstream says that it is disputed, or was.</summary>
    public static bool IsAbout(Attempt attempt, ConnectorOutcome outcome) =>
        attempt is { Kind: AttemptKind.Authorise, State: AttemptState.Approved } && outcome is ConnectorOutcome.Approved { Dispute: not null } yes && yes.Amount == attempt.Amount;

    /// <summary>Null: it is known already, or an older answer.</summary>
    public static Settled? Of(Payment payment, Attempt charge, ConnectorOutcome.Approved yes, Circumstances around)
    {
        var dispute = yes.Dispute!;
        var end = Dispute.StatusOf(dispute.State);
        // Its one dispute was won, whatever an older word says; refunds may have moved it on since. A loss after that is no older word: nothing
        // follows a loss, so it is news, and goes on below.
        if (payment.Dispute is not null && dispute.State is (DisputeState.Open or DisputeState.Won) && payment.Status is not (PaymentStatus.Disputed or PaymentStatus.DisputeLost)) return EndLook(payment, charge, around);
        if (PaymentMoves.Allows(payment.Status, end)) return new Settled(Move(payment, end, dispute, around), charge with { CheckAt = null });

        // Its beginning was missed: that comes first, and the rest with the next look.
        if (PaymentMoves.Allows(payment.Status, PaymentStatus.Disputed)) return new Settled(Move(payment, PaymentStatus.Disputed, dispute, around), charge with { CheckAt = around.Now });

        return payment.Status switch
        {
            // What is disputed was taken, so its capture is done; we have not heard of that yet.
            PaymentStatus.CaptureRequested or PaymentStatus.QueuedForCapture when charge.Captures =>
                CaptureSettlement.OfLater(payment, charge, yes, around) is { Payment.Status: PaymentStatus.Captured } taken ? taken with { Attempt = taken.Attempt with { CheckAt = around.Now } } : null,
            PaymentStatus.CaptureRequested or PaymentStatus.QueuedForCapture => new Settled(null, Settlement.AskAgain(charge, around)),
            // Asked about because its end was heard of already: this answer is from before that.
            PaymentStatus.Disputed when charge.CheckAt is not null => new Settled(null, Settlement.AskAgain(charge, around)),
            _ => EndLook(payment, charge, around),
        };
    }

    /// <summary>
    /// The charge was asked about only for its dispute, of which this answer knows nothing: silence is no answer, and while the payment is
    /// disputed neither is one from before the dispute. Anything else is.
    /// </summary>
    public static Settled? Without(Payment payment, Attempt charge, ConnectorOutcome outcome, Circumstances around)
    {
        if (outcome is ConnectorOutcome.Unknown or ConnectorOutcome.NotFound || payment.Status == PaymentStatus.Disputed) return new Settled(null, Settlement.AskAgain(charge, around));

        var ended = EndLook(payment, charge, around);
        return ended is not null && Contradicts(charge, outcome) ? ended with { Alert = AlertKind.ChangedUpstream } : ended;
    }

    /// <summary>What stood is now said to be another sum, or nothing: our books are not changed by that, and somebody has to know.</summary>
    private static bool Contradicts(Attempt charge, ConnectorOutcome outcome) =>
        outcome is ConnectorOutcome.Cancelled or ConnectorOutcome.Declined || (outcome is ConnectorOutcome.Approved yes && yes.Amount != charge.Amount);

    // Nothing changes, but somebody may have asked for this look since the payment was read: touched, it is noticed, and weighed once more.
    private static Settled? EndLook(Payment payment, Attempt charge, Circumstances around) =>
        charge.CheckAt is null ? null : new Settled(payment.Touch(around.Now), charge with { CheckAt = null });

    private static Payment Move(Payment payment, PaymentStatus status, DisputeWord word, Circumstances around)
    {
        var dispute = payment.Dispute ?? new Dispute(around.Now, word.AmountMinor);
        var isLost = status is PaymentStatus.DisputeLost or PaymentStatus.ChargedBack;
        return payment.MoveTo(status, PaymentReason.None, around.Now) with { Dispute = isLost ? dispute with { Lost = dispute.Lost ?? around.Now } : dispute };
    }
}
