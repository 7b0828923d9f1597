using System.Globalization;
using System.Text.Json;
using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>
/// Answers a request about a payment that did nothing: what was sent comes back, but never card data, with the reasons. Bad fields were
/// dropped when they were read, so they come back as null.
/// </summary>
/// <param name="InvalidRequest">The number operators find the request by; null for a payment that was not found.</param>
/// <param name="Asked">What was asked, of a create.</param>
/// <param name="Stands">The payment, of an action in the wrong state.</param>
public sealed record PaymentEcho(int? Site, long? InvalidRequest, IReadOnlyList<ReturnCode> Reasons, AskedPayment? Asked = null, Payment? Stands = null)
{
    public byte[] Write() => JsonBody.Of(this, static (json, echo) =>
    {
        json.WriteStartObject();
        json.WriteStartObject("Payment"u8);
        echo.Order(json);
        echo.Course(json);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    /// <summary>The number of an invalid request as callers see it.</summary>
    public static void InvalidRequestId(Utf8JsonWriter json, long? number)
    {
        if (number is { } value) json.WriteString("InvalidRequestID"u8, string.Create(CultureInfo.InvariantCulture, $"i{value}"));
    }

    private void Order(Utf8JsonWriter json)
    {
        var details = Asked?.Details ?? Stands?.Details;
        InvalidRequestId(json, InvalidRequest);
        json.NumberOrNull("ID"u8, Stands?.Number);
        json.WriteString("ClientIP"u8, details?.ClientIp);
        json.NumberOrNull("SkinID"u8, details?.SkinId);
        json.WriteNull("Created"u8);
        json.WriteString("MerchantTransactionID"u8, Asked?.Reference ?? Stands?.Reference);
        json.WriteString("OriginatorTransactionID"u8, details?.OriginatorReference);
        json.NumberOrNull("Amount"u8, Asked?.AmountMinor ?? Stands?.Amount.Minor);
        json.WriteString("Currency"u8, Asked?.CurrencyCode ?? Stands?.Amount.Currency.Code);
        json.WriteNull("CapturedAmount"u8);
        json.WriteString("ReturnURL"u8, Asked?.ReturnUrl ?? Stands?.ReturnUrl);
        json.WriteString("Description"u8, details?.Description);
        json.WriteString("StatementDescriptor"u8, details?.StatementDescriptor);
        json.WriteNumber("MethodID"u8, 6);
        json.WriteNull("MethodOptionID"u8);
        json.NumberOrNull("SiteID"u8, Site);
        json.WriteNull("NotificationDateTime"u8);
        PersonWriter.Customer(json, details?.Shopper, 0);
        PersonWriter.Address(json, "BillingAddress"u8, details?.Billing, 0);
        PersonWriter.Address(json, "ShippingAddress"u8, details?.Shipping, 0);
        json.WriteNull("Articles"u8);
    }

    private void Course(Utf8JsonWriter json)
    {
        json.WriteNull("Card"u8);
        json.WriteNull("CreditCardToken"u8);
        json.NoStatus(Reasons);
        json.WriteNull("MethodTransactionID"u8);
        json.NumberOrNull("PaymentTokenLifetime"u8, (Asked?.Details ?? Stands?.Details)?.LinkLifetimeMinutes);
        json.FlagOrNull("Capture"u8, Asked?.Capture ?? Stands?.CaptureNow);
        json.FlagOrNull("Retry"u8, Asked?.Retry ?? Stands?.Details.Retry);
        json.WriteNull("RedirectURL"u8);
        json.FlagOrNull("3DSecure"u8, Asked?.ThreeDSecure ?? Stands?.ThreeDSecure);
    }
}
