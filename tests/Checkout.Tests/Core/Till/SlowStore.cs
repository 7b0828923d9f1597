using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Storage;

namespace Checkout.Tests.Core.Till;

/// <summary>A store whose commits take their time: others do something before they land, or after.</summary>
internal sealed class SlowStore(IPaymentStore store, Action meanwhile) : IPaymentStore
{
    public Func<IReadOnlyList<Write>, Task> Before { get; init; } = _ => Task.CompletedTask;

    public async Task<Verdict> CommitAsync(IReadOnlyList<Write> change)
    {
        await Before(change);
        var verdict = await store.CommitAsync(change);
        meanwhile();
        return verdict;
    }

    public ValueTask<Payment?> FindAsync(int merchant, long payment) => store.FindAsync(merchant, payment);

    public ValueTask<Payment?> FindByPublicIdAsync(string id) => store.FindByPublicIdAsync(id);

    public ValueTask<Payment?> FindByReferenceAsync(int merchant, Dialect dialect, bool isTest, string reference) => store.FindByReferenceAsync(merchant, dialect, isTest, reference);

    public ValueTask<IReadOnlyList<Payment>> ListAsync(PaymentFilter filter) => store.ListAsync(filter);

    public ValueTask<IReadOnlyList<Attempt>> AttemptsAsync(int merchant, long payment) => store.AttemptsAsync(merchant, payment);

    public ValueTask<IReadOnlyList<Refund>> RefundsAsync(int merchant, long payment) => store.RefundsAsync(merchant, payment);

    public ValueTask<Refund?> FindRefundAsync(int merchant, long refund) => store.FindRefundAsync(merchant, refund);

    public ValueTask<Refund?> FindRefundByReferenceAsync(int merchant, string reference) => store.FindRefundByReferenceAsync(merchant, reference);

    public ValueTask<IReadOnlyList<Attempt>> DueAttemptsAsync(DateTimeOffset now, int limit) => store.DueAttemptsAsync(now, limit);

    public ValueTask<IReadOnlyList<Payment>> LapsedAsync(DateTimeOffset now, int limit) => store.LapsedAsync(now, limit);

    public ValueTask<Payout?> FindPayoutAsync(int merchant, long payout) => store.FindPayoutAsync(merchant, payout);

    public ValueTask<Payout?> FindPayoutByReferenceAsync(int merchant, string reference) => store.FindPayoutByReferenceAsync(merchant, reference);

    public ValueTask<IReadOnlyList<Payout>> PayoutsAsync(PayoutFilter filter) => store.PayoutsAsync(filter);

    public ValueTask<IReadOnlyList<Payout>> DuePayoutsAsync(DateTimeOffset now, int limit) => store.DuePayoutsAsync(now, limit);
}
