using Checkout.Core.Notices;

namespace Checkout.Simulation.Memory;

/// <summary>The outbox in memory.</summary>
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
        lock (tables.Door) return new(Same(tables, notice).Select(n => n.Id).Append(notice.Id).Max());
    }

    public Task DeliveredAsync(Notice notice, DateTimeOffset at, long tells)
    {
        lock (tables.Door)
        {
            foreach (var told in Same(tables, notice).Where(n => n.Id <= tells).ToList()) tables.Notices.Remove(told.Id);
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
            if (next is not { } at)
            {
                if (tables.Notices.Remove(notice.Id)) tables.GivenUp.Add(notice.Id, notice);
            }
            else if (tables.Notices.ContainsKey(notice.Id)) tables.Notices[notice.Id] = notice with { Tries = notice.Tries + 1, NextAt = at };
        }

        return Task.CompletedTask;
    }

    public Task<int> ResendAsync(int merchant, DateTimeOffset since, DateTimeOffset now)
    {
        lock (tables.Door)
        {
            var again = tables.GivenUp.Values.Where(n => n.Merchant == merchant && n.Created >= since).ToList();
            foreach (var notice in again)
            {
                tables.GivenUp.Remove(notice.Id);
                tables.Notices.Add(notice.Id, notice with { Tries = 0, Created = now, NextAt = now });
            }

            return Task.FromResult(again.Count);
        }
    }

    /// <summary>What waits about the same payment, or the same payout, in the order it happened.</summary>
    internal static IEnumerable<Notice> Same(MemoryTables tables, Notice notice) =>
        tables.Notices.Values.Where(n => n.Merchant == notice.Merchant && n.Payment == notice.Payment && (n.Subject == NoticeSubject.Payout) == (notice.Subject == NoticeSubject.Payout));
}
