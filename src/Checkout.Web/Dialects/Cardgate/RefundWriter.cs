using System.Text.Json;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Says a refund in the dialect's words, by itself or in the list of its invoice.</summary>
public sealed class RefundWriter(CardgateIds ids)
{
    public byte[] Document(Refund refund, InvoiceView invoice) => JsonBody.Of((Ids: ids, Refund: refund, Invoice: invoice), static (json, what) =>
    {
        var id = what.Ids.Refund(what.Refund);
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        json.WriteString("type"u8, "refunds"u8);
        json.WriteString("id"u8, id);
        json.WriteStartObject("attributes"u8);
        Attributes(json, what.Refund, what.Invoice);
        json.WriteEndObject();
        json.WriteStartObject("links"u8);
        json.WriteString("self"u8, "/refunds/" + id);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    public static void Item(Utf8JsonWriter json, Refund refund, InvoiceView invoice, CardgateIds ids)
    {
        json.WriteStartObject();
        json.WriteString("id"u8, ids.Refund(refund));
        Attributes(json, refund, invoice);
        json.WriteEndObject();
    }

    private static void Attributes(Utf8JsonWriter json, Refund refund, InvoiceView invoice)
    {
        json.WriteString("reference_id"u8, RefundReference.OfMerchant(refund));
        json.WriteString("original_id"u8, invoice.Notes.Invoice);
        json.WriteString("description"u8, refund.Description);
        json.WriteString("status"u8, CardgateStatus.Of(refund.State));
        json.Amount("amount"u8, refund.Amount);
        json.NoFee("fee"u8);
        json.WriteString("currency"u8, refund.Amount.Currency.Code);
        json.Time("created"u8, refund.Created);
    }
}
