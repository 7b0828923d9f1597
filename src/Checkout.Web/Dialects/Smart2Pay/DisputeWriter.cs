using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Says a dispute in the dialect's words (spec §19). A payment has one at most, so it goes by the payment's number.</summary>
public static class DisputeWriter
{
    public static byte[] Notice(Payment payment, Dispute dispute) => JsonBody.Of((payment, dispute), static (json, what) =>
    {
        var (payment, dispute) = what;
        json.WriteStartObject();
        json.WriteStartObject("Dispute"u8);
        json.WriteNumber("ID"u8, payment.Number);
        json.WriteNumber("SiteID"u8, payment.Merchant);
        json.TimeOrNull("Created"u8, dispute.Raised);
        json.WriteNumber("PaymentID"u8, payment.Number);
        json.WriteNumber("MethodID"u8, 6);
        json.NumberText("Amount"u8, dispute.AmountMinor);
        json.WriteString("Currency"u8, payment.Amount.Currency.Code);
        json.Status(Smart2PayStatus.Of(Dispute.StateOf(payment.Status)));
        json.WriteEndObject();
        json.WriteEndObject();
    });
}
