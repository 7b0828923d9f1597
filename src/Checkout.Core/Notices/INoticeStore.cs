namespace Checkout.Core.Notices;

/// <summary>The outbox, as the sender sees it.</summary>
public interface INoticeStore
{
    /// <summary>Notices that are due, at most one per payment (the oldest), so that a payment's notices keep their order.</summary>
    /// <param name="without">Merchants who cannot be told more at present; others must not wait behind them.</param>
    ValueTask<IReadOnlyList<Notice>> DueAsync(DateTimeOffset now, int limit, IReadOnlyCollection<int>? without = null);

    /// <summary>The merchant acknowledged it: the notice goes, and the payment remembers when.</summary>
    Task DeliveredAsync(Notice notice, DateTimeOffset at);

    /// <summary>There is nobody to tell: the notice goes, and the payment remembers nothing.</summary>
    Task DropAsync(Notice notice);

    /// <summary>Not delivered: try again at <paramref name="next"/>, or give up when null.</summary>
    Task PostponeAsync(Notice notice, DateTimeOffset? next);
}
