using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Core.SavedCards;

/// <summary>
/// A card that is kept for later: <c>Pending</c> until a payment with it succeeds, <c>Active</c> while its token pays,
/// <c>Cancelled</c> by the merchant, <c>Removed</c> by the shopper or dropped unused. Only the first two still hold a number.
/// </summary>
public enum SavedCardState { Pending, Active, Cancelled, Removed }

/// <summary>A remembered card of one merchant. Number and tokens are sealed; this is what may be known without opening them.</summary>
public sealed record SavedCard
{
    public required int Merchant { get; init; }

    /// <summary>Increasing per merchant; with <see cref="Check"/> it makes the card's token.</summary>
    public required long Number { get; init; }

    public required long Check { get; init; }

    /// <summary>The merchant's name for the shopper. Null: unbound, never listed on a page (STO-3).</summary>
    public string? Shopper { get; init; }

    public required Dialect MadeIn { get; init; }

    /// <summary>Made by a test payment: it pays test payments only, and one made by a live payment only live ones.</summary>
    public bool IsTest { get; init; }

    public required CardFace Face { get; init; }

    public required SavedCardState State { get; init; }

    /// <summary>How many payments have used the token.</summary>
    public int Uses { get; init; }

    public Consent? Consent { get; init; }

    /// <summary>The number; null when it is gone, or when only upstreams know it.</summary>
    public SealedNumber? Sealed { get; init; }

    /// <summary>The connectors whose upstream keeps this card too, so that a token pays there.</summary>
    public IReadOnlyList<string> TokensAt { get; init; } = [];

    /// <summary>
    /// Keyed and per merchant: tells that two saved cards are the same card without opening either (VLT-4). Of a card that only an upstream
    /// knows it is made from that upstream's token.
    /// </summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>Null: nothing was paid with it here yet, or by an older version that did not write it down.</summary>
    public FirstCharge? FirstCharge { get; init; }

    public required DateTimeOffset Created { get; init; }

    public DateTimeOffset? LastUsed { get; init; }

    public bool IsUsable => State == SavedCardState.Active;

    /// <summary>Whether a provider can charge it: by a token of its own, or by the number, where our side collects cards.</summary>
    public bool PaysAt(IConnector connector) => TokensAt.Contains(connector.Name) || (connector.Entry == CardEntry.Ours && Sealed is not null);

    public CardOwner Owner => new(Merchant, Shopper, Number);
}
