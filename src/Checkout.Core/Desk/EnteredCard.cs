using Checkout.Core.Cards;
using Checkout.Core.SavedCards;
using Checkout.Core.Shoppers;

namespace Checkout.Core.Desk;

/// <summary>
/// What the shopper entered: a typed card, or a saved one with its security code; or, where the provider's own page asks for all that, only
/// which card it shall be. Never amount, currency or return address.
/// </summary>
public sealed record EnteredCard
{
    public TypedCard? Typed { get; init; }

    public long? SavedCard { get; init; }

    public SecurityCode? Code { get; init; }

    /// <summary>The shopper agreed that the card is kept.</summary>
    public bool Keep { get; init; }

    public Consent? Consent { get; init; }

    /// <summary>The version of the payment the form was made for; for any other nothing is done (PAY-13).</summary>
    public required int Version { get; init; }

    /// <summary>Details the merchant did not send and the provider needs, typed by the shopper.</summary>
    public ShopperDetails? Added { get; init; }

    public PostalAddress? AddedBilling { get; init; }

    /// <summary>Where the shopper's request came from, for the payment of a merchant who did not say; null: not to be kept.</summary>
    public string? Address { get; init; }

    /// <summary>The browser it was entered in, for the provider that is sent the card.</summary>
    public BrowserFacts Browser { get; init; } = BrowserFacts.None;
}
