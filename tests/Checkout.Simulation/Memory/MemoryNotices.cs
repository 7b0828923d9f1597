using Checkout.Core.Notices;

namespace Checkout.Simulation.Memory;

/// <summary>The outbox in memory. A given-up notice goes.</summary>
internal sealed class MemoryNotices(MemoryTables tables) : INoticeStore
{
    public ValueTask<IReadOnlyList<Notice>> DueAsync(DateTimeOffset now, int limit, int perMerchant)
    {
        lock (tables.Door)
        {
            if (tables.Notices.Count == 0) return new([]);
            var first = tables.Notices.Values.GroupBy(n => (n.Merchant, n.Payment, n.Subject == NoticeSubject.Payout)).Select(same => same.First()).Where(n => n.NextAt <= now);
            var few = first.GroupBy(n => n.Merchant).SelectMany(same => same.OrderBy(n => n.NextAt).ThenBy(n => n.Id).Take(perMerchant));
            return new([.. few.OrderBy(n => n.NextAt).ThenBy(n => n.Id).Take(limit)]);
        }
    }

    public Task ForgetAsync(Notice notice)
    {
        lock (tables.Door) tables.Notices.Remove(notice.Id);
        return Task.CompletedTask;
    }

    public ValueTask<long> NewestAsync(Notice notice)
    {
        lock (tables.Door) return new(Same(notice).Select(n => n.Id).Append(notice.Id).Max());
    }

    public Task DeliveredAsync(Notice notice, DateTimeOffset at, long tells)
    {
        lock (tables.Door)
        {
            foreach (var told in Same(notice).Where(n => n.Id <= tells).ToList()) tables.Notices.Remove(told.Id);
            var key = (notice.Merchant, notice.Payment);
            if (notice.Subject != NoticeSubject.Payout && tables.Payments.TryGetValue(key, out var payment)) tables.Payments[key] = payment with { Notified = at };
        }

        return Task.CompletedTask;
    }

    public Task HoldAsync(Notice notice, DateTimeOffset until)
    {
        lock (tables.Door)
        {
            if (tables.Notices.ContainsKey(notice.Id)) tables.Notices[notice.Id] = notice with { NextAt = until };
        }

        return Task.CompletedTask;
    }

    public Task PostponeAsync(Notice notice, DateTimeOffset? next)
    {
        lock (tables.Door)
        {
            if (next is not { } at) tables.Notices.Remove(notice.Id);
            else if (tables.Notices.ContainsKey(notice.Id)) tables.Notices[notice.Id] = notice with { Tries = notice.Tries + 1, NextAt = at };
        }

        return Task.CompletedTask;
    }

    private IEnumerable<Notice> Same(Notice notice) =>
        tables.Notices.Values.Where(n => n.Merchant == notice.Merchant && n.Payment == notice.Payment && (n.Subject == NoticeSubject.Payout) == (notice.Subject == NoticeSubject.Payout));
}
