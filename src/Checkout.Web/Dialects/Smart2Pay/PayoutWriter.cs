using System.Text.Json;
using Checkout.Core.Payments;
using Checkout.Core.Payouts;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Says a payout in the dialect's words (spec §8).</summary>
public static class PayoutWriter
{
    public static byte[] Payout(Payout payout) => Root(payout, static (json, what) => Write(json, what, amountAsText: false));

    /// <summary>A notice has the amount in quotes (spec §19).</summary>
    public static byte[] Notice(Payout payout) => Root(payout, static (json, what) => Write(json, what, amountAsText: true));

    public static byte[] Status(Payout payout) => Root(payout, static (json, what) =>
    {
        json.WriteStartObject();
        json.WriteNumber("ID"u8, what.Number);
        json.WriteString("MerchantTransactionID"u8, what.Reference);
        Status(json, what);
        json.WriteEndObject();
    });

    public static byte[] Payouts(IReadOnlyList<Payout> payouts) => JsonBody.Of(payouts, static (json, what) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("Payouts"u8);
        foreach (var payout in what) Write(json, payout, amountAsText: false);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>What was asked, or came of it.</summary>
    public static void Order(Utf8JsonWriter json, string? reference, PaymentDetails? details)
    {
        json.WriteString("MerchantTransactionID"u8, reference);
        json.WriteString("OriginatorTransactionID"u8, details?.OriginatorReference);
    }

    public static void Words(Utf8JsonWriter json, PaymentDetails? details, long id)
    {
        json.WriteString("Description"u8, details?.Description);
        json.WriteString("StatementDescriptor"u8, details?.StatementDescriptor);
        PersonWriter.Customer(json, details?.Shopper, id);
        PersonWriter.Address(json, "BillingAddress"u8, details?.Billing, id);
    }

    private static byte[] Root(Payout payout, Action<Utf8JsonWriter, Payout> write) => JsonBody.Of((payout, write), static (json, what) =>
    {
        json.WriteStartObject();
        json.WritePropertyName("Payout"u8);
        what.write(json, what.payout);
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Payout payout, bool amountAsText)
    {
        json.WriteStartObject();
        json.WriteNumber("ID"u8, payout.Number);
        json.WriteNumber("SiteID"u8, payout.Merchant);
        json.TimeOrNull("Created"u8, payout.Created);
        Order(json, payout.Reference, payout.Details);
        if (amountAsText) json.NumberText("Amount"u8, payout.Amount.Minor);
        else json.WriteNumber("Amount"u8, payout.Amount.Minor);
        json.WriteString("Currency"u8, payout.Amount.Currency.Code);
        Words(json, payout.Details, payout.Number);
        Status(json, payout);
        json.WriteString("MethodTransactionID"u8, payout.UpstreamId);
        json.WriteEndObject();
    }

    private static void Status(Utf8JsonWriter json, Payout payout) =>
        json.Status(Smart2PayStatus.Of(payout.State), payout.State == PayoutState.Failed ? Smart2PayReasons.WhyNot(payout.Reason) : null);
}

/// <summary>Answers a payout request that made nothing: what was sent comes back, but never card data, with the reasons.</summary>
/// <param name="InvalidRequest">The number operators find the request by; null for something that was not found.</param>
public sealed record PayoutEcho(int? Site, long? InvalidRequest, IReadOnlyList<ReturnCode> Reasons, AskedPayout? Asked = null)
{
    public byte[] Write() => JsonBody.Of(this, static (json, echo) =>
    {
        json.WriteStartObject();
        json.WriteStartObject("Payout"u8);
        echo.Fields(json);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private void Fields(Utf8JsonWriter json)
    {
        PaymentEcho.InvalidRequestId(json, InvalidRequest);
        json.WriteNull("ID"u8);
        json.NumberOrNull("SiteID"u8, Site);
        json.WriteNull("Created"u8);
        PayoutWriter.Order(json, Asked?.Reference, Asked?.Details);
        json.NumberOrNull("Amount"u8, Asked?.AmountMinor);
        json.WriteString("Currency"u8, Asked?.CurrencyCode);
        PayoutWriter.Words(json, Asked?.Details, 0);
        json.NoStatus(Reasons);
    }
}
