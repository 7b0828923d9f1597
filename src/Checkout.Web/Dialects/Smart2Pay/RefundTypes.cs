namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>The ways money can go back (spec §7.4). What was paid by card goes back to the card.</summary>
public static class RefundTypes
{
    /// <summary>Published clients differ in one letter of "AllowsPartialRefund", so both are said.</summary>
    public static Answer Native { get; } = new(200, JsonBody.Of(0, static (json, _) =>
    {
        json.WriteStartObject();
        json.WriteStartArray("RefundTypes"u8);
        json.WriteStartObject();
        json.WriteString("Name"u8, "Native"u8);
        json.WriteNumber("ID"u8, 1);
        json.WriteBoolean("AllowsPartialRefund"u8, true);
        json.WriteBoolean("AllowPartialRefund"u8, true);
        json.WriteNull("Customer"u8);
        json.WriteNull("BillingAddress"u8);
        json.WriteNull("BankAddress"u8);
        json.WriteNull("Details"u8);
        json.WriteEndObject();
        json.WriteEndArray();
        json.WriteEndObject();
    }));
}
