using Checkout.Core.Cards;
using Checkout.Core.Money;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments;

/// <summary>
/// What a merchant asked for, and where it stands. Immutable: a move gives the next version, and the store takes it only if it still
/// holds the version before (PAY-3).
/// </summary>
public sealed record Payment
{
    public required int Merchant { get; init; }

    /// <summary>Unique per merchant, increasing, at most 2³¹−1.</summary>
    public required long Number { get; init; }

    public required Dialect Dialect { get; init; }

    public bool IsTest { get; init; }

    public PaymentPurpose Purpose { get; init; }

    /// <summary>The merchant's own name for the payment; unique per (merchant, dialect, test or live), for ever.</summary>
    public required string Reference { get; init; }

    public required Amount Amount { get; init; }

    public required PaymentStatus Status { get; init; }

    public PaymentReason Reason { get; init; }

    /// <summary>Starts at 1 and grows by one with each stored change.</summary>
    public required int Version { get; init; }

    /// <summary>Take the money at once rather than only hold it.</summary>
    public bool CaptureNow { get; init; }

    public bool ThreeDSecure { get; init; }

    /// <summary>The merchant asked that the card be kept (GenerateCreditCardToken, save=1).</summary>
    public bool KeepCard { get; init; }

    /// <summary>Made to be looked at first: while it stands, nothing may be charged. Only the merchant's word takes it off.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>What the page asks for while the payment is Open.</summary>
    public CardNeed Need { get; init; }

    /// <summary>The merchant's name for the shopper, whose saved cards the page may show.</summary>
    public string? Shopper { get; init; }

    public string? ReturnUrl { get; init; }

    public PaymentDetails Details { get; init; } = new();

    /// <summary>The card of the payment, once there is one.</summary>
    public CardFace? Card { get; init; }

    /// <summary>The bank's challenge that was passed with that card; null: none, or nobody told us.</summary>
    public PassedChallenge? Challenge { get; init; }

    /// <summary>The saved card that pays, or that this payment saved; <see cref="ShowToken"/> says whether the merchant may see its token.</summary>
    public long? SavedCard { get; init; }

    /// <summary>The check value of that saved card, so that its token can be said without reading the card.</summary>
    public long? SavedCardCheck { get; init; }

    public bool ShowToken { get; init; }

    public FraudVerdict? Fraud { get; init; }

    /// <summary>The name the upstream gave the charge, for statements and support.</summary>
    public string? UpstreamId { get; init; }

    public long CapturedMinor { get; init; }

    public long RefundedMinor { get; init; }

    /// <summary>Refunds that are asked for and not yet decided; they count against what may still be refunded (PAY-8).</summary>
    public long RefundOpenMinor { get; init; }

    /// <summary>Null: nobody ever disputed it.</summary>
    public Dispute? Dispute { get; init; }

    /// <summary>How often the shopper tried to pay, and how often the security code was wrong.</summary>
    public int Tries { get; init; }

    public int WrongCodes { get; init; }

    /// <summary>The highest number that is taken for an attempt; the next one gets the next number.</summary>
    public int Attempts { get; init; }

    /// <summary>The check value of the payment's links.</summary>
    public required long LinkCheck { get; init; }

    public required DateTimeOffset Created { get; init; }

    /// <summary>Until when the link can be paid; null when there is no link.</summary>
    public DateTimeOffset? PayableUntil { get; init; }

    public required DateTimeOffset Changed { get; init; }

    /// <summary>When the money, or the first part of it, was taken as far as we know; null: it was not, or by an older version that did not write it down.</summary>
    public DateTimeOffset? Paid { get; init; }

    /// <summary>When the merchant last acknowledged a notice.</summary>
    public DateTimeOffset? Notified { get; init; }

    public long RefundableMinor => checked(CapturedMinor - RefundedMinor - RefundOpenMinor);

    /// <summary>The merchant's fee for the whole payment. The shopper pays the amount and no more.</summary>
    public long FeeMinor => Details.FeeMinor ?? 0;

    /// <summary>The fee of what was taken: all of it, or as large a share of it as was taken of the amount.</summary>
    public long CapturedFeeMinor => FeeMinor == 0 ? 0 : Share.Of(FeeMinor, CapturedMinor, Amount.Minor);

    public bool IsLapsedAt(DateTimeOffset now) => PayableUntil is { } until && now >= until;

    /// <summary>The same payment with the saved card it pays with, or that waits to be kept.</summary>
    public Payment WithSavedCard(SavedCards.SavedCard? card) => this with { SavedCard = card?.Number, SavedCardCheck = card?.Check };

    /// <summary>The saved card whose code alone the page asks for. Of payments from before this was written down it is the one that pays.</summary>
    public long? GivenCard => Need == CardNeed.SecurityCode ? Details.GivenCard ?? SavedCard : null;

    /// <summary>The same payment without the card a try showed, unless that is the one the merchant gave.</summary>
    public Payment WithoutShownCard() => SavedCard is { } shown && shown == GivenCard ? this : WithSavedCard(null) with { Card = null, Challenge = null, ShowToken = false };

    /// <summary>Whether a provider can do what is asked: one that takes money at once holds none.</summary>
    public bool CanGoTo(IConnector connector) => connector.HoldsMoney || CaptureNow || Purpose == PaymentPurpose.CardCheck;

    /// <summary>It waits for the merchant's moderator.</summary>
    public bool AwaitsModerator => IsBlocked && Status == PaymentStatus.Open;

    /// <summary>The next version of this payment in another status.</summary>
    /// <exception cref="InvalidOperationException">The move is not in <see cref="PaymentMoves"/>, or would submit what is blocked.</exception>
    public Payment MoveTo(PaymentStatus status, PaymentReason reason, DateTimeOffset now) => PaymentMoves.Allows(Status, status) && !(IsBlocked && status == PaymentStatus.Submitting)
        ? To(status, reason, now)
        : throw new InvalidOperationException($"A payment cannot move from {Status} to {status}.");

    /// <summary>The next version of this payment in a status that its end is corrected to.</summary>
    /// <exception cref="InvalidOperationException">The correction is not in <see cref="PaymentMoves"/>.</exception>
    public Payment CorrectTo(PaymentStatus status, PaymentReason reason, DateTimeOffset now) => PaymentMoves.AllowsCorrection(Status, status)
        ? To(status, reason, now)
        : throw new InvalidOperationException($"A payment cannot be corrected from {Status} to {status}.");

    /// <summary>The next version of this payment in the same status.</summary>
    public Payment Touch(DateTimeOffset now) => this with { Version = Version + 1, Changed = now };

    private Payment To(PaymentStatus status, PaymentReason reason, DateTimeOffset now) => Touch(now) with
    {
        Status = status,
        Reason = reason,
        Paid = Paid ?? (status is PaymentStatus.Captured or PaymentStatus.PartiallyCaptured ? now : null),
        Details = FailedAt(status is PaymentStatus.Failed or PaymentStatus.VerifyFailed or PaymentStatus.Expired ? now : null),
    };

    private PaymentDetails FailedAt(DateTimeOffset? time) => Details.Failed == time ? Details : Details with { Failed = time };
}
