using Checkout.Core.Payments.Settling;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments;

/// <summary>Asks the upstream what became of an operation, and settles it. It only reads there, so it can run anywhere, twice, at any time.</summary>
public sealed class ResolveAttempt(IPaymentStore store, IConnectors connectors, SettleAttempt settle, AbandonChallenge abandon, TimeProvider clock)
{
    /// <returns>The payment in its present state; null when it does not exist.</returns>
    public async Task<Payment?> RunAsync(Attempt attempt, Actor by)
    {
        var connector = connectors.Named(attempt.Connector);
        var request = new QueryRequest(attempt.Merchant, attempt.Kind, attempt.Reference, attempt.Target);
        var outcome = await UpstreamCall.RunAsync(stop => connector.QueryAsync(request, stop), clock);

        // Others may have settled it while we asked. Read in this order an attempt is never behind its payment; where it is ahead the store notices.
        if (await store.FindAsync(attempt.Merchant, attempt.Payment) is not { } payment) return null;
        attempt = await store.AgainAsync(attempt);

        // The shopper's time at the bank is over: nothing may come of it any more.
        var isOverdue = outcome is ConnectorOutcome.NeedsShopper && clock.GetUtcNow() >= attempt.Submitted + connector.ShopperLimit;
        return isOverdue ? await abandon.RunAsync(payment, by) : await settle.RunAsync(payment, attempt, outcome, by);
    }

    /// <summary>Resolves what is due of one payment, or everything unsettled of it with <paramref name="now"/>.</summary>
    public async Task<Payment> RunAsync(Payment payment, Actor by, bool now = false)
    {
        if (payment.Status is PaymentStatus.Open) return payment;
        var time = clock.GetUtcNow();
        foreach (var attempt in await store.AttemptsAsync(payment.Merchant, payment.Number))
        {
            var isDue = attempt.CheckAt <= time || (now && attempt.State is AttemptState.AwaitingShopper or AttemptState.Unknown);
            if (isDue && Settlement.IsUnsettled(attempt)) payment = await RunAsync(attempt, by) ?? payment;
        }

        return payment;
    }
}
