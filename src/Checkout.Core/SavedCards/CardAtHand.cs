using Checkout.Core.Cards;
using Checkout.Core.Upstream;

namespace Checkout.Core.SavedCards;

/// <summary>A card as it goes upstream: in clear, or by the upstream's own word for it. Dispose it after the call.</summary>
public sealed class CardAtHand : IDisposable
{
    private readonly bool _isOurs;

    private CardAtHand(TypedCard? card, UpstreamToken? token, bool isOurs) => (Card, Token, _isOurs) = (card, token, isOurs);

    /// <summary>Null: a token names it, or the shopper types it at the upstream.</summary>
    public TypedCard? Card { get; }

    public UpstreamToken? Token { get; }

    /// <summary>A number that was typed belongs to who brought it.</summary>
    public static CardAtHand Typed(TypedCard? card) => new(card, null, isOurs: false);

    /// <summary>A number that was opened is ours to wipe.</summary>
    public static CardAtHand Opened(TypedCard card) => new(card, null, isOurs: true);

    public static CardAtHand Named(UpstreamToken token) => new(null, token, isOurs: false);

    public void Dispose()
    {
        if (_isOurs) Card?.Dispose();
    }
}
