using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Cardgate.Description.CommonShapes;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>Invoices as they are answered: every key in every answer.</summary>
internal static class InvoiceShapes
{
    private static readonly Property[] State =
    [
        new("serial_number", Shape.Text("ADzwZTG99f3q3utQ")), Status, Resolution, Message("resolution_message"), new("moderation_required", Shape.Flag(false, "Held for review: it waits for your word.")),
        new("reference_id", Shape.Text("order-1")), new("test_mode", Shape.Flag(true)),
    ];

    private static readonly Property[] Money =
    [
        Amount("amount", 10.5m), Amount("payment_amount", 10.5m), Currency, new("service_currency", Shape.Text("EUR")), Amount("service_amount"), Amount("payment_service_amount"),
        new("exchange_rate", (Shape.Number() with { Numbers = [1] }).OrNull()),
        new("fee", Shape.Decimal(0.6m, "What you pay for the invoice, in major units; the shopper pays payment_amount and no more. Fixed when the invoice is made.")),
        new("deposit", Shape.Decimal(9.9m, "The amount without the fee, in major units.")),
        Time("processed", "When it was paid."), Amount("processed_amount"),
        new("processed_fee", Shape.Decimal(about: "Where only a part was taken: in proportion.").OrNull()), Amount("processed_deposit"), Time("failed"), Time("charged_back"), Amount("charged_back_amount"),
        Time("refunded", "When money last went back."), Amount("refunded_amount"), NoFeeYet("refunded_fee"),
        new("refunds", Shape.List(Shape.Object("RefundOfInvoice", [Id("ref_4nBq0TzKx8WvYc2M"), .. RefundShapes.Attributes]))),
    ];

    private static readonly Shape FlowData = Shape.Object(
        "FlowData",
        new Property("action", Shape.Text("https://checkout.example/hpp/cgi_ZzhRb7xLro7cIf0N", "Send the shopper's browser here.")),
        new Property("method", Shape.Text("GET") with { Words = ["GET"] }),
        new Property("params", Empty),
        new Property("metadata", Shape.Object(
            null,
            new Property("sid", Shape.Text("cgi_ZzhRb7xLro7cIf0N") with { Pattern = "^cgi_[0-9A-Za-z]{16}$" }),
            new Property("token", Shape.Text(about: "The bearer of a sale: while the invoice is open, where the account may send cards or the invoice is instant."), IsRequired: false))));

    private static readonly Property[] Flow =
    [
        new("payload", CardShapes.Payload.OrNull()),
        new("original_data", Shape.Object("OriginalData", new Property("original_resolution", ResolutionShape), Message("original_resolution_message")).OrNull()),
        new("flow_data", FlowData.OrNull() with { Sample = true, About = "Null for a payment that another dialect made." }),
        new("hpp_url", Shape.Text("https://checkout.example/hpp/cpi_ADzwZTG99f3q3utQ", "The same page.") with { IsNullable = true }),
        new("flow", Shape.Text(CardService.Flow) with { Words = [CardService.Flow] }), PaymentFlow("payment_flow"),
    ];

    private static readonly Property[] Order =
    [
        new("number", Shape.Number(300001, "The payment's ID in the other dialect.")), new("created", Shape.Number(1730721021, "Unix seconds.")),
        new("updated", Shape.Number(1730721022, "Grows with every change.")), new("metadata", Free), Text("description"), Text("descriptor"), Text("callback_url"), Text("return_url"),
        new("return_urls", Shape.Object(null, [.. new[] { "success", "pending", "fail" }.Select(name => new Property(name, Shape.Text(), IsRequired: false))]) with { AlsoEmptyList = true }),
        Text("arn"), new("source", Shape.Text("merchant_api", "public_api: anybody made it with the public key.") with { Words = ["merchant_api", "public_api"] }),
        Text("rrn"), new("approval_code", Shape.Text(about: "With which the card's bank approved, where the provider tells it.").OrNull()), new("callback_logs", Empty), new("reserves", Empty), Null("reserve_options"), Null("reserved_amount"), Null("reserve_expires"), Null("unreserved"),
    ];

    private static readonly Shape Resource = Shape.Object(
        "Invoice",
        Type("payment-invoices"), Id("cpi_ADzwZTG99f3q3utQ"), new Property("attributes", Shape.Object("InvoiceAttributes", [.. State, .. Money, .. Flow, .. Order])),
        new Property("relationships", Shape.Object(
            null, Related("payment-service", "payment-services", "payment_card_eur_hpp"), Related("payment-method", "payment-methods", CardService.Method), Related("customer", "customers", null),
            Related("active-payment", "payments", null) with { IsRequired = false })),
        Links("/api/payment-invoices/cpi_ADzwZTG99f3q3utQ"));

    private static readonly Property Data = new("data", Resource);

    private static readonly Property Included = new("included", Shape.List(CardShapes.Customer), IsRequired: false);

    /// <summary>Who pays is there when it was asked for.</summary>
    public static readonly Shape Document = Shape.Object("InvoiceDocument", Data, Included);

    public static readonly Shape WithCustomer = Shape.Object("InvoiceCallback", Data, Included with { IsRequired = true });

    public static readonly Shape List = Shape.Object(
        "InvoiceList",
        new Property("data", Shape.List(Resource) with { Sample = true }),
        Included,
        new Property("links", Shape.Object(null, Link("self"), Link("first"), Link("prev").OrNull(), Link("next").OrNull(), Link("last").OrNull())),
        new Property("meta", Shape.Object(
            null, new Property("total", Shape.Number(about: "Known on the last page only.").OrNull()), new Property("page", Shape.Number(1)), new Property("size", Shape.Number(Fields.ListParameters.UsualSize)))));

    private static Property Link(string name) => new(name, Shape.Text("/api/payment-invoices?page[number]=1&page[size]=20"));

    private static Property OrNull(this Property property) => property with { Shape = property.Shape.OrNull() with { Sample = null } };
}
