using Checkout.Core.Cards;
using Checkout.Core.Money;
using Checkout.Core.Payments;

namespace Checkout.Core.Payouts;

/// <summary>What a merchant sees of a payout.</summary>
public enum PayoutState { Open, Done, Failed }

/// <summary>
/// Where the one upstream operation of a payout stands. <c>Declined</c> and <c>ProvenDead</c> are over, unless the money turns out to have
/// gone all the same; <c>NeedsOperator</c>: the upstream says what cannot be true of it.
/// </summary>
public enum PayoutStep { Submitting = 0, Unknown = 1, Requested = 2, Done = 3, Declined = 4, ProvenDead = 5, NeedsOperator = 6 }

/// <summary>
/// Money that goes to a card. Nobody can take it back, so it is no attempt of a payment but a resource of its own: the row is the merchant's
/// order and the intent of its single operation.
/// </summary>
public sealed record Payout
{
    public required int Merchant { get; init; }

    /// <summary>Unique per merchant among payouts, increasing, at most 2³¹−1.</summary>
    public required long Number { get; init; }

    /// <summary>1 for the first; one more with each change.</summary>
    public required int Version { get; init; }

    /// <summary>The merchant's own name; unique per merchant among payouts, for ever.</summary>
    public required string Reference { get; init; }

    public required Amount Amount { get; init; }

    public required PayoutStep Step { get; init; }

    public PaymentReason Reason { get; init; }

    /// <summary>What the merchant sent along and wants to read back.</summary>
    public PaymentDetails Details { get; init; } = new();

    /// <summary>The card it goes to.</summary>
    public required CardFace Card { get; init; }

    /// <summary>The saved card it goes to; null when the merchant sent the number.</summary>
    public long? SavedCard { get; init; }

    public required string Connector { get; init; }

    /// <summary>The name the upstream knows it by; made once, the same in every call about it (PAY-2).</summary>
    public required string UpstreamReference { get; init; }

    public string? UpstreamId { get; init; }

    /// <summary>When it was intended, which is also when it was sent.</summary>
    public required DateTimeOffset Created { get; init; }

    public required DateTimeOffset Changed { get; init; }

    /// <summary>When somebody has to look after it next; null: nobody has to.</summary>
    public DateTimeOffset? CheckAt { get; init; }

    /// <summary>How often the upstream was asked what became of it.</summary>
    public int Checks { get; init; }

    /// <summary>When it came to nothing without a proof that it never acts: it is asked about for three days more (PAY-19).</summary>
    public DateTimeOffset? Ended { get; init; }

    public PayoutState State => StateOf(Step);

    /// <summary>The money has gone or may still go, so that it counts against the day's limit.</summary>
    public static PayoutState StateOf(PayoutStep step) => step switch
    {
        PayoutStep.Submitting or PayoutStep.Unknown or PayoutStep.Requested or PayoutStep.NeedsOperator => PayoutState.Open,
        PayoutStep.Done => PayoutState.Done,
        PayoutStep.Declined or PayoutStep.ProvenDead => PayoutState.Failed,
    };

    public bool MayHavePaid => State != PayoutState.Failed;

    /// <summary>The day (UTC) whose limit it counts against.</summary>
    public DateOnly Day => DateOnly.FromDateTime(Created.UtcDateTime);
}
