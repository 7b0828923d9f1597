using System.Text.Json;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Upstream;

namespace Checkout.Connectors.Cardgate;

/// <summary>Writes the invoice we ask for. No card number and no security code is ever part of it.</summary>
internal static class InvoiceBody
{
    private const int LongestText = 255;

    public static void Write(Utf8JsonWriter json, CardgateOrder order, CardgateAccount account, DateTimeOffset expires)
    {
        var request = order.Request;
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteString("type", "payment-invoices");
        json.WriteStartObject("attributes");
        WriteOrder(json, request.Reference, request.Amount, account);
        json.WriteString("description", Cut(request.Details.Description ?? request.MerchantReference));
        // Counts where our account there may overwrite what stands on the statement.
        if (request.Details.StatementDescriptor is { } statement) json.WriteString("descriptor", Cut(statement));
        json.WriteNumber("expires", expires.ToUnixTimeSeconds());
        WriteCustomer(json, order);
        WriteOptions(json, order);
        if (order.Token is { } token) json.WriteString("token", token);
        json.WriteString("return_url", request.ReturnUrl);
        json.WriteString("callback_url", account.CallbackUrl());
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>An invoice that only takes a reference. Amount and currency are the charge's own, should it be paid against all odds.</summary>
    public static void WriteBar(Utf8JsonWriter json, BarRequest request, CardgateAccount account, DateTimeOffset expires)
    {
        json.WriteStartObject();
        json.WriteStartObject("data");
        json.WriteString("type", "payment-invoices");
        json.WriteStartObject("attributes");
        WriteOrder(json, request.Reference, request.Amount, account);
        json.WriteString("description", "Not to be paid");
        json.WriteNumber("expires", expires.ToUnixTimeSeconds());
        json.WriteStartObject("customer");
        json.WriteString("reference_id", "once-" + request.Reference);
        json.WriteEndObject();
        json.WriteStartObject("metadata");
        json.WriteString(Invoice.WayNote, Invoice.Bar);
        json.WriteEndObject();
        json.WriteStartObject("gateway_options");
        json.WriteStartObject("cardgate");
        json.WriteBoolean("tokenize", false);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("return_url", account.Url.AbsoluteUri);
        json.WriteString("callback_url", account.CallbackUrl());
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteOrder(Utf8JsonWriter json, string reference, Amount amount, CardgateAccount account)
    {
        json.WriteString("reference_id", reference);
        json.WritePropertyName("amount");
        json.WriteRawValue(amount.DecimalText);
        json.WriteString("currency", amount.Currency.Code);
        json.WriteString("service", account.ServiceFor(amount.Currency));
        json.WriteString("flow", "charge");
        json.WriteBoolean("test_mode", account.IsTest);
    }

    private static void WriteCustomer(Utf8JsonWriter json, CardgateOrder order)
    {
        var shopper = order.Request.Details.Shopper;
        json.WriteStartObject("customer");
        json.WriteString("reference_id", order.Customer);
        if (NameOf(order.Request.Details) is { Length: > 0 } name) json.WriteString("name", Cut(name));
        if (shopper?.Email is { } email) json.WriteString("email", email);
        if (shopper?.Phone is { } phone) json.WriteString("phone", phone);
        json.WriteEndObject();

        json.WriteStartObject("metadata");
        json.WriteString(Invoice.CustomerNote, order.Customer);
        json.WriteString(Invoice.WayNote, order.Way == CardgateWay.TheirPage ? Invoice.TheirPage : "sale");
        if (order.Request.Use == CredentialUse.ByMerchant) WriteInitiation(json, order.Request.FirstCharge);
        json.WriteEndObject();
    }

    /// <summary>
    /// A charge without its cardholder is to say so, and to refer to the one that the cardholder made (spec §10). The protocol has no field for
    /// that, so it stands where a provider keeps what its merchant notes, for the acquirer and for disputes.
    /// </summary>
    private static void WriteInitiation(Utf8JsonWriter json, FirstCharge? first)
    {
        json.WriteString("initiated_by", "merchant");
        if (first is null) return;
        json.WriteString("first_reference_id", first.Reference);
        if (first.UpstreamId is { } id) json.WriteString("first_payment_id", id);
    }

    private static void WriteOptions(Utf8JsonWriter json, CardgateOrder order)
    {
        json.WriteStartObject("gateway_options");
        json.WriteStartObject("cardgate");
        json.WriteBoolean("tokenize", order.Request.KeepsCard);
        if (order.Way == CardgateWay.Instant) json.WriteBoolean("instant", true);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string NameOf(PaymentDetails details) => $"{details.Shopper?.FirstName} {details.Shopper?.LastName}".Trim();

    // Never between the two halves of one character.
    private static string Cut(string text) => text.Length <= LongestText ? text : text[..(char.IsHighSurrogate(text[LongestText - 1]) ? LongestText - 1 : LongestText)];
}
