using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Core.Payouts;

/// <summary>Reads a payout as it stands now: a doubt that is due is settled before the answer.</summary>
public sealed class ReadPayout(IPaymentStore store, ResolvePayout resolve, TimeProvider clock)
{
    public async ValueTask<Payout?> RunAsync(int merchant, long number)
    {
        if (await store.FindPayoutAsync(merchant, number) is not { } payout) return null;
        return payout.State == PayoutState.Open && payout.CheckAt <= clock.GetUtcNow() ? (await resolve.RunAsync(payout, Actor.Clock)).Payout : payout;
    }
}
