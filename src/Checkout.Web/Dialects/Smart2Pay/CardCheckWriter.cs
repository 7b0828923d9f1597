using System.Text.Json;
using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Shoppers;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Says card authentications and tokens in the dialect's words. Knows that Active is a text.</summary>
public sealed class CardCheckWriter(Masks masks)
{
    /// <summary>The answer to a card authentication; without a token unless the card was found good.</summary>
    public byte[] Checked(Payment check, string? token) => JsonBody.Of((Masks: masks, Check: check, Token: token), static (json, what) =>
    {
        Open(json);
        People(json, what.Check.Details.Shopper, what.Check.Details.Billing);
        if (what.Check.Card is { } card) Smart2PayWriter.Card(json, card, what.Masks.Of(card), withCountry: false);
        else json.WriteNull("Card"u8);
        Token(json, what.Token, isActive: true);
        json.Status(Smart2PayStatus.Of(what.Check.Status), Smart2PayReasons.ShownWith(what.Check));
        Close(json);
    });

    /// <summary>What may be known of a token: no person, no status.</summary>
    public byte[] Token(SavedCard card, string token) => JsonBody.Of((Masks: masks, Card: card, Token: token), static (json, what) =>
    {
        Open(json);
        Smart2PayWriter.Card(json, what.Card.Face, what.Masks.Of(what.Card.Face), withCountry: false);
        Token(json, what.Token, what.Card.IsUsable);
        Close(json);
    });

    public byte[] Cancelled(SavedCard card, string token) => JsonBody.Of((Masks: masks, Card: card, Token: token), static (json, what) =>
    {
        Open(json);
        Smart2PayWriter.Card(json, what.Card.Face, what.Masks.Of(what.Card.Face), withCountry: true);
        Token(json, what.Token, what.Card.IsUsable);
        json.Status(Smart2PayStatus.Of(what.Card.State));
        Close(json);
    });

    /// <summary>The answer to a request that checked nothing: who was named comes back, the card never.</summary>
    public static byte[] Echo(long? invalidRequest, IReadOnlyList<ReturnCode> reasons, AskedCardCheck? asked) =>
        JsonBody.Of((Number: invalidRequest, Reasons: reasons, Asked: asked), static (json, what) =>
        {
            Open(json);
            PaymentEcho.InvalidRequestId(json, what.Number);
            People(json, what.Asked?.Shopper, what.Asked?.Billing);
            json.WriteNull("Card"u8);
            json.WriteNull("CreditCardToken"u8);
            json.NoStatus(what.Reasons);
            Close(json);
        });

    private static void Open(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteStartObject("CardAuthentication"u8);
    }

    private static void Close(Utf8JsonWriter json)
    {
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void People(Utf8JsonWriter json, ShopperDetails? shopper, PostalAddress? billing)
    {
        PersonWriter.Customer(json, shopper, 0);
        PersonWriter.Address(json, "BillingAddress"u8, billing, 0);
    }

    private static void Token(Utf8JsonWriter json, string? token, bool isActive)
    {
        if (token is null)
        {
            json.WriteNull("CreditCardToken"u8);
            return;
        }

        json.WriteStartObject("CreditCardToken"u8);
        json.WriteString("Value"u8, token);
        json.WriteString("Active"u8, isActive ? "true"u8 : "false"u8);
        json.WriteEndObject();
    }
}
