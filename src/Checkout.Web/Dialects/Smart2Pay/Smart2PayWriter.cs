using System.Text.Json;
using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.Tokens;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Says a payment in the dialect's words. Knows its oddities: Amount is a number and CapturedAmount a text.</summary>
public sealed class Smart2PayWriter(Masks masks, IOpaqueTokens tokens, IPublicAddress address)
{
    private const int CardMethod = 6;

    public byte[] Payment(PaymentView view) => JsonBody.Of((Writer: this, View: view), static (json, what) =>
    {
        json.WriteStartObject();
        json.WritePropertyName("Payment"u8);
        what.Writer.Write(json, what.View);
        json.WriteEndObject();
    });

    public byte[] Payments(IReadOnlyList<PaymentView> views) => JsonBody.Of((Writer: this, Views: views), static (json, what) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("Payments"u8);
        foreach (var view in what.Views) what.Writer.Write(json, view);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    /// <summary>The short form (spec §6.3).</summary>
    public static byte[] Status(Payment payment) => JsonBody.Of(payment, static (json, what) =>
    {
        json.WriteStartObject();
        json.WriteStartObject("Payment"u8);
        json.WriteNumber("ID"u8, what.Number);
        json.WriteString("MerchantTransactionID"u8, what.Reference);
        json.Status(Smart2PayStatus.Of(what.Status), Smart2PayReasons.ShownWith(what));
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private void Write(Utf8JsonWriter json, PaymentView view)
    {
        var payment = view.Payment;
        json.WriteStartObject();
        Order(json, payment);
        Person(json, payment);
        Card(json, payment);
        Token(json, view.Token);
        json.Status(Smart2PayStatus.Of(payment.Status), view.IsRefused ? Smart2PayReasons.WhyNot(payment.Reason) : Smart2PayReasons.ShownWith(payment));
        Course(json, payment);
        if (view.ShowsFraud && payment.Fraud is { } fraud) Fraud(json, fraud);
        if (payment.Details.Installments is { } installments) json.WriteNumber("Installments"u8, installments);
        json.WriteEndObject();
    }

    private static void Order(Utf8JsonWriter json, Payment payment)
    {
        var details = payment.Details;
        json.WriteNumber("ID"u8, payment.Number);
        json.WriteString("ClientIP"u8, details.ClientIp);
        json.NumberOrNull("SkinID"u8, details.SkinId);
        json.TimeOrNull("Created"u8, payment.Created);
        json.WriteString("MerchantTransactionID"u8, payment.Reference);
        json.WriteString("OriginatorTransactionID"u8, details.OriginatorReference);
        json.WriteNumber("Amount"u8, payment.Amount.Minor);
        json.WriteString("Currency"u8, payment.Amount.Currency.Code);
        json.NumberText("CapturedAmount"u8, payment.CapturedMinor);
        json.WriteString("ReturnURL"u8, payment.ReturnUrl);
        json.WriteString("Description"u8, details.Description);
        json.WriteString("StatementDescriptor"u8, details.StatementDescriptor);
        json.WriteNumber("MethodID"u8, CardMethod);
        json.WriteNull("MethodOptionID"u8);
        json.WriteNumber("SiteID"u8, payment.Merchant);
        json.TimeOrNull("NotificationDateTime"u8, payment.Notified);
    }

    /// <summary>Clients want ids above zero here; they follow from the payment's number, so nothing has to be kept.</summary>
    private static void Person(Utf8JsonWriter json, Payment payment)
    {
        PersonWriter.Customer(json, payment.Details.Shopper, payment.Number);
        PersonWriter.Address(json, "BillingAddress"u8, payment.Details.Billing, 2 * payment.Number);
        PersonWriter.Address(json, "ShippingAddress"u8, payment.Details.Shipping, (2 * payment.Number) + 1);
        json.WriteNull("Articles"u8);
    }

    private void Card(Utf8JsonWriter json, Payment payment)
    {
        if (payment.Card is not { } card) json.WriteNull("Card"u8);
        else Card(json, card, masks.Of(payment, card), withCountry: true);
    }

    /// <summary>A card by its mask; older answers do not have the issuer's country.</summary>
    public static void Card(Utf8JsonWriter json, CardFace card, string mask, bool withCountry)
    {
        json.WriteStartObject("Card"u8);
        json.WriteString("HolderName"u8, card.Holder);
        json.WriteString("Number"u8, mask);
        json.WriteString("ExpirationMonth"u8, card.Expiry.MonthText);
        json.WriteString("ExpirationYear"u8, card.Expiry.YearText);
        if (withCountry) json.WriteString("IssuingBankCountry"u8, card.IssuingCountry);
        json.WriteEndObject();
    }

    private static void Token(Utf8JsonWriter json, string? token)
    {
        if (token is null)
        {
            json.WriteNull("CreditCardToken"u8);
            return;
        }

        json.WriteStartObject("CreditCardToken"u8);
        json.WriteString("Value"u8, token);
        json.WriteEndObject();
    }

    private void Course(Utf8JsonWriter json, Payment payment)
    {
        var redirect = Redirect(payment);
        // The reference of an acquirer; in a test there is none behind the provider.
        json.WriteString("MethodTransactionID"u8, payment.IsTest ? null : payment.UpstreamId);
        json.NumberOrNull("PaymentTokenLifetime"u8, payment.Details.LinkLifetimeMinutes ?? (redirect is null ? null : Smart2PayReader.LinkMinutes));
        json.WriteBoolean("Capture"u8, payment.CaptureNow);
        json.WriteBoolean("Retry"u8, payment.Details.Retry);
        json.WriteString("RedirectURL"u8, redirect);
        json.WriteBoolean("3DSecure"u8, payment.ThreeDSecure);
    }

    /// <summary>The page that waits for the shopper; null when there is nothing to do on it.</summary>
    private string? Redirect(Payment payment)
    {
        if (payment.Status is not (PaymentStatus.Open or PaymentStatus.AwaitingShopper) || payment.PayableUntil is null) return null;
        var link = tokens.Seal(TokenPurpose.PageLink, new TokenTarget(payment.Merchant, payment.Number, payment.LinkCheck));
        return $"{address.Base}/v1/Payments/FillCardDetails?PaymentToken={payment.Number}.{payment.Merchant}.{link}";
    }

    private static void Fraud(Utf8JsonWriter json, FraudVerdict fraud)
    {
        json.WriteStartObject("Fraud"u8);
        json.WriteString("Status"u8, Word(fraud.Status));
        json.WriteString("CheckMode"u8, "CheckOnPreAuthorisation"u8);
        json.WriteNumber("Score"u8, fraud.Score);
        json.WriteString("Reason"u8, fraud.Reason);
        json.WriteEndObject();
    }

    private static string Word(FraudStatus status) => status switch
    {
        FraudStatus.Accept => "Accept",
        FraudStatus.Challenge => "Challenge",
        FraudStatus.Deny => "Deny",
    };
}
