using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Storage;

namespace Checkout.Simulation.Memory;

/// <summary>Payments, attempts and refunds in memory. Every answer is of one moment.</summary>
internal sealed class MemoryPayments(MemoryTables tables) : IPaymentStore
{
    public Task<Verdict> CommitAsync(IReadOnlyList<Write> change)
    {
        lock (tables.Door) return Task.FromResult(MemoryChange.Run(tables, change));
    }

    public ValueTask<Payment?> FindAsync(int merchant, long payment)
    {
        lock (tables.Door) return new(tables.Payments.GetValueOrDefault((merchant, payment)));
    }

    public ValueTask<Payment?> FindByPublicIdAsync(string id)
    {
        lock (tables.Door) return new(tables.PublicIds.TryGetValue(id, out var key) ? tables.Payments.GetValueOrDefault(key) : null);
    }

    public ValueTask<Payment?> FindByReferenceAsync(int merchant, Dialect dialect, bool isTest, string reference)
    {
        lock (tables.Door)
            return new(tables.References.TryGetValue((merchant, dialect, isTest, reference), out var first) ? tables.Payments[(merchant, first.Number)] : null);
    }

    public ValueTask<IReadOnlyList<Payment>> ListAsync(PaymentFilter filter)
    {
        lock (tables.Door)
        {
            var fitting = tables.Payments.Values.Where(filter.Takes).OrderBy(p => filter.OldestFirst ? p.Number : -p.Number);
            return new([.. fitting.Take(filter.Limit)]);
        }
    }

    public ValueTask<IReadOnlyList<Attempt>> AttemptsAsync(int merchant, long payment)
    {
        lock (tables.Door) return new(tables.Attempts.TryGetValue((merchant, payment), out var all) ? all.ToArray() : []);
    }

    public ValueTask<IReadOnlyList<Refund>> RefundsAsync(int merchant, long payment)
    {
        lock (tables.Door) return new([.. tables.Refunds.Values.Where(r => r.Merchant == merchant && r.Payment == payment).OrderBy(r => r.Number)]);
    }

    public ValueTask<Refund?> FindRefundAsync(int merchant, long refund)
    {
        lock (tables.Door) return new(tables.Refunds.Values.FirstOrDefault(r => r.Merchant == merchant && r.Number == refund));
    }

    public ValueTask<Refund?> FindRefundByReferenceAsync(int merchant, string reference)
    {
        lock (tables.Door) return new(tables.Refunds.Values.FirstOrDefault(r => r.Merchant == merchant && r.Reference == reference));
    }

    public ValueTask<IReadOnlyList<Attempt>> DueAttemptsAsync(DateTimeOffset now, int limit)
    {
        lock (tables.Door)
        {
            List<Attempt> due = [];
            foreach (var all in tables.Attempts.Values)
            {
                foreach (var attempt in all)
                {
                    if (attempt.CheckAt <= now) due.Add(attempt);
                }
            }

            return new(due.Count < 2 ? due : [.. due.OrderBy(a => a.CheckAt).Take(limit)]);
        }
    }

    public ValueTask<IReadOnlyList<Payment>> LapsedAsync(DateTimeOffset now, int limit)
    {
        lock (tables.Door) return new([.. tables.Payments.Values.Where(p => p.Status == PaymentStatus.Open && p.PayableUntil <= now).OrderBy(p => p.PayableUntil).Take(limit)]);
    }

    public ValueTask<Payout?> FindPayoutAsync(int merchant, long payout)
    {
        lock (tables.Door) return new(tables.Payouts.GetValueOrDefault((merchant, payout)));
    }

    public ValueTask<Payout?> FindPayoutByReferenceAsync(int merchant, string reference)
    {
        lock (tables.Door) return new(tables.Payouts.Values.FirstOrDefault(p => p.Merchant == merchant && p.Reference == reference));
    }

    public ValueTask<IReadOnlyList<Payout>> PayoutsAsync(PayoutFilter filter)
    {
        lock (tables.Door)
        {
            var fitting = tables.Payouts.Values.Where(p => p.Merchant == filter.Merchant && (filter.Reference is null || p.Reference == filter.Reference) && p.Number <= (filter.UpTo ?? long.MaxValue) && filter.Takes(p));
            return new([.. fitting.OrderByDescending(p => p.Number).Take(filter.Limit)]);
        }
    }

    public ValueTask<IReadOnlyList<Payout>> DuePayoutsAsync(DateTimeOffset now, int limit)
    {
        lock (tables.Door) return new(tables.Payouts.Count == 0 ? [] : [.. tables.Payouts.Values.Where(p => p.CheckAt <= now).OrderBy(p => p.CheckAt).Take(limit)]);
    }
}
