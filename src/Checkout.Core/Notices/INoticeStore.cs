namespace Checkout.Core.Notices;

/// <summary>The outbox, as the sender sees it.</summary>
public interface INoticeStore
{
    /// <summary>
    /// Notices that are due: at most one per payment (the oldest), so that a payment's notices keep their order, and at most
    /// <paramref name="perMerchant"/> of each merchant, so that none hides the others.
    /// </summary>
    ValueTask<IReadOnlyList<Notice>> DueAsync(DateTimeOffset now, int limit, int perMerchant);

    /// <summary>There is nobody to tell: the notice goes, and nothing says that it was delivered.</summary>
    Task ForgetAsync(Notice notice);

    /// <summary>The newest event that waits about the same payment or payout; whoever reads that now reads all it tells. At least this one's own.</summary>
    ValueTask<long> NewestAsync(Notice notice);

    /// <summary>The merchant acknowledged it: the notice goes with those that it told too, and the payment remembers when.</summary>
    /// <param name="notice">The one that was sent.</param>
    /// <param name="at">When it was acknowledged.</param>
    /// <param name="tells">The newest event of the same payment that its body told; its own <see cref="Notice.Id"/> when it tells one only.</param>
    Task DeliveredAsync(Notice notice, DateTimeOffset at, long tells);

    /// <summary>It is not to go out before <paramref name="until"/>. That is no try.</summary>
    Task HoldAsync(Notice notice, DateTimeOffset until);

    /// <summary>Not delivered: try again at <paramref name="next"/>, or give up when null.</summary>
    Task PostponeAsync(Notice notice, DateTimeOffset? next);

    /// <summary>Everything that was given up goes out again, as if it were of <paramref name="now"/> and had never been tried.</summary>
    /// <param name="merchant">Whose notices.</param>
    /// <param name="since">Only what was to be told at that time or later.</param>
    /// <param name="now">When they are due.</param>
    /// <returns>How many that are.</returns>
    Task<int> ResendAsync(int merchant, DateTimeOffset since, DateTimeOffset now);
}
