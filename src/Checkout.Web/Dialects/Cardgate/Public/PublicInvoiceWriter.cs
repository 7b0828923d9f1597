using System.Text.Json;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate.Public;

/// <summary>What everybody may know who has an invoice's name (§14): how it stands and where it is paid. No card, no shopper, no session.</summary>
public sealed class PublicInvoiceWriter(IPublicAddress address)
{
    /// <param name="view">The invoice.</param>
    /// <param name="isMaker">Who has just made it also reads what it is called, which it may have left to us, and what it is for.</param>
    public byte[] Document(InvoiceView view, bool isMaker = false) => JsonBody.Of((Writer: this, View: view, IsMaker: isMaker), static (json, what) =>
    {
        json.WriteStartObject();
        json.WriteStartObject("data"u8);
        json.WriteString("type"u8, "payment-invoices"u8);
        json.WriteString("id"u8, what.View.Notes.Invoice);
        what.Writer.Attributes(json, what.View, what.IsMaker);
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private void Attributes(Utf8JsonWriter json, InvoiceView view, bool isMaker)
    {
        var (payment, page) = (view.Payment, $"{address.Base}/hpp/{view.Notes.Invoice}");
        var resolution = CardgateResolutions.Of(view);
        json.WriteStartObject("attributes"u8);
        json.WriteString("serial_number"u8, view.Notes.Invoice.AsSpan("cpi_".Length));
        json.WriteString("status"u8, CardgateStatus.Of(view));
        json.WriteString("resolution"u8, resolution);
        json.WriteString("resolution_message"u8, CardgateResolutions.Message(view));
        json.WriteBoolean("test_mode"u8, payment.IsTest);
        json.Amount("amount"u8, payment.Amount);
        json.Amount("payment_amount"u8, payment.Amount);
        json.WriteString("currency"u8, payment.Amount.Currency.Code);
        if (isMaker) json.WriteString("reference_id"u8, payment.Reference);
        if (isMaker) json.WriteString("description"u8, payment.Details.Description);
        json.WriteStartObject("flow_data"u8);
        json.WriteString("action"u8, page);
        json.WriteString("method"u8, "GET"u8);
        json.None("params"u8);
        json.None("metadata"u8);
        json.WriteEndObject();
        json.WriteString("hpp_url"u8, page);
        json.WriteString("flow"u8, CardService.Flow);
        json.WriteString("payment_flow"u8, view.PaymentFlow);
        json.Time("created"u8, payment.Created);
        json.Updated(payment);
        json.WriteEndObject();
    }
}
