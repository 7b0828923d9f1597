using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Simulation.Actors;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Upstream;

/// <summary>What an upstream remembers of one payout. It is paid from <see cref="DoneAt"/>, unless it fails then.</summary>
/// <param name="MerchantReference">The merchant's own name for it.</param>
/// <param name="IsTooLate">It arrived when nobody could expect it any more.</param>
internal sealed record LedgerPayout(string Reference, string MerchantReference, Amount Amount, DateTimeOffset DoneAt, bool Fails, PaymentReason Refusal, bool IsTooLate)
{
    public bool IsPaidAt(DateTimeOffset now) => !Fails && Refusal == PaymentReason.None && DoneAt <= now;
}

/// <summary>The payouts of an upstream. It pays whatever it is asked under a name it does not know yet.</summary>
internal sealed class PayoutLedger(World world, SimulatedUpstream upstream)
{
    private readonly Dictionary<string, LedgerPayout> _payouts = [];

    private DateTimeOffset Now => world.Timeline.Now;

    public ConnectorOutcome Send(PayOutRequest request, bool isTooLate)
    {
        world.PayoutChecks.Arrived(request.Reference);
        if (_payouts.TryGetValue(request.Reference, out var known)) return Tell(known);

        var isLater = world.Chance.Percent(25);
        var payout = new LedgerPayout(
            request.Reference, request.MerchantReference, request.Amount, isLater ? Now + world.Chance.Seconds(1, 200) : Now, isLater && world.Chance.Percent(20),
            world.Chance.Percent(15) ? PaymentReason.Declined : PaymentReason.None, isTooLate);
        _payouts.Add(request.Reference, payout);
        world.Note((int)payout.Refusal, () => $"{upstream.Traits.Name}: payout {request.Reference} arrives, {payout.Refusal}");
        Changed(payout);
        if (payout.DoneAt > Now) world.Timeline.After(payout.DoneAt - Now, () => Changed(payout));
        return Tell(payout);
    }

    public ConnectorOutcome Query(PayOutQuery query) => _payouts.TryGetValue(query.Reference, out var payout) ? Tell(payout) : new ConnectorOutcome.NotFound();

    private void Changed(LedgerPayout payout)
    {
        world.PayoutChecks.LedgerChanged(payout);
        // Of what came too late the watch alone has to hear.
        if (!payout.IsTooLate || world.Chance.Percent(50)) Callbacks.Send(world, upstream, payout.Reference, payout.Amount);
    }

    private ConnectorOutcome Tell(LedgerPayout payout)
    {
        if (payout.Refusal != PaymentReason.None) return new ConnectorOutcome.Declined(payout.Refusal);
        if (payout.DoneAt > Now) return new ConnectorOutcome.Approved(payout.Amount, ApprovalStage.Requested, "u-" + payout.Reference);
        return payout.Fails ? new ConnectorOutcome.Declined(PaymentReason.ProviderError) : new ConnectorOutcome.Approved(payout.Amount, ApprovalStage.Done, "u-" + payout.Reference);
    }
}
