using Checkout.Core.Storage;

namespace Checkout.Simulation.Memory;

/// <summary>Request keys and their answers in memory.</summary>
internal sealed class MemoryRequests(MemoryTables tables) : IRequestStore
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(31);

    public ValueTask<SeenRequest?> FindAsync(int merchant, string endpoint, string key)
    {
        lock (tables.Door) return new(tables.Requests.TryGetValue((merchant, endpoint, key), out var row) ? row.Seen : null);
    }

    public Task<bool> AnswerAsync(RequestKey key, long? payment, int status, byte[] body, DateTimeOffset at)
    {
        lock (tables.Door)
        {
            var name = (key.Merchant, key.Endpoint, key.Key);
            var isKept = true;
            var isKnown = tables.Requests.TryGetValue(name, out var row);
            if (!isKnown) tables.Requests[name] = (new SeenRequest(key.Mac, payment, status, body), at);
            else if (IsOpenFor(row.Seen, key, payment)) tables.Requests[name] = (row.Seen with { Payment = payment ?? row.Seen.Payment, Status = status, Body = body }, row.At);
            else isKept = false;
            foreach (var old in tables.Requests.Where(r => at - r.Value.At > Kept).Select(r => r.Key).ToList()) tables.Requests.Remove(old);
            return Task.FromResult(isKept);
        }
    }

    /// <summary>An answer is given once, to the request that claimed the key, and never by one that was refused beside it.</summary>
    private static bool IsOpenFor(SeenRequest seen, RequestKey key, long? payment) =>
        seen.Body is null && seen.Mac.AsSpan().SequenceEqual(key.Mac) && (payment is not null || seen.Payment is null);
}
