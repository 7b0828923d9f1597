using Checkout.Core.Cards;
using Checkout.Core.Money;
using Checkout.Core.SavedCards;

namespace Checkout.Core.Payments;

/// <summary>What an attempt does. An accept lets a charge go on that the upstream holds for review; a cancel of such a charge rejects it.</summary>
public enum AttemptKind { Authorise = 0, Capture = 1, Cancel = 2, Refund = 3, Verify = 4, Accept = 5 }

/// <summary>
/// Where one upstream operation stands. The last three can never move money any more; in all others an authorise attempt blocks a second
/// one of the same payment (PAY-4).
/// </summary>
public enum AttemptState
{
    Submitting = 0,
    AwaitingShopper = 1,
    AwaitingReview = 2,
    Unknown = 3,
    Approved = 4,
    Declined = 5,
    CancelConfirmed = 6,
    ProvenDead = 7,
}

/// <summary>One upstream operation for a payment: the intent, committed before the first byte goes out, and later its outcome.</summary>
public sealed record Attempt
{
    public required int Merchant { get; init; }

    public required long Payment { get; init; }

    /// <summary>1, 2, 3 … within the payment.</summary>
    public required int Number { get; init; }

    public required AttemptKind Kind { get; init; }

    public required AttemptState State { get; init; }

    /// <summary>The name the upstream knows the operation by; made once, the same in every call about it (PAY-2).</summary>
    public required string Reference { get; init; }

    /// <summary>The reference of the attempt this one captures, cancels, refunds or accepts, or whose card it tries again with the shopper's bank.</summary>
    public string? Target { get; init; }

    public required Amount Amount { get; init; }

    /// <summary>Whether an authorise attempt also takes the money.</summary>
    public bool Captures { get; init; }

    public required string Connector { get; init; }

    public required DateTimeOffset Submitted { get; init; }

    public PaymentReason Reason { get; init; }

    public string? UpstreamId { get; init; }

    public CardFace? Card { get; init; }

    /// <summary>The saved card it pays with, or that waits (pending) to be kept when it succeeds.</summary>
    public long? SavedCard { get; init; }

    /// <summary>Whether <see cref="SavedCard"/> already had a token before, so that this attempt is a use of it.</summary>
    public bool UsesToken { get; init; }

    /// <summary>Whether the card is to be kept when this attempt succeeds.</summary>
    public bool KeepsCard { get; init; }

    /// <summary>What was agreed about keeping a card that only the upstream sees; a card we see carries it itself.</summary>
    public Consent? Consent { get; init; }

    /// <summary>Where the shopper has to go while the state is <see cref="AttemptState.AwaitingShopper"/>.</summary>
    public Upstream.ShopperRedirect? Redirect { get; init; }

    /// <summary>When somebody has to look after it next; null: nobody has to.</summary>
    public DateTimeOffset? CheckAt { get; init; }

    /// <summary>How often the upstream was asked what became of it.</summary>
    public int Checks { get; init; }

    /// <summary>When a charge came to nothing without a proof that it never acts: it is asked about for three days more (PAY-19).</summary>
    public DateTimeOffset? Ended { get; init; }

    /// <summary>A cancel or refund of ours that takes back a charge no payment stands for. While it is Submitting, it is planned and not sent yet.</summary>
    public bool Undoes { get; init; }

    public bool MayStillCharge => State is not (AttemptState.Declined or AttemptState.CancelConfirmed or AttemptState.ProvenDead);
}
