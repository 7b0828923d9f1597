using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Storage;

namespace Checkout.Simulation.Planted;

/// <summary>A store that passes everything on, for faults that change one thing of it.</summary>
internal class PassingPayments(IPaymentStore store) : IPaymentStore
{
    protected IPaymentStore Store => store;

    public virtual Task<Verdict> CommitAsync(IReadOnlyList<Write> change) => store.CommitAsync(change);

    public virtual ValueTask<Payment?> FindAsync(int merchant, long payment) => store.FindAsync(merchant, payment);

    public ValueTask<Payment?> FindByPublicIdAsync(string id) => store.FindByPublicIdAsync(id);

    public ValueTask<Payment?> FindByReferenceAsync(int merchant, Dialect dialect, bool isTest, string reference) => store.FindByReferenceAsync(merchant, dialect, isTest, reference);

    public ValueTask<IReadOnlyList<Payment>> ListAsync(PaymentFilter filter) => store.ListAsync(filter);

    public ValueTask<IReadOnlyList<Attempt>> AttemptsAsync(int merchant, long payment) => store.AttemptsAsync(merchant, payment);

    public ValueTask<IReadOnlyList<Refund>> RefundsAsync(int merchant, long payment) => store.RefundsAsync(merchant, payment);

    public ValueTask<Refund?> FindRefundAsync(int merchant, long refund) => store.FindRefundAsync(merchant, refund);

    public ValueTask<Refund?> FindRefundByReferenceAsync(int merchant, string reference) => store.FindRefundByReferenceAsync(merchant, reference);

    public virtual ValueTask<IReadOnlyList<Attempt>> DueAttemptsAsync(DateTimeOffset now, int limit) => store.DueAttemptsAsync(now, limit);

    public virtual ValueTask<IReadOnlyList<Payment>> LapsedAsync(DateTimeOffset now, int limit) => store.LapsedAsync(now, limit);

    public virtual ValueTask<Payout?> FindPayoutAsync(int merchant, long payout) => store.FindPayoutAsync(merchant, payout);

    public virtual ValueTask<Payout?> FindPayoutByReferenceAsync(int merchant, string reference) => store.FindPayoutByReferenceAsync(merchant, reference);

    public virtual ValueTask<IReadOnlyList<Payout>> PayoutsAsync(PayoutFilter filter) => store.PayoutsAsync(filter);

    public virtual ValueTask<IReadOnlyList<Payout>> DuePayoutsAsync(DateTimeOffset now, int limit) => store.DuePayoutsAsync(now, limit);
}
