namespace Checkout.Core.Notices;

public enum NoticeSubject { Payment = 0, Refund = 1, Payout = 2, Dispute = 3 }

/// <summary>
/// A row of the outbox: the merchant is to be told about a change. It holds names only; the body is written at delivery and always tells
/// the present state. Written in the same transaction as the change (PAY-15).
/// </summary>
public sealed record Notice
{
    /// <summary>Given by the store, increasing; together with the merchant the stable id of the event.</summary>
    public long Id { get; init; }

    public required int Merchant { get; init; }

    /// <summary>The number of the payment; of the payout when <see cref="Subject"/> is one.</summary>
    public required long Payment { get; init; }

    public required NoticeSubject Subject { get; init; }

    /// <summary>The refund's number when <see cref="Subject"/> is a refund.</summary>
    public long? Refund { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset NextAt { get; init; }

    /// <summary>How often it was tried.</summary>
    public int Tries { get; init; }
}
