using Checkout.Core.Payouts;
using Checkout.Core.Storage;

namespace Checkout.Simulation.Memory;

/// <summary>Payouts and their days in memory.</summary>
internal static class MemoryPayoutRows
{
    public static Verdict Insert(MemoryTables tables, Write.NewPayout write)
    {
        var payout = write.Payout;
        if (tables.Payouts.Values.Any(p => p.Merchant == payout.Merchant && p.Reference == payout.Reference)) return Verdict.DuplicateReference;
        if (tables.Payouts.ContainsKey((payout.Merchant, payout.Number))) throw new InvalidOperationException("A payout's number is given twice.");
        var day = DayOf(payout);
        var paid = checked(tables.PayoutDays.GetValueOrDefault(day) + payout.Amount.Minor);
        if (write.DailyLimit > 0 && paid > write.DailyLimit) return Verdict.AboveDailyLimit;
        tables.Put(tables.PayoutDays, day, paid);
        tables.Put(tables.Payouts, (payout.Merchant, payout.Number), payout);
        return Verdict.Done;
    }

    public static Verdict Move(MemoryTables tables, Write.MovePayout write)
    {
        var after = write.After;
        var key = (after.Merchant, after.Number);
        if (!tables.Payouts.TryGetValue(key, out var held) || held.Version != after.Version - 1) return Verdict.Stale;
        tables.Put(tables.Payouts, key, after);
        if (held.MayHavePaid != after.MayHavePaid)
            tables.Put(tables.PayoutDays, DayOf(after), tables.PayoutDays.GetValueOrDefault(DayOf(after)) + (after.MayHavePaid ? after.Amount.Minor : -after.Amount.Minor));
        return Verdict.Done;
    }

    private static (int, DateOnly, string) DayOf(Payout payout) => (payout.Merchant, payout.Day, payout.Amount.Currency.Code);
}
