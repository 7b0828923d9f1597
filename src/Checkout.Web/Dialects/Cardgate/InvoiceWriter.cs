using System.Text.Json;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Says an invoice in the dialect's words: every key in every answer, because clients in the field read different ones.</summary>
public sealed class InvoiceWriter(CardgateIds ids, IPublicAddress address)
{
    /// <param name="view">The invoice.</param>
    /// <param name="withCustomer">Add who pays as a resource of its own.</param>
    public byte[] Document(InvoiceView view, bool withCustomer = false) => JsonBody.Of((Writer: this, View: view, WithCustomer: withCustomer), static (json, what) =>
    {
        json.WriteStartObject();
        json.WritePropertyName("data"u8);
        what.Writer.Resource(json, what.View);
        if (what.WithCustomer) what.Writer.Included(json, [what.View]);
        json.WriteEndObject();
    });

    public void Resource(Utf8JsonWriter json, InvoiceView view)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "payment-invoices"u8);
        json.WriteString("id"u8, view.Notes.Invoice);
        json.WriteStartObject("attributes"u8);
        State(json, view);
        Money(json, view);
        Refunds(json, view);
        Card(json, view);
        Flow(json, view);
        Order(json, view);
        Nothing(json);
        json.WriteEndObject();
        Relationships(json, view);
        json.WriteStartObject("links"u8);
        json.WriteString("self"u8, "/api/payment-invoices/" + view.Notes.Invoice);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Everybody who pays one of the invoices, once.</summary>
    public void Included(Utf8JsonWriter json, IReadOnlyList<InvoiceView> views)
    {
        json.WriteStartArray("included"u8);
        foreach (var view in views.Where(v => v.Notes.Customer is not null).DistinctBy(v => ids.Customer(v.Payment))) CustomerWriter.Write(json, view, ids.Customer(view.Payment));
        json.WriteEndArray();
    }

    private static void State(Utf8JsonWriter json, InvoiceView view)
    {
        var resolution = CardgateResolutions.Of(view);
        json.WriteString("serial_number"u8, view.Notes.Invoice.AsSpan("cpi_".Length));
        json.WriteString("status"u8, CardgateStatus.Of(view));
        json.WriteString("resolution"u8, resolution);
        json.WriteString("resolution_message"u8, CardgateResolutions.Message(view));
        json.WriteBoolean("moderation_required"u8, view.Payment.Status == PaymentStatus.AwaitingReview || view.Payment.AwaitsModerator);
        json.WriteString("reference_id"u8, view.Payment.Reference);
        json.WriteBoolean("test_mode"u8, view.Payment.IsTest);
    }

    /// <summary>The fee is the merchant's own: the shopper pays the amount, and what is left of it is the merchant's deposit (§5).</summary>
    private static void Money(Utf8JsonWriter json, InvoiceView view)
    {
        var payment = view.Payment;
        var isProcessed = view.Processed is not null;
        Amount? taken = isProcessed ? payment.Amount.With(payment.CapturedMinor) : null;
        json.Amount("amount"u8, payment.Amount);
        json.Amount("payment_amount"u8, payment.Amount);
        json.WriteString("currency"u8, payment.Amount.Currency.Code);
        json.WriteString("service_currency"u8, payment.Amount.Currency.Code);
        json.Amount("service_amount"u8, taken);
        json.Amount("payment_service_amount"u8, taken);
        if (isProcessed) json.WriteNumber("exchange_rate"u8, 1);
        else json.WriteNull("exchange_rate"u8);
        json.Amount("fee"u8, payment.Amount.With(payment.FeeMinor));
        json.Amount("deposit"u8, payment.Amount.With(payment.Amount.Minor - payment.FeeMinor));
        json.Time("processed"u8, view.Processed);
        json.Amount("processed_amount"u8, taken);
        json.Amount("processed_fee"u8, isProcessed ? payment.Amount.With(payment.CapturedFeeMinor) : null);
        json.Amount("processed_deposit"u8, isProcessed ? payment.Amount.With(payment.CapturedMinor - payment.CapturedFeeMinor) : null);
        json.Time("failed"u8, CardgateStatus.IsFailed(payment) ? payment.Details.Failed ?? payment.Changed : null);
        var isLost = payment.Status is PaymentStatus.ChargedBack or PaymentStatus.DisputeLost;
        json.Time("charged_back"u8, isLost ? payment.Dispute?.Lost ?? payment.Changed : null);
        json.Amount("charged_back_amount"u8, isLost ? payment.Dispute is { } dispute ? payment.Amount.With(dispute.AmountMinor) : taken : null);
    }

    private void Refunds(Utf8JsonWriter json, InvoiceView view)
    {
        var payment = view.Payment;
        var isRefunded = payment.RefundedMinor > 0;
        json.Time("refunded"u8, isRefunded ? (view.Refunds.LastOrDefault(r => r.State == RefundState.Done) is { } done ? done.Ended ?? done.Created : payment.Changed) : null);
        json.Amount("refunded_amount"u8, isRefunded ? payment.Amount.With(payment.RefundedMinor) : null);
        json.NoFee("refunded_fee"u8, isRefunded);
        json.WriteStartArray("refunds"u8);
        foreach (var refund in view.Refunds.Where(r => r.Attempt is not null)) RefundWriter.Item(json, refund, view, ids);
        json.WriteEndArray();
    }

    private void Card(Utf8JsonWriter json, InvoiceView view)
    {
        PayloadWriter.Write(json, view, ids);
        if (view.Charge is null)
        {
            json.WriteNull("original_data"u8);
            return;
        }

        json.WriteStartObject("original_data"u8);
        json.WriteString("original_resolution"u8, CardgateResolutions.Of(view));
        json.WriteString("original_resolution_message"u8, CardgateResolutions.Message(view));
        json.WriteEndObject();
    }

    /// <summary>Addresses without a query, because a form that is sent by GET drops it.</summary>
    private void Flow(Utf8JsonWriter json, InvoiceView view)
    {
        if (view.IsElsewhere)
        {
            json.WriteNull("flow_data"u8);
            json.WriteNull("hpp_url"u8);
        }
        else
        {
            Page(json, view);
        }

        json.WriteString("flow"u8, CardService.Flow);
        json.WriteString("payment_flow"u8, view.PaymentFlow);
    }

    private void Page(Utf8JsonWriter json, InvoiceView view)
    {
        json.WriteStartObject("flow_data"u8);
        json.WriteString("action"u8, $"{address.Base}/hpp/{view.Notes.Session}");
        json.WriteString("method"u8, "GET"u8);
        json.None("params"u8);
        json.WriteStartObject("metadata"u8);
        json.WriteString("sid"u8, view.Notes.Session);
        if (view.Bearer is not null) json.WriteString("token"u8, view.Bearer);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteString("hpp_url"u8, $"{address.Base}/hpp/{view.Notes.Invoice}");
    }

    private static void Order(Utf8JsonWriter json, InvoiceView view)
    {
        var (payment, details) = (view.Payment, view.Payment.Details);
        // By this the other dialect calls it.
        json.WriteNumber("number"u8, payment.Number);
        json.Time("created"u8, payment.Created);
        json.Updated(payment);
        json.Map("metadata"u8, view.Notes.Metadata);
        json.WriteString("description"u8, details.Description);
        json.WriteString("descriptor"u8, details.StatementDescriptor);
        json.WriteString("callback_url"u8, details.CallbackUrl);
        json.WriteString("return_url"u8, payment.ReturnUrl);
        json.Map("return_urls"u8, Named(("success", details.ReturnUrls?.Success), ("pending", details.ReturnUrls?.Pending), ("fail", details.ReturnUrls?.Fail)));
        Acquirer(json, view);
        json.WriteString("source"u8, view.Notes.IsPublic ? "public_api"u8 : "merchant_api"u8);
    }

    /// <summary>The acquirer's name for the charge, where the provider told one besides its own: the long one of card schemes, or the short one of terminals (ISO 8583).</summary>
    private static void Acquirer(Utf8JsonWriter json, InvoiceView view)
    {
        var known = view.Payment.IsTest || view.Payment.UpstreamId == view.Charge?.UpstreamId ? null : view.Payment.UpstreamId;
        var isShort = known?.Length == 12;
        json.WriteString("arn"u8, isShort ? null : known);
        json.WriteString("rrn"u8, isShort ? known : null);
        json.WriteString("approval_code"u8, view.Payment.Details.ApprovalCode);
    }

    /// <summary>What other servers of this dialect have and we do not.</summary>
    private static void Nothing(Utf8JsonWriter json)
    {
        json.None("callback_logs"u8);
        json.None("reserves"u8);
        json.WriteNull("reserve_options"u8);
        json.WriteNull("reserved_amount"u8);
        json.WriteNull("reserve_expires"u8);
        json.WriteNull("unreserved"u8);
    }

    private void Relationships(Utf8JsonWriter json, InvoiceView view)
    {
        json.WriteStartObject("relationships"u8);
        json.Relation("payment-service"u8, "payment-services"u8, view.Service);
        json.Relation("payment-method"u8, "payment-methods"u8, view.Service is null ? null : CardService.Method);
        json.Relation("customer"u8, "customers"u8, view.Notes.Customer is null ? null : ids.Customer(view.Payment));
        if (view.Charge is { } charge) json.Relation("active-payment"u8, "payments"u8, ids.Attempt(charge));
        json.WriteEndObject();
    }

    private static IEnumerable<KeyValuePair<string, string>> Named(params (string Name, string? Value)[] pairs) =>
        pairs.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Name, p.Value!));
}
