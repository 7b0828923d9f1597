using System.Globalization;
using System.Text.Json;
using Checkout.Core.Cards;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Smart2Pay;

/// <summary>Says requests in their words. Number, code and token go straight from where they are kept into the body.</summary>
internal static class PaymentWriter
{
    public static void Payment(Utf8JsonWriter json, AuthoriseRequest request, CardEntry entry)
    {
        json.WriteStartObject();
        json.WriteStartObject("Payment"u8);
        Order(json, request);
        Wishes(json, request);
        PersonWriter.Customer(json, request.Details.Shopper, request.Shopper);
        PersonWriter.Billing(json, request.Details.Billing);
        DeviceWriter.Device(json, request.Browser);
        // The card comes last: should the buffer ever have to grow, it leaves no copy of a number behind.
        if (request.Token is { } token) Token(json, token, request, entry);
        else if (request.Card is { } card && entry == CardEntry.Ours) Card(json, card, request.Code);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Check(Utf8JsonWriter json, AuthoriseRequest request, TypedCard card)
    {
        json.WriteStartObject();
        json.WriteStartObject("CardAuthentication"u8);
        PersonWriter.Customer(json, request.Details.Shopper, request.Shopper);
        PersonWriter.Billing(json, request.Details.Billing);
        Card(json, card, request.Code);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void Refund(Utf8JsonWriter json, FollowUpRequest request)
    {
        json.WriteStartObject();
        json.WriteStartObject("Refund"u8);
        json.WriteString("MerchantTransactionID"u8, request.Reference);
        json.WriteNumber("Amount"u8, request.Amount.Minor);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Order(Utf8JsonWriter json, AuthoriseRequest request)
    {
        json.WriteString("MerchantTransactionID"u8, request.Reference);
        json.Optional("OriginatorTransactionID"u8, Fields.Reference(request.MerchantReference));
        json.WriteNumber("Amount"u8, request.Amount.Minor);
        json.WriteString("Currency"u8, request.Amount.Currency.Code);
        json.WriteString("ReturnURL"u8, request.ReturnUrl);
        json.Optional("Description"u8, Fields.Line(request.Details.Description, 255));
        json.Optional("StatementDescriptor"u8, Fields.Line(request.Details.StatementDescriptor, 250));
        json.Optional("Language"u8, Fields.Language(request.Details.Language));
        json.Optional("ClientIP"u8, Fields.Address(request.Details.ClientIp ?? request.Browser.Address));
    }

    private static void Wishes(Utf8JsonWriter json, AuthoriseRequest request)
    {
        json.WriteBoolean("Capture"u8, request.Capture);
        json.WriteBoolean("3DSecure"u8, request.Authenticate);
        json.WriteBoolean("GenerateCreditCardToken"u8, request.KeepsCard);
        json.WriteNumber("PaymentTokenLifetime"u8, Smart2PayConnector.LinkMinutes);
        if (request.Details.Installments is { } installments) json.WriteNumber("Installments"u8, installments);
    }

    private static void Card(Utf8JsonWriter json, TypedCard card, SecurityCode? code)
    {
        json.WriteStartObject("Card"u8);
        json.WriteString("HolderName"u8, Fields.Holder(card.Holder));
        json.WriteString("Number"u8, card.Number.Reveal());
        json.WriteString("ExpirationMonth"u8, card.Expiry.Month.ToString("00", CultureInfo.InvariantCulture));
        json.WriteString("ExpirationYear"u8, card.Expiry.Year.ToString(CultureInfo.InvariantCulture));
        // Left out, it would send the shopper to a page of theirs for the code.
        if (code is null) json.WriteBoolean("RequireSecurityCode"u8, false);
        else json.WriteString("SecurityCode"u8, code.Reveal());
        json.WriteEndObject();
    }

    /// <summary>Where they collect cards, they ask the shopper for the code too, unless there is no shopper.</summary>
    private static void Token(Utf8JsonWriter json, UpstreamToken token, AuthoriseRequest request, CardEntry entry)
    {
        json.WriteStartObject("CreditCardToken"u8);
        json.WriteString("Value"u8, token.Reveal());
        if (entry == CardEntry.Ours && request.Code is { } code) json.WriteString("SecurityCode"u8, code.Reveal());
        else json.WriteBoolean("RequireSecurityCode"u8, entry == CardEntry.Theirs && request.Use != CredentialUse.ByMerchant);
        json.WriteEndObject();
    }
}
