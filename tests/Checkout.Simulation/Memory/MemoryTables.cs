using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;

namespace Checkout.Simulation.Memory;

/// <summary>One line of a payment's history.</summary>
internal sealed record PaymentEvent(int Version, PaymentStatus Status, PaymentReason Reason, Actor By);

/// <summary>The rows of the store in memory, with what is needed to take a change back that fails half-way.</summary>
internal sealed class MemoryTables
{
    private readonly Stack<Action> _undo = [];

    public Lock Door { get; } = new();

    public Dictionary<(int Merchant, long Number), Payment> Payments { get; } = [];

    public Dictionary<(int Merchant, Dialect Dialect, bool IsTest, string Reference), Payment> References { get; } = [];

    public Dictionary<(int Merchant, long Payment), List<PaymentEvent>> Events { get; } = [];

    public Dictionary<(int Merchant, long Payment), List<Attempt>> Attempts { get; } = [];

    public Dictionary<(int Merchant, long Number), Refund> Refunds { get; } = [];

    public Dictionary<(int Merchant, long Number), Payout> Payouts { get; } = [];

    public Dictionary<(int Merchant, DateOnly Day, string Currency), long> PayoutDays { get; } = [];

    public Dictionary<(int Merchant, long Number), SavedCard> Cards { get; } = [];

    public Dictionary<(int Merchant, long Card, string Connector), byte[]> Tokens { get; } = [];

    public Dictionary<string, (int Merchant, long Payment)> PublicIds { get; } = [];

    public Dictionary<(int Merchant, string Endpoint, string Key), (SeenRequest Seen, DateTimeOffset At)> Requests { get; } = [];

    public SortedDictionary<long, Notice> Notices { get; } = [];

    /// <summary>What nobody took in all its tries.</summary>
    public Dictionary<long, Notice> GivenUp { get; } = [];

    public List<(long Card, string Reference)> Openings { get; } = [];

    /// <summary>Given to a notice once and never again, also when its change is taken back.</summary>
    public long LastNotice { get; set; }

    public void OnUndo(Action undo) => _undo.Push(undo);

    public void Put<TKey, TRow>(Dictionary<TKey, TRow> table, TKey key, TRow row)
        where TKey : notnull
    {
        if (table.TryGetValue(key, out var before)) OnUndo(() => table[key] = before);
        else OnUndo(() => table.Remove(key));
        table[key] = row;
    }

    public void Append<TRow>(List<TRow> list, TRow row)
    {
        list.Add(row);
        OnUndo(() => list.RemoveAt(list.Count - 1));
    }

    public void Keep() => _undo.Clear();

    public void TakeBack()
    {
        while (_undo.TryPop(out var undo)) undo();
    }
}
