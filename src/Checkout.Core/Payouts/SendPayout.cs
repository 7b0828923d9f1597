using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payouts;

/// <summary>
/// Pays out so that no crash, time-out or repetition pays twice: commit the intent, open the card, call, commit the outcome, as
/// <see cref="ChargeCard"/> does. No answer is an outcome of its own, which is asked about and never sent again.
/// </summary>
public sealed class SendPayout(IPaymentStore store, PlanPayout plan, CardKeeper keeper, SettlePayout settle, TimeProvider clock)
{
    private const int MostSends = 3;

    public async Task<PayoutResult> RunAsync(PayoutOrder order, RequestKey? request = null)
    {
        var window = new SendWindow(clock);
        var planned = await plan.RunAsync(order);
        if (planned is not { Payout: { } payout, Upstream: { } upstream }) return new PayoutResult(null, planned.Refusal);

        var verdict = await store.CommitAsync(WritesOf(order, payout, request, opensNumber: order.Saved is not null && planned.Token is null));
        if (verdict != Verdict.Done) return new PayoutResult(null, RefusalOf(verdict));

        return new PayoutResult(await SendAsync(order, planned, upstream, window));
    }

    private async Task<Payout> SendAsync(PayoutOrder order, PlannedPayout planned, IPaysOut upstream, SendWindow window)
    {
        var payout = planned.Payout!;
        try
        {
            using var card = order.Saved is { } saved ? keeper.AtHand(saved, planned.Token) : CardAtHand.Typed(order.Typed!);
            return await settle.RunAsync(payout, await CallAsync(payout, card, upstream, window), Actor.Merchant, toldInAnswer: true);
        }
        catch (VaultRefusedException)
        {
            // Nothing was sent: the card does not open.
            return await settle.RunAsync(payout, new ConnectorOutcome.Declined(PaymentReason.TokenNotAvailable), Actor.Merchant, toldInAnswer: true);
        }
    }

    private async Task<ConnectorOutcome> CallAsync(Payout payout, CardAtHand card, IPaysOut upstream, SendWindow window)
    {
        var request = new PayOutRequest(payout.Merchant, payout.UpstreamReference, payout.Reference, payout.Amount, payout.Details) { Card = card.Card, Token = card.Token };
        if (window.IsOver) return new ConnectorOutcome.Unknown(ConnectorFault.NotConnected);

        // Sending again with the same reference is safe only while nothing has left this machine.
        var outcome = await UpstreamCall.RunAsync(stop => upstream.PayOutAsync(request, stop), clock);
        for (var sends = 1; outcome is ConnectorOutcome.NotSent && sends < MostSends; sends++)
            outcome = await UpstreamCall.RunAsync(stop => upstream.PayOutAsync(request, stop), clock);
        return outcome;
    }

    private static List<Write> WritesOf(PayoutOrder order, Payout payout, RequestKey? request, bool opensNumber)
    {
        List<Write> writes = [];
        if (request is not null) writes.Add(new Write.ClaimRequest(request, payout.Number, payout.Created));
        // The card was read a moment ago; whoever cancelled it since was told that nothing happens with it any more.
        if (payout.SavedCard is { } card) writes.Add(new Write.NeedToken(payout.Merchant, card));
        writes.Add(new Write.NewPayout(payout, order.Merchant.Settings.PayoutDailyLimit));
        if (opensNumber) writes.Add(new Write.NoteOpening(payout.Merchant, payout.SavedCard!.Value, payout.Number, payout.UpstreamReference, payout.Created));
        return writes;
    }

    private static PayoutRefusal RefusalOf(Verdict verdict) => verdict switch
    {
        Verdict.RequestSeen => PayoutRefusal.RequestSeen,
        Verdict.DuplicateReference => PayoutRefusal.DuplicateReference,
        Verdict.AboveDailyLimit => PayoutRefusal.AboveDailyLimit,
        Verdict.TokenGone => PayoutRefusal.TokenGone,
        _ => throw new InvalidOperationException($"A new payout cannot be {verdict}."),
    };
}
