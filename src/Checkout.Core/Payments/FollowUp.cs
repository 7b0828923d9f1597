using Checkout.Core.Chance;
using Checkout.Core.Payments.Settling;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments;

/// <summary>
/// Carries out a capture, cancel or refund of a charge, or a word on its review: commits the intent, calls, commits the outcome, as <see cref="ChargeCard"/> does.
/// </summary>
public sealed class FollowUp(IPaymentStore store, IConnectors connectors, SettleAttempt settle, TimeProvider clock, IRandomSource random)
{
    /// <summary>A program that asks for the impossible in a loop fills no disk.</summary>
    private const int MostOnRecord = 100;

    /// <param name="kind">Capture, cancel, refund or accept.</param>
    /// <param name="before">The payment as last read; it holds a charge.</param>
    /// <param name="amountMinor">What to capture or refund, in minor units.</param>
    /// <param name="intend">The payment as the intent leaves it, given the time; one version later.</param>
    /// <param name="besides">What else lands with the intent, given the attempt's number.</param>
    public async Task<TakeResult> RunAsync(
        AttemptKind kind, Payment before, long amountMinor, Func<DateTimeOffset, Payment> intend, Func<int, IEnumerable<Write>> besides)
    {
        var attempts = await store.AttemptsAsync(before.Merchant, before.Number);
        // What was imported was charged elsewhere, and is only history here.
        if (attempts.Count == 0) return TakeResult.Refused(Refusal.WrongState, before);
        // None: the payment was read before somebody else let the charge go.
        if (attempts.LastOrDefault(a => a.Kind == AttemptKind.Authorise && a.State == StandingOf(before)) is not { } charge) return TakeResult.Refused(Refusal.Busy, before);
        if (charge.State == AttemptState.AwaitingReview && attempts.Any(a => a.Target == charge.Reference && Settlement.IsUnsettled(a))) return TakeResult.Refused(Refusal.Busy, before);

        var window = new SendWindow(clock);
        var attempt = NewAttempt(kind, before, charge, amountMinor);
        var payment = intend(attempt.Submitted) with { Attempts = attempt.Number };
        var verdict = await store.CommitAsync([.. besides(attempt.Number), new Write.MovePayment(payment, Actor.Merchant), new Write.NewAttempt(attempt)]);
        if (verdict != Verdict.Done) return TakeResult.Refused(Refusals.Of(verdict), before);

        var request = new FollowUpRequest(payment.Merchant, kind, attempt.Reference, charge.Reference, charge.UpstreamId, attempt.Amount, charge.State == AttemptState.AwaitingReview);
        var connector = connectors.Named(charge.Merchant, charge.Connector);
        var outcome = window.IsOver
            ? new ConnectorOutcome.Unknown(ConnectorFault.NotConnected)
            : await UpstreamCall.RunAsync(stop => connector.FollowUpAsync(request, stop), clock);
        return TakeResult.Of(await settle.RunAsync(payment, attempt, outcome, Actor.Merchant, toldInAnswer: true));
    }

    /// <summary>Keeps what was refused here, before anybody was asked, among the payment's attempts.</summary>
    /// <returns>The payment in its present state; nothing is kept when somebody else was changing it.</returns>
    public async Task<Payment> RecordRefusedAsync(AttemptKind kind, Payment before, long amountMinor, PaymentReason why)
    {
        var attempts = await store.AttemptsAsync(before.Merchant, before.Number);
        if (before.Attempts >= MostOnRecord || attempts.LastOrDefault(a => a.Kind == AttemptKind.Authorise && a.State == StandingOf(before)) is not { } charge) return before;
        var refused = Settlement.End(NewAttempt(kind, before, charge, amountMinor), AttemptState.Declined, why);
        var payment = before.Touch(refused.Submitted) with { Attempts = refused.Number };
        return await store.CommitAsync([new Write.MovePayment(payment, Actor.Merchant), new Write.NewAttempt(refused)]) == Verdict.Done ? payment : before;
    }

    private static AttemptState StandingOf(Payment payment) => payment.Status == PaymentStatus.AwaitingReview ? AttemptState.AwaitingReview : AttemptState.Approved;

    private Attempt NewAttempt(AttemptKind kind, Payment payment, Attempt charge, long amountMinor)
    {
        var now = clock.GetUtcNow();
        var number = payment.Attempts + 1;
        return new Attempt
        {
            Merchant = payment.Merchant,
            Payment = payment.Number,
            Number = number,
            Kind = kind,
            State = AttemptState.Submitting,
            Reference = random.ForAttempt(payment.Merchant, payment.Number, number),
            Target = charge.Reference,
            // So that a cancel whose answer comes late still knows what it was for.
            Reason = kind == AttemptKind.Cancel && charge.State == AttemptState.AwaitingReview ? PaymentReason.ReviewRejected : PaymentReason.None,
            Amount = payment.Amount.With(amountMinor),
            Connector = charge.Connector,
            Submitted = now,
            CheckAt = now + CheckSchedule.Stale,
        };
    }
}
