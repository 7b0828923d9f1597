using Checkout.Core.Alerts;
using Checkout.Core.Chance;
using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payouts;

/// <summary>Commits what an outcome means for a payout, whoever brings it: the call itself, or somebody who asked later.</summary>
public sealed class SettlePayout(IPaymentStore store, IConnectors connectors, HorizonWait horizon, IRandomSource random, IAlerts alerts)
{
    private const int MostRaces = 16;

    /// <returns>The payout in its present state, also when somebody else settled it first.</returns>
    public async Task<Payout> RunAsync(Payout payout, ConnectorOutcome outcome, Actor by, bool toldInAnswer = false)
    {
        var limit = connectors.Named(payout.Merchant, payout.Connector).Horizon;
        if (outcome is ConnectorOutcome.Unknown or ConnectorOutcome.NotFound) horizon.Begin(payout.UpstreamReference, payout.Created);
        try
        {
            for (var race = 0; race < MostRaces; race++)
            {
                if (new PayoutSettlement(horizon.Clock.GetUtcNow(), limit, random).Of(payout, outcome) is not { } settled) return payout;
                if (await store.CommitAsync(WritesOf(payout, settled.Payout, by, toldInAnswer)) == Verdict.Done)
                {
                    if (settled.Alert is { } kind) alerts.Raise(new Alert(kind, payout.Merchant, payout.Number, Attempt: 1));
                    return settled.Payout;
                }

                // Somebody was faster: what they wrote counts, and the outcome is weighed again against it.
                payout = await store.FindPayoutAsync(payout.Merchant, payout.Number) ?? throw new InvalidOperationException("A payout has vanished.");
            }
        }
        catch (StoreUnavailableException)
        {
            // The intent stays on record as it was, so that somebody asks the upstream later and settles it.
        }

        return payout;
    }

    private static List<Write> WritesOf(Payout before, Payout after, Actor by, bool toldInAnswer)
    {
        List<Write> writes = [new Write.MovePayout(after, before, by)];
        writes.AddRange(NoticeRules.OfChange(before, after, toldInAnswer));
        return writes;
    }
}
