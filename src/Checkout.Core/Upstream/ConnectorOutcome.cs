using System.Diagnostics.CodeAnalysis;
using Checkout.Core.Cards;
using Checkout.Core.Money;
using Checkout.Core.Payments;

namespace Checkout.Core.Upstream;

/// <summary>How far an approved operation has come at the upstream.</summary>
public enum ApprovalStage { Done, Requested, Queued }

/// <summary>
/// What an upstream decided. Only a parsed, authenticated answer for our reference counts as a decision; everything else is
/// <see cref="Unknown"/>, which is asked about and never charged again.
/// </summary>
public abstract record ConnectorOutcome
{
    private ConnectorOutcome()
    {
    }

    /// <summary>The challenge that the shopper passed on the way to this; null: none, or the upstream does not tell.</summary>
    public PassedChallenge? Challenge { get; init; }

    /// <summary>The upstream did it. <paramref name="Amount"/> is what it says it did it for; the caller compares (PAY-21).</summary>
    public sealed record Approved(Amount Amount, ApprovalStage Stage, string? UpstreamId = null, FraudVerdict? Fraud = null, PaymentReason Note = PaymentReason.None) : ConnectorOutcome
    {
        private const int LongestName = 64;

        /// <summary>The upstream's word for the card, when it was asked to keep it and has by now.</summary>
        public UpstreamToken? Token { get; init; }

        /// <summary>What the upstream shows of the card that paid; needed where the shopper typed it there.</summary>
        public CardFace? Card { get; init; }

        /// <summary>What the upstream knows of that card; null: nothing, or it does not tell.</summary>
        public CardFacts? Facts { get; init; }

        /// <summary>Null: the cardholder has never disputed the charge, or the upstream does not say.</summary>
        public DisputeWord? Dispute { get; init; }

        /// <summary>
        /// The acquirer's own name for the charge, for statements and support, where it is another than <c>UpstreamId</c>: up to 64 printable
        /// characters without a card number. Anything else is no name, and passed over (VLT-5).
        /// </summary>
        public string? AcquirerReference { get; init => field = IsName(value) ? value : null; }

        /// <summary>The code with which the card's bank approved, as it stands on a receipt; letters and digits, fewer than a card number has.</summary>
        public string? ApprovalCode { get; init; }

        /// <summary>The card that paid, as it is known by now: one we know of, with what they know of it. Where they took another, that is none of it.</summary>
        [return: NotNullIfNotNull(nameof(known))]
        public CardFace? FaceOf(CardFace? known) => (known ?? Card) is { } face && !IsOther(face) ? face.With(Facts) : known;

        /// <summary>On a page of theirs the shopper may take another card than the one that was chosen here.</summary>
        public bool IsOther(CardFace known) => Card is { } used && used.Last4 != known.Last4;

        private static bool IsName(string? word) =>
            word is { Length: > 0 and <= LongestName } && !word.AsSpan().ContainsAnyExceptInRange(' ', '~') && !CardNumberSearch.IsIn(word);
    }

    public sealed record Declined(PaymentReason Reason, FraudVerdict? Fraud = null) : ConnectorOutcome;

    /// <summary>The shopper must visit a page of the upstream first.</summary>
    public sealed record NeedsShopper(ShopperRedirect Redirect, string? UpstreamId = null) : ConnectorOutcome;

    /// <summary>Held until the merchant accepts or rejects it (fraud challenge).</summary>
    public sealed record NeedsReview(FraudVerdict Fraud, string? UpstreamId = null) : ConnectorOutcome;

    /// <summary>The shopper gave up on the upstream's page, or a cancel by us was carried out: nothing can be charged any more.</summary>
    public sealed record Cancelled : ConnectorOutcome;

    /// <summary>The upstream has no such operation (yet). Final only after the connector's horizon (PAY-6).</summary>
    public sealed record NotFound : ConnectorOutcome;

    /// <summary>The upstream has no such operation, and one that still comes will be refused there: nothing can be charged any more.</summary>
    public sealed record Barred : ConnectorOutcome;

    /// <summary>Nothing left this machine: it is safe to try again with the same reference.</summary>
    public sealed record NotSent(ConnectorFault Fault) : ConnectorOutcome;

    public sealed record Unknown(ConnectorFault Fault) : ConnectorOutcome;
}
