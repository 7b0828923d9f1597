using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Storage;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Rooms;

/// <summary>The store's payments as a process sees them; every change that lands is looked at.</summary>
internal sealed class WiredPayments(StoreWire wire, World world) : IPaymentStore
{
    private readonly IPaymentStore _store = world.Store.Payments;

    public Task<Verdict> CommitAsync(IReadOnlyList<Write> change) => wire.WriteAsync(() =>
    {
        var verdict = _store.CommitAsync(change).GetAwaiter().GetResult();
        if (verdict == Verdict.Done)
        {
            world.Checker.Committed(change);
            world.PayoutChecks.Committed(change);
        }
        else world.Note((int)verdict, () => verdict.ToString());
        return verdict;
    });

    public ValueTask<Payment?> FindAsync(int merchant, long payment) => wire.ReadAsync(() => _store.FindAsync(merchant, payment));

    public ValueTask<Payment?> FindByPublicIdAsync(string id) => wire.ReadAsync(() => _store.FindByPublicIdAsync(id));

    public ValueTask<Payment?> FindByReferenceAsync(int merchant, Dialect dialect, bool isTest, string reference) =>
        wire.ReadAsync(() => _store.FindByReferenceAsync(merchant, dialect, isTest, reference));

    public ValueTask<IReadOnlyList<Payment>> ListAsync(PaymentFilter filter) => wire.ReadAsync(() => _store.ListAsync(filter));

    public ValueTask<IReadOnlyList<Attempt>> AttemptsAsync(int merchant, long payment) => wire.ReadAsync(() => _store.AttemptsAsync(merchant, payment));

    public ValueTask<IReadOnlyList<Refund>> RefundsAsync(int merchant, long payment) => wire.ReadAsync(() => _store.RefundsAsync(merchant, payment));

    public ValueTask<Refund?> FindRefundAsync(int merchant, long refund) => wire.ReadAsync(() => _store.FindRefundAsync(merchant, refund));

    public ValueTask<Refund?> FindRefundByReferenceAsync(int merchant, string reference) =>
        wire.ReadAsync(() => _store.FindRefundByReferenceAsync(merchant, reference));

    public ValueTask<IReadOnlyList<Attempt>> DueAttemptsAsync(DateTimeOffset now, int limit) => wire.ReadAsync(() => _store.DueAttemptsAsync(now, limit));

    public ValueTask<IReadOnlyList<Payment>> LapsedAsync(DateTimeOffset now, int limit) => wire.ReadAsync(() => _store.LapsedAsync(now, limit));

    public ValueTask<Payout?> FindPayoutAsync(int merchant, long payout) => wire.ReadAsync(() => _store.FindPayoutAsync(merchant, payout));

    public ValueTask<Payout?> FindPayoutByReferenceAsync(int merchant, string reference) => wire.ReadAsync(() => _store.FindPayoutByReferenceAsync(merchant, reference));

    public ValueTask<IReadOnlyList<Payout>> PayoutsAsync(PayoutFilter filter) => wire.ReadAsync(() => _store.PayoutsAsync(filter));

    public ValueTask<IReadOnlyList<Payout>> DuePayoutsAsync(DateTimeOffset now, int limit) => wire.ReadAsync(() => _store.DuePayoutsAsync(now, limit));
}
