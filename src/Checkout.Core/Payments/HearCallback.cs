using Checkout.Core.Chance;
using Checkout.Core.Money;
using Checkout.Core.Payments.Settling;
using Checkout.Core.Payouts;
using Checkout.Core.Storage;

namespace Checkout.Core.Payments;

/// <summary>
/// What became of a message an upstream sent. <see cref="NotConfirmed"/>: the upstream gave no answer when it was asked, or our own call is still under
/// way and settles it, so it should tell us again. <see cref="Quarantined"/>: it contradicts what we asked for, so an operator has to know.
/// </summary>
public enum HeardCallback { Confirmed, NotConfirmed, UnknownReference, Quarantined }

/// <summary>
/// An upstream says that something happened. That settles nothing: the upstream is asked, and its answer to us decides (PAY-16). Any number
/// of times, late or out of order, it comes to the same.
/// </summary>
public sealed class HearCallback(IPaymentStore store, ResolveAttempt resolve, ResolvePayout resolvePayout)
{
    /// <param name="merchant">Whose account heard it.</param>
    /// <param name="connector">The account.</param>
    /// <param name="reference">Our name for the operation, as the message says it.</param>
    /// <param name="amount">The amount the message says was asked for; null when it does not say.</param>
    public async Task<HeardCallback> RunAsync(int merchant, string connector, string reference, Amount? amount)
    {
        if (References.PayoutOf(reference) is { } number) return await HearPayoutAsync(merchant, connector, reference, number, amount);
        if (await FindAsync(merchant, connector, reference) is not { } attempt) return HeardCallback.UnknownReference;

        if (amount is { } said && said != attempt.Amount) return HeardCallback.Quarantined;

        // Also a settled attempt: a token may come after the money.
        var isConfirmed = (await resolve.RunAsync(attempt, Actor.Upstream)).IsAnswered;
        foreach (var other in await store.AttemptsAsync(merchant, attempt.Payment))
        {
            if (other.Number != attempt.Number && other.Connector == connector && Settlement.IsUnsettled(other)) await resolve.RunAsync(other, Actor.Upstream);
        }

        return isConfirmed ? HeardCallback.Confirmed : HeardCallback.NotConfirmed;
    }

    private async Task<HeardCallback> HearPayoutAsync(int merchant, string connector, string reference, long number, Amount? amount)
    {
        var payout = await store.FindPayoutAsync(merchant, number);
        if (payout is null || payout.UpstreamReference != reference || payout.Connector != connector) return HeardCallback.UnknownReference;
        if (amount is { } said && said != payout.Amount) return HeardCallback.Quarantined;
        return (await resolvePayout.RunAsync(payout, Actor.Upstream)).IsAnswered ? HeardCallback.Confirmed : HeardCallback.NotConfirmed;
    }

    /// <summary>A reference begins with merchant and payment, so it needs no index; the whole of it must fit.</summary>
    private async ValueTask<Attempt?> FindAsync(int merchant, string connector, string reference)
    {
        var parts = reference.Split('-');
        if (parts.Length != 4 || !long.TryParse(parts[1], out var payment) || payment <= 0) return null;
        return (await store.AttemptsAsync(merchant, payment)).FirstOrDefault(a => a.Reference == reference && a.Connector == connector);
    }
}
