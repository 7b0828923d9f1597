using Checkout.Core.Cards;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Shoppers;

namespace Checkout.Core.Upstream;

/// <summary>Who starts a payment with card details that are, or will be, kept (STO-2).</summary>
public enum CredentialUse { None, FirstByShopper, LaterByShopper, ByMerchant }

/// <summary>A card payment to authorise, or with <see cref="IsCheck"/> a card to check without an amount.</summary>
public sealed record AuthoriseRequest
{
    public required int Merchant { get; init; }

    /// <summary>Our name for this operation; also the upstream's idempotency key.</summary>
    public required string Reference { get; init; }

    /// <summary>The merchant's own name for the payment, for statements.</summary>
    public required string MerchantReference { get; init; }

    public required Amount Amount { get; init; }

    public required bool Capture { get; init; }

    public bool IsCheck { get; init; }

    /// <summary>Take the shopper through 3-D Secure.</summary>
    public required bool Authenticate { get; init; }

    /// <summary>In whose words the bank asks; null: a page to go to may do. Only the simulator can choose.</summary>
    public ChallengeShape? Challenges { get; init; }

    /// <summary>The card in clear; null when a token pays, or when the shopper types it on the upstream's page.</summary>
    public TypedCard? Card { get; init; }

    /// <summary>The upstream's own word for a card it keeps.</summary>
    public UpstreamToken? Token { get; init; }

    public SecurityCode? Code { get; init; }

    /// <summary>Ask the upstream to keep the card and to give its word for it.</summary>
    public bool KeepsCard { get; init; }

    /// <summary>The merchant's name for the shopper; null when it gave none.</summary>
    public string? Shopper { get; init; }

    public required CredentialUse Use { get; init; }

    /// <summary>What a charge by the merchant alone refers to; null: there is no such charge, or nobody knows it any more.</summary>
    public FirstCharge? FirstCharge { get; init; }

    public required PaymentDetails Details { get; init; }

    /// <summary>The browser of the shopper who is there, as far as it is known.</summary>
    public BrowserFacts Browser { get; init; } = BrowserFacts.None;

    /// <summary>Where the upstream sends the shopper back to, by GET or POST.</summary>
    public required string ReturnUrl { get; init; }

    /// <summary>In a test only the listed test cards are good; every other number is an invalid card.</summary>
    public bool OnlyListedTestCards { get; init; }
}

/// <summary>A capture, cancel or refund of an earlier operation, or the acceptance of one that is held for review.</summary>
/// <param name="Target">The reference of the authorise operation.</param>
/// <param name="OfReview">The operation is held for review; a cancel rejects it.</param>
public sealed record FollowUpRequest(int Merchant, AttemptKind Kind, string Reference, string Target, string? TargetUpstreamId, Amount Amount, bool OfReview = false);

/// <summary>Asks what became of an operation.</summary>
/// <param name="Reference">The operation that is asked about.</param>
/// <param name="Target">For captures, cancels and refunds, the reference of the authorise operation.</param>
/// <param name="UpstreamId">The upstream's name for the authorise operation, as far as it is known.</param>
/// <param name="Captures">Whether the authorise operation was to take the money too.</param>
/// <param name="Amount">What the operation is for; an upstream may not say it before the operation is done.</param>
public sealed record QueryRequest(int Merchant, AttemptKind Kind, string Reference, string? Target, string? UpstreamId = null, bool Captures = false, Amount? Amount = null);
