using Checkout.Core.Alerts;
using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments.Settling;

/// <summary>Commits what an outcome means, whoever brings it: the call itself, the shopper's return, or somebody who asked later.</summary>
public sealed class SettleAttempt(IPaymentStore store, IConnectors connectors, Surroundings surroundings, IMerchants merchants, IAlerts alerts)
{
    private const int MostRaces = 16;

    /// <param name="payment">The payment as last read.</param>
    /// <param name="attempt">The attempt as read with the payment or after it, never before.</param>
    /// <param name="outcome">What the upstream said.</param>
    /// <param name="by">Who brought the news.</param>
    /// <param name="toldInAnswer">The caller answers the merchant with the new state itself, so that only final states need a notice.</param>
    /// <param name="kept">The sealed card to keep if the attempt comes to something.</param>
    /// <returns>The payment in its present state, also when somebody else settled it first.</returns>
    public async Task<Payment> RunAsync(
        Payment payment, Attempt attempt, ConnectorOutcome outcome, Actor by, bool toldInAnswer = false, SavedCard? kept = null)
    {
        var connector = connectors.Named(attempt.Merchant, attempt.Connector);
        try
        {
            for (var race = 0; race < MostRaces; race++)
            {
                var around = await surroundings.OfAsync(payment, attempt, outcome, connector, merchants.Find(payment.Merchant)?.Settings ?? new MerchantSettings(), kept);
                var settled = Settlement.Of(payment, attempt, outcome, around);
                if (settled is null) return await store.FindAsync(payment.Merchant, payment.Number) ?? payment;
                if (await store.CommitAsync(WritesOf(payment, attempt, settled, by, toldInAnswer)) == Verdict.Done) return Tell(settled, attempt) ?? payment;

                // Somebody was faster: what they wrote counts, and the outcome is weighed again against it.
                payment = await store.FindAsync(payment.Merchant, payment.Number) ?? throw new InvalidOperationException("A payment has vanished.");
                attempt = await store.AgainAsync(attempt);
            }
        }
        catch (StoreUnavailableException)
        {
            // The intent stays on record as it was, so that somebody asks the upstream later and settles it.
        }

        return payment;
    }

    private Payment? Tell(Settled settled, Attempt attempt)
    {
        if (settled.Alert is { } kind) alerts.Raise(new Alert(kind, attempt.Merchant, attempt.Payment, attempt.Number));
        return settled.Payment;
    }

    private static List<Write> WritesOf(Payment before, Attempt attempt, Settled settled, Actor by, bool toldInAnswer)
    {
        List<Write> writes = [new Write.MoveAttempt(settled.Attempt, attempt)];
        if (settled.Payment is not null) writes.Add(new Write.MovePayment(settled.Payment, by));
        writes.AddRange(settled.Besides);
        writes.AddRange(NoticeRules.OfChange(before, settled.Payment ?? before, settled.Besides.OfType<Write.MoveRefund>().FirstOrDefault()?.After, toldInAnswer));
        writes.AddRange(NoticeRules.OfFirstTry(before, settled.Payment ?? before, attempt));
        if (settled.Payment is null) writes.AddRange(NoticeRules.OfWord(before, settled.Attempt, toldInAnswer));
        return writes;
    }
}
