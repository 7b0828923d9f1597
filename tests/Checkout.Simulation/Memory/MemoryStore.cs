using Checkout.Core.Notices;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;

namespace Checkout.Simulation.Memory;

/// <summary>A whole store in memory: what several nodes of one world share. It sits the exam of every store.</summary>
internal sealed class MemoryStore
{
    public MemoryStore()
    {
        Payments = new MemoryPayments(Tables);
        SavedCards = new MemorySavedCards(Tables);
        Notices = new MemoryNotices(Tables);
        Requests = new MemoryRequests(Tables);
    }

    public MemoryTables Tables { get; } = new();

    public IPaymentStore Payments { get; }

    public ISavedCardStore SavedCards { get; }

    public INoticeStore Notices { get; }

    public INumbers Numbers { get; } = new MemoryNumbers();

    public IRequestStore Requests { get; }
}
