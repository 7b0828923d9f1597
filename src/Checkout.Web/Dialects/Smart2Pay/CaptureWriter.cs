using System.Text.Json;
using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Says captures in the dialect's words (spec §7.5).</summary>
public static class CaptureWriter
{
    /// <summary>Captures are numbered within their payment; with the payment's number in front no two of a merchant are called the same.</summary>
    private const long MostOfOne = 1000;

    public static long IdOf(Payment payment, Capture capture) => checked((payment.Number * MostOfOne) + capture.Attempt);

    public static byte[] Capture(Payment payment, Capture capture) => JsonBody.Of((payment, capture), static (json, what) =>
    {
        json.WriteStartObject();
        json.WritePropertyName("Capture"u8);
        Write(json, what.payment, what.capture);
        json.WriteEndObject();
    });

    public static byte[] Captures(Payment payment, IEnumerable<Capture> captures) => JsonBody.Of((payment, captures), static (json, what) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("Captures"u8);
        foreach (var capture in what.captures) Write(json, what.payment, capture);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Payment payment, Capture capture)
    {
        json.WriteStartObject();
        json.WriteNumber("ID"u8, IdOf(payment, capture));
        json.WriteNumber("SiteID"u8, payment.Merchant);
        json.TimeOrNull("Created"u8, capture.Created);
        json.WriteString("MerchantTransactionID"u8, payment.Reference);
        json.WriteString("OriginatorTransactionID"u8, payment.Details.OriginatorReference);
        json.WriteNumber("PaymentID"u8, payment.Number);
        json.WriteNumber("Amount"u8, capture.Amount.Minor);
        json.WriteString("Currency"u8, capture.Amount.Currency.Code);
        json.Status(Smart2PayStatus.Of(capture.State), capture.State == CaptureState.Failed ? Smart2PayReasons.WhyNot(capture.Reason) : null);
        json.WriteEndObject();
    }
}

/// <summary>Answers a question for a capture that there is not.</summary>
public static class CaptureEcho
{
    public static byte[] Of(IReadOnlyList<ReturnCode> reasons) => JsonBody.Of(reasons, static (json, what) =>
    {
        json.WriteStartObject();
        json.WriteStartObject("Capture"u8);
        json.WriteNull("ID"u8);
        json.WriteNull("SiteID"u8);
        json.WriteNull("Created"u8);
        json.WriteNull("MerchantTransactionID"u8);
        json.WriteNull("OriginatorTransactionID"u8);
        json.WriteNull("PaymentID"u8);
        json.WriteNull("Amount"u8);
        json.WriteNull("Currency"u8);
        json.NoStatus(what);
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
