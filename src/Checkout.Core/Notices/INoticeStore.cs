namespace Checkout.Core.Notices;

/// <summary>The outbox, as the sender sees it.</summary>
public interface INoticeStore
{
    /// <summary>Notices that are due, at most one per payment (the oldest), so that a payment's notices keep their order.</summary>
    ValueTask<IReadOnlyList<Notice>> DueAsync(DateTimeOffset now, int limit);

    /// <summary>The merchant acknowledged it: the notice goes, and the payment remembers when.</summary>
    Task DeliveredAsync(Notice notice, DateTimeOffset at);

    /// <summary>Not delivered: try again at <paramref name="next"/>, or give up when null.</summary>
    Task PostponeAsync(Notice notice, DateTimeOffset? next);
}
