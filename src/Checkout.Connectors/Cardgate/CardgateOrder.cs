using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>How an invoice gets paid.</summary>
internal enum CardgateWay
{
    /// <summary>The shopper goes to the provider's page.</summary>
    TheirPage,

    /// <summary>We send the card, or the security code of a card they know.</summary>
    WithCard,

    /// <summary>The merchant charges a card they know, and no shopper is there.</summary>
    Instant,
}

/// <summary>A charge as this provider wants it told. Not a record, so that it cannot print its token.</summary>
internal sealed class CardgateOrder
{
    private CardgateOrder(AuthoriseRequest request, CardgateWay way, string customer, string? token) =>
        (Request, Way, Customer, Token) = (request, way, customer, token);

    public AuthoriseRequest Request { get; }

    public CardgateWay Way { get; }

    /// <summary>The provider's customer: the shopper, or one that is used once, since invoices with tokens need one.</summary>
    public string Customer { get; }

    public string? Token { get; }

    /// <summary>Null when the token is not one of this provider's.</summary>
    public static CardgateOrder? Of(AuthoriseRequest request, CardEntry entry)
    {
        var way = WayOf(request, entry);
        if (request.Token is not { } word) return new CardgateOrder(request, way, request.Shopper ?? "once-" + request.Reference, null);
        return CustomerToken.Read(word) is { } known ? new CardgateOrder(request, way, known.Customer, known.Token) : null;
    }

    private static CardgateWay WayOf(AuthoriseRequest request, CardEntry entry)
    {
        if (request.Token is not null && request.Use == CredentialUse.ByMerchant && request.Code is null) return CardgateWay.Instant;
        if (entry == CardEntry.Theirs || (request.Card is null && request.Token is null)) return CardgateWay.TheirPage;
        return request.Card is null && request.Code is null ? CardgateWay.Instant : CardgateWay.WithCard;
    }
}
