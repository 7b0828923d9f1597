using System.Text.Json;
using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Says a refund in the dialect's words.</summary>
public static class RefundWriter
{
    public static byte[] Refund(Refund refund) => JsonBody.Of(refund, static (json, what) =>
    {
        json.WriteStartObject();
        json.WritePropertyName("Refund"u8);
        Write(json, what);
        json.WriteEndObject();
    });

    public static byte[] Refunds(IReadOnlyList<Refund> refunds) => JsonBody.Of(refunds, static (json, what) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("Refunds"u8);
        foreach (var refund in what) Write(json, refund);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The short form, where the status has another name than everywhere else (spec §7.3).</summary>
    public static byte[] Status(Refund refund) => JsonBody.Of(refund, static (json, what) =>
    {
        json.WriteStartObject();
        json.WriteStartObject("Refund"u8);
        json.WriteNumber("ID"u8, what.Number);
        json.WriteNumber("InitialPaymentID"u8, what.Payment);
        json.WriteString("MerchantTransactionID"u8, what.Reference);
        json.Status(Smart2PayStatus.Of(what.State), WhyNot(what), "StateDetails"u8);
        json.WriteNumber("SplitID"u8, 0);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static ReturnCode? WhyNot(Refund refund) => refund.State == RefundState.Failed ? Smart2PayReasons.WhyNot(refund.Reason) : null;

    private static void Write(Utf8JsonWriter json, Refund refund)
    {
        json.WriteStartObject();
        json.WriteNumber("ID"u8, refund.Number);
        json.WriteNumber("SiteID"u8, refund.Merchant);
        json.TimeOrNull("Created"u8, refund.Created);
        json.WriteString("MerchantTransactionID"u8, refund.Reference);
        json.WriteString("OriginatorTransactionID"u8, refund.OriginatorReference);
        json.WriteNumber("InitialPaymentID"u8, refund.Payment);
        json.WriteNumber("Amount"u8, refund.Amount.Minor);
        json.WriteString("Currency"u8, refund.Amount.Currency.Code);
        json.WriteString("Description"u8, refund.Description);
        json.WriteString("StatementDescriptor"u8, refund.StatementDescriptor);
        NoPeople(json);
        json.Status(Smart2PayStatus.Of(refund.State), WhyNot(refund));
        json.WriteEndObject();
    }

    /// <summary>Card refunds go back to the card; what is sent about people and banks is not kept.</summary>
    public static void NoPeople(Utf8JsonWriter json)
    {
        json.WriteNull("Customer"u8);
        json.WriteNull("BillingAddress"u8);
        json.WriteNull("BankAddress"u8);
        json.WriteNull("Articles"u8);
    }
}

/// <summary>Answers a refund request that made nothing. The .NET client needs numbers where there are any, so unknown ones are left out.</summary>
/// <param name="InvalidRequest">The number operators find the request by; null for something that was not found.</param>
public sealed record RefundEcho(int? Site, long? InvalidRequest, IReadOnlyList<ReturnCode> Reasons, AskedRefund? Asked = null, Payment? Payment = null)
{
    public byte[] Write() => JsonBody.Of(this, static (json, echo) =>
    {
        json.WriteStartObject();
        json.WriteStartObject("Refund"u8);
        echo.Fields(json);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private void Fields(Utf8JsonWriter json)
    {
        PaymentEcho.InvalidRequestId(json, InvalidRequest);
        json.NumberOrNull("SiteID"u8, Site);
        json.WriteNull("Created"u8);
        json.WriteString("MerchantTransactionID"u8, Asked?.Reference);
        json.WriteString("OriginatorTransactionID"u8, Asked?.Originator);
        if (Payment is { } payment) json.WriteNumber("InitialPaymentID"u8, payment.Number);
        if (Asked?.AmountMinor is { } amount) json.WriteNumber("Amount"u8, amount);
        json.WriteString("Currency"u8, Payment?.Amount.Currency.Code);
        json.WriteString("Description"u8, Asked?.Description);
        json.WriteString("StatementDescriptor"u8, Asked?.StatementDescriptor);
        RefundWriter.NoPeople(json);
        json.NoStatus(Reasons);
    }
}
