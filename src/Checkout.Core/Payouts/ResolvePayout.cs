using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payouts;

/// <summary>Asks the upstream what became of a payout, and settles it. It only reads there, so it can run anywhere, twice, at any time.</summary>
public sealed class ResolvePayout(IPaymentStore store, IConnectors connectors, SettlePayout settle, HorizonWait horizon)
{
    /// <returns>The payout in its present state, and whether the upstream gave an answer that says something.</returns>
    public async Task<(Payout Payout, bool IsAnswered)> RunAsync(Payout payout, Actor by)
    {
        var asked = payout;
        if (connectors.Named(payout.Merchant, payout.Connector) is not IPaysOut upstream)
            throw new InvalidOperationException($"Payout {payout.Merchant}/{payout.Number} was sent by {payout.Connector}, which pays nothing out.");

        // What counts is when it was asked: until the answer is weighed, what was not found may have arrived.
        var limit = upstream.Horizon + CheckSchedule.Stale;
        var isTimeOver = !payout.MayHavePaid || horizon.IsOver(payout.UpstreamReference, payout.Created, limit);
        var request = new PayOutQuery(payout.Merchant, payout.UpstreamReference, payout.UpstreamId, payout.Amount);
        var outcome = await UpstreamCall.AskAsync(stop => upstream.QueryPayOutAsync(request, stop), horizon.Clock);
        if (outcome is ConnectorOutcome.NotFound && !isTimeOver) outcome = new ConnectorOutcome.Unknown(ConnectorFault.Undecided);

        payout = await store.FindPayoutAsync(payout.Merchant, payout.Number) ?? throw new InvalidOperationException("A payout has vanished.");
        // While our own call is under way only what can never change counts, and likewise when it ended while we asked, for then our answer may be
        // the older one: "accepted" from before a refusal would bring a refused payout back to life.
        var isOlder = IsUnderWay(payout) || payout.Step != asked.Step;
        if (isOlder && outcome is not (ConnectorOutcome.Approved { Stage: ApprovalStage.Done } or ConnectorOutcome.Declined)) return (payout, IsAnswered: false);

        payout = await settle.RunAsync(payout, outcome, by);
        if (outcome is not ConnectorOutcome.Unknown) horizon.End(payout.UpstreamReference, payout.Created);
        return (payout, outcome is not ConnectorOutcome.Unknown { Fault: not ConnectorFault.Undecided });
    }

    private bool IsUnderWay(Payout payout) => payout.Step == PayoutStep.Submitting && horizon.Clock.GetUtcNow() < payout.CheckAt;
}
