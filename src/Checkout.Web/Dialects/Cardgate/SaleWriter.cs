using System.Text.Json;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Web.Dialects.Cardgate.Wire;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>
/// Says what became of a sale, twice in one document: clients in the field read flat keys, the published sample has a resource. The keys of
/// an authentication are there only when the shopper has to go to the bank, because a client tests no more than that.
/// </summary>
public static class SaleWriter
{
    /// <summary>The try waits for its shopper at the bank.</summary>
    public const string AuthorizeRequired = "authorize_required";

    public static byte[] Sale(InvoiceView view) => JsonBody.Of(view, static (json, what) =>
    {
        var status = CardgateStatus.Of(what);
        var resolution = CardgateResolutions.Of(what);
        var redirect = what.Payment.Status == PaymentStatus.AwaitingShopper ? what.Charge?.Redirect : null;
        json.WriteStartObject();
        json.WriteString("id"u8, what.Notes.Session);
        json.WriteString("status"u8, status);
        json.WriteString("resolution"u8, resolution);
        if (redirect is not null) Authentication(json, redirect);
        json.WriteStartObject("data"u8);
        json.WriteString("type"u8, "sale-operation"u8);
        json.WriteString("id"u8, what.Notes.Session);
        json.WriteStartObject("attributes"u8);
        Attributes(json, what, status, resolution, redirect);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    });

    private static void Attributes(Utf8JsonWriter json, InvoiceView view, string status, string resolution, ShopperRedirect? redirect)
    {
        json.Amount("amount"u8, view.Payment.Amount);
        json.WriteString("currency"u8, view.Payment.Amount.Currency.Code);
        json.WriteString("description"u8, view.Payment.Details.Description);
        json.WriteString("service"u8, CardService.Method);
        json.WriteString("flow"u8, view.PaymentFlow);
        json.WriteString("status"u8, status);
        json.WriteString("resolution"u8, resolution);
        if (redirect is not null) Authentication(json, redirect);
        json.Map("customer"u8, view.Payment.Shopper is { } shopper ? [KeyValuePair.Create("reference_id", shopper)] : []);
        State(json, "active_request"u8, status, resolution);
        State(json, "active_payment"u8, redirect is null ? status : AuthorizeRequired, resolution);
        json.WriteBoolean("repeatable"u8, true);
        json.WriteBoolean("auto_repay"u8, false);
        json.None("options"u8);
        json.Map("metadata"u8, view.Notes.Metadata);
    }

    private static void Authentication(Utf8JsonWriter json, ShopperRedirect redirect)
    {
        json.WriteString("auth_mode"u8, "3ds"u8);
        json.WriteStartObject("auth_payload"u8);
        json.WriteString("action"u8, redirect.Url);
        json.WriteString("method"u8, redirect.Post ? "POST"u8 : "GET"u8);
        json.Map("params"u8, redirect.Fields);
        json.WriteEndObject();
    }

    private static void State(Utf8JsonWriter json, ReadOnlySpan<byte> name, string status, string resolution)
    {
        json.WriteStartObject(name);
        json.WriteString("status"u8, status);
        json.WriteString("resolution"u8, resolution);
        json.WriteEndObject();
    }
}
