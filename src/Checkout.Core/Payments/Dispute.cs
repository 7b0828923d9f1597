namespace Checkout.Core.Payments;

/// <summary>Where a dispute stands. <c>ChargedBack</c>: the money is taken back for good.</summary>
public enum DisputeState { Open, Won, Lost, ChargedBack }

/// <summary>What an upstream says of a dispute.</summary>
/// <param name="AmountMinor">How much of the payment the cardholder wants back, in minor units.</param>
public sealed record DisputeWord(DisputeState State, long AmountMinor);

/// <summary>The cardholder asked the bank to take the money back. A payment has one at most; where it stands is the payment's status.</summary>
/// <param name="Raised">When we heard of it.</param>
/// <param name="AmountMinor">How much is disputed, in minor units.</param>
public sealed record Dispute(DateTimeOffset Raised, long AmountMinor)
{
    /// <summary>When we heard that the money is gone, or is to go. Null: it is not, or an older version did not write it down.</summary>
    public DateTimeOffset? Lost { get; init; }

    /// <summary>Of a payment that is or was disputed. Only one that was won goes on to other statuses.</summary>
    public static DisputeState StateOf(PaymentStatus status) => status switch
    {
        PaymentStatus.Disputed => DisputeState.Open,
        PaymentStatus.DisputeLost => DisputeState.Lost,
        PaymentStatus.ChargedBack => DisputeState.ChargedBack,
        _ => DisputeState.Won,
    };

    public static PaymentStatus StatusOf(DisputeState state) => state switch
    {
        DisputeState.Open => PaymentStatus.Disputed,
        DisputeState.Won => PaymentStatus.DisputeWon,
        DisputeState.Lost => PaymentStatus.DisputeLost,
        DisputeState.ChargedBack => PaymentStatus.ChargedBack,
    };
}
