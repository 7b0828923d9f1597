using System.Collections.Concurrent;
using Checkout.Core.Chance;
using Checkout.Core.Payments.Settling;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments;

/// <summary>
/// Gives up an open challenge: asks the upstream to cancel it and waits for the confirmation, so that another card can be tried without a
/// second live charge (PAY-4). A shopper who approved in the meantime has paid, and the payment says so.
/// </summary>
public sealed class AbandonChallenge(IPaymentStore store, IConnectors connectors, SettleAttempt settle, TimeProvider clock, IRandomSource random)
{
    /// <summary>What this process forgets of when so much has gathered, if it is too old to be sent.</summary>
    private const int Many = 1_000;

    /// <summary>Cancels that this process has begun, and how long it may send them.</summary>
    private readonly ConcurrentDictionary<string, SendWindow> _begun = [];

    /// <returns>The payment in its present state: Open (or Cancelled) when the cancel is confirmed, still waiting when it is not.</returns>
    public async Task<Payment> RunAsync(Payment payment, Actor by)
    {
        var attempts = await store.AttemptsAsync(payment.Merchant, payment.Number);
        var waiting = attempts.LastOrDefault(a => a.State == AttemptState.AwaitingShopper);
        if (waiting is null || payment.Status != PaymentStatus.AwaitingShopper) return payment;

        var connector = connectors.Named(waiting.Merchant, waiting.Connector);
        // It can only be given up on the page that is open there; perhaps it was.
        if (!connector.CancelsOpenCharges) return await AskAsync(payment, waiting, connector, by);

        var cancel = attempts.LastOrDefault(a => a.Kind == AttemptKind.Cancel && a.Target == waiting.Reference && Settlement.IsUnsettled(a));
        var isSaidAgain = cancel is not null;
        var window = new SendWindow(clock);
        if (cancel is null)
        {
            (payment, cancel) = Intend(payment, waiting);
            var verdict = await store.CommitAsync([new Write.MovePayment(payment, by), new Write.NewAttempt(cancel)]);
            if (verdict != Verdict.Done) return await store.FindAsync(payment.Merchant, payment.Number) ?? payment;
            Begin(cancel, window);
        }
        else if (!_begun.TryGetValue(cancel.Reference, out window))
        {
            // Another process began it, and their clocks may differ: nobody here can tell how old it is.
            return await AskAsync(payment, waiting, connector, by);
        }

        // Said again it could act when it has long been found missing, and let go what the shopper has paid meanwhile.
        if (window.IsOver || CheckSchedule.IsTooLateToSend(cancel, clock.GetUtcNow())) return await AskAsync(payment, waiting, connector, by);

        var request = new FollowUpRequest(payment.Merchant, AttemptKind.Cancel, cancel.Reference, waiting.Reference, waiting.UpstreamId, waiting.Amount);
        Task<ConnectorOutcome> Send(CancellationToken stop) => connector.FollowUpAsync(request, stop);
        var outcome = isSaidAgain ? await UpstreamCall.AskAsync(Send, clock) : await UpstreamCall.RunAsync(Send, clock);
        payment = await settle.RunAsync(payment, cancel, outcome, by);
        return outcome is ConnectorOutcome.Declined ? await AskAsync(payment, waiting, connector, by) : payment;
    }

    /// <summary>It cannot be cancelled, so the bank has decided already: find out what.</summary>
    private async Task<Payment> AskAsync(Payment payment, Attempt waiting, IConnector connector, Actor by)
    {
        var query = await store.QuestionAsync(waiting);
        var outcome = await UpstreamCall.AskAsync(stop => connector.QueryAsync(query, stop), clock);
        // Whether "not found" is final is for whoever looks after it later to decide.
        if (outcome is ConnectorOutcome.NotFound) outcome = new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer);
        return await settle.RunAsync(payment, await store.AgainAsync(waiting), outcome, by);
    }

    private void Begin(Attempt cancel, SendWindow window)
    {
        if (_begun.Count > Many)
        {
            foreach (var (reference, old) in _begun)
            {
                if (old.IsOver) _begun.TryRemove(reference, out _);
            }
        }

        _begun[cancel.Reference] = window;
    }

    private (Payment Payment, Attempt Cancel) Intend(Payment payment, Attempt waiting)
    {
        var now = clock.GetUtcNow();
        var number = payment.Attempts + 1;
        var cancel = new Attempt
        {
            Merchant = payment.Merchant,
            Payment = payment.Number,
            Number = number,
            Kind = AttemptKind.Cancel,
            State = AttemptState.Submitting,
            Reference = random.ForAttempt(payment.Merchant, payment.Number, number),
            Target = waiting.Reference,
            Amount = waiting.Amount,
            Connector = waiting.Connector,
            Submitted = now,
            CheckAt = now + CheckSchedule.Stale,
        };
        return (payment.Touch(now) with { Attempts = number }, cancel);
    }
}
