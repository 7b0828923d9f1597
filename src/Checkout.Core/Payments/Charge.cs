using Checkout.Core.Cards;
using Checkout.Core.Merchants;
using Checkout.Core.SavedCards;
using Checkout.Core.Shoppers;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Core.Payments;

/// <summary>One try to charge a card for a payment: a typed card or a saved one, never both; or neither, when the shopper types it at the upstream.</summary>
public sealed record Charge
{
    public required Merchant Merchant { get; init; }

    public required Payment Payment { get; init; }

    /// <summary>The payment is not stored yet; its first row and its intent land in one commit.</summary>
    public bool IsNew { get; init; }

    public TypedCard? Typed { get; init; }

    public SavedCard? Saved { get; init; }

    public SecurityCode? Code { get; init; }

    /// <summary>Keep the typed card when the charge succeeds.</summary>
    public bool Keep { get; init; }

    public Consent? Consent { get; init; }

    public required Actor By { get; init; }

    /// <summary>The browser of the shopper who is there; none, when a merchant charges alone. A call that is repeated by somebody else goes without.</summary>
    public BrowserFacts Browser { get; init; } = BrowserFacts.None;

    /// <summary>The shopper came by a link that lists no remembered cards, and comes back from a bank to that link.</summary>
    public bool HidesCards { get; init; }

    public RequestKey? Request { get; init; }

    /// <summary>Names of a new payment, see <see cref="PaymentOrder.PublicIds"/>.</summary>
    public IReadOnlyList<string> PublicIds { get; init; } = [];

    /// <summary>A saved card with a token spends a use of it; one that only waited for its security code does not.</summary>
    public bool UsesToken => Saved is { State: SavedCardState.Active };

    /// <summary>Null until the upstream tells which card it was.</summary>
    public CardFace? Face => Typed is { } typed ? CardFace.Of(typed) : Saved?.Face;

    /// <summary>
    /// Who has to collect cards for this charge: a number or code in our hands goes nowhere else, and without any the shopper types it
    /// there. Null: a merchant who charges a saved card alone may do so anywhere.
    /// </summary>
    public CardEntry? Entry => this switch
    {
        { Typed: not null } or { Code: not null } => CardEntry.Ours,
        // A card that waits for its code was sent to us whole.
        { Saved.State: SavedCardState.Pending } => CardEntry.Ours,
        { Saved: not null, By: Actor.Merchant } => null,
        _ => CardEntry.Theirs,
    };

    public CredentialUse Use => this switch
    {
        { UsesToken: true, Code: null, By: Actor.Merchant } => CredentialUse.ByMerchant,
        { UsesToken: true } => CredentialUse.LaterByShopper,
        { Keep: true } => CredentialUse.FirstByShopper,
        _ => CredentialUse.None,
    };
}
