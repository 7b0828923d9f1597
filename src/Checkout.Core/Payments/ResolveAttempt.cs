using Checkout.Core.Payments.Settling;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments;

/// <summary>What asking came to.</summary>
/// <param name="Payment">In its present state; null when it does not exist.</param>
/// <param name="IsAnswered">The upstream gave an answer that says something.</param>
public sealed record ResolvedAttempt(Payment? Payment, bool IsAnswered);

/// <summary>Asks the upstream what became of an operation, and settles it. It only reads there, so it can run anywhere, twice, at any time.</summary>
public sealed class ResolveAttempt(IPaymentStore store, IConnectors connectors, SettleAttempt settle, AbandonChallenge abandon, TimeProvider clock)
{
    public async Task<ResolvedAttempt> RunAsync(Attempt attempt, Actor by)
    {
        var connector = connectors.Named(attempt.Merchant, attempt.Connector);
        var request = await store.QuestionAsync(attempt);
        var asked = clock.GetUtcNow();
        var outcome = await UpstreamCall.AskAsync(stop => connector.QueryAsync(request, stop), clock);
        var isAnswered = outcome is not ConnectorOutcome.Unknown;

        // What counts is when it was asked: until the answer is weighed, what was not found may have arrived. And it was sent a little later than
        // it was submitted.
        var isTimeOver = asked - attempt.Submitted > connector.Horizon + CheckSchedule.Stale;
        if (outcome is ConnectorOutcome.NotFound && !isTimeOver) outcome = new ConnectorOutcome.Unknown(ConnectorFault.Undecided);
        if (outcome is ConnectorOutcome.NotFound && !await IsFencedAsync(attempt, connector)) (outcome, isAnswered) = (new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer), false);

        // Others may have settled it while we asked. Read in this order an attempt is never behind its payment; where it is ahead the store notices.
        if (await store.FindAsync(attempt.Merchant, attempt.Payment) is not { } payment) return new ResolvedAttempt(null, IsAnswered: false);
        attempt = await store.AgainAsync(attempt);

        // Where nothing open can be cancelled, it is dead when even the latest decision there would have reached us (PAY-4).
        if (outcome is ConnectorOutcome.NeedsShopper && !connector.CancelsOpenCharges && isTimeOver)
            outcome = new ConnectorOutcome.NotFound();

        // The shopper's time at the bank is over: nothing may come of it any more.
        var isOverdue = connector.CancelsOpenCharges && outcome is ConnectorOutcome.NeedsShopper && attempt.State == AttemptState.AwaitingShopper && clock.GetUtcNow() >= attempt.Submitted + connector.ShopperLimit;
        if (isOverdue) payment = await abandon.RunAsync(payment, by);
        if (!isOverdue || payment.Status == PaymentStatus.AwaitingShopper) payment = await settle.RunAsync(payment, attempt, outcome, by);
        return new ResolvedAttempt(payment, isAnswered);
    }

    /// <summary>
    /// "Not found" may become final only when a cancel by reference was accepted too: then what is still on its way can no longer be charged
    /// (PAY-6). Where there are no such cancels the horizon alone has to do.
    /// </summary>
    private async Task<bool> IsFencedAsync(Attempt attempt, IConnector connector)
    {
        if (!connector.CancelsOpenCharges || attempt.Kind is not (AttemptKind.Authorise or AttemptKind.Verify)) return true;
        var fence = new FollowUpRequest(attempt.Merchant, AttemptKind.Cancel, attempt.Reference + "-x", attempt.Reference, attempt.UpstreamId, attempt.Amount);
        return await UpstreamCall.AskAsync(stop => connector.FollowUpAsync(fence, stop), clock) is ConnectorOutcome.Approved { Stage: ApprovalStage.Done } or ConnectorOutcome.Cancelled;
    }

    /// <summary>Resolves what is due of one payment, or everything unsettled of it with <paramref name="now"/>.</summary>
    public async Task<Payment> RunAsync(Payment payment, Actor by, bool now = false)
    {
        if (payment.Status is PaymentStatus.Open) return payment;
        var time = clock.GetUtcNow();
        foreach (var attempt in await store.AttemptsAsync(payment.Merchant, payment.Number))
        {
            var isDue = attempt.CheckAt <= time || (now && attempt.State is AttemptState.AwaitingShopper or AttemptState.Unknown);
            if (isDue && Settlement.IsUnsettled(attempt)) payment = (await RunAsync(attempt, by)).Payment ?? payment;
        }

        return payment;
    }
}
