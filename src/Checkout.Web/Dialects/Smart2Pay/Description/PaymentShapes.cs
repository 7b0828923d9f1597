using Checkout.Core.Payments;
using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Smart2Pay.Description.CommonShapes;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>Payments and captures as they are answered.</summary>
internal static class PaymentShapes
{
    private static readonly Property[] Card =
    [
        new("HolderName", Shape.Text("Ana Pop")), new("Number", Shape.Text("VISA-1111", "Masked.")),
        new("ExpirationMonth", Shape.Text("05")), new("ExpirationYear", Shape.Text("2031")),
    ];

    private static readonly Shape Fraud = Shape.Object(
        "Fraud",
        new Property("Status", Shape.Text("Accept") with { Words = [.. Enum.GetNames<FraudStatus>()] }),
        new Property("CheckMode", Shape.Text("CheckOnPreAuthorisation")),
        new Property("Score", Shape.Number(31)),
        new Property("Reason", Shape.Text("No decision provided").OrNull()));

    private static readonly ShownStatus Authorized = Smart2PayStatus.Of(PaymentStatus.Authorized);

    private static readonly Property Amount = new("Amount", Shape.Number(2599));

    private static readonly Property[] Head =
    [
        Text("ClientIP"), new("SkinID", Shape.Number().OrNull()), Created, Reference, Originator, Amount, Currency,
        new("CapturedAmount", Shape.Text("0", "A text, unlike Amount.") with { Pattern = "^[0-9]+$" }), Text("ReturnURL"), DescriptionField, StatementDescriptor,
        new("MethodID", Shape.Number(6) with { Numbers = [6] }), Null("MethodOptionID"), Site,
        new("NotificationDateTime", Shape.Text(about: "When your server received the last notice.") with { Pattern = When, IsNullable = true }),
        Of("Customer", Customer), Of("BillingAddress", Address), Of("ShippingAddress", Address), Articles,
    ];

    private static readonly Property[] Tail =
    [
        Text("MethodTransactionID"), new("PaymentTokenLifetime", Shape.Number().OrNull()), new("Capture", Shape.Flag(false)), new("Retry", Shape.Flag(false)),
        new("RedirectURL", Shape.Text(about: "Send the shopper here, when there is something for it to do.").OrNull()), new("3DSecure", Shape.Flag(false)),
    ];

    public static readonly Shape Payment = Root(
        "Payment",
        "Payment",
        [
            Id(300001), .. Head, new("Card", CardWithCountry.OrNull() with { Sample = true }),
            new("CreditCardToken", Shape.Object(null, new Property("Value", Shape.Text("0F1E2D3C4B5A69788796A5B4C3D2E1F0"))).OrNull() with { Sample = true }),
            Status(Statuses.OfPayments, Authorized), .. Tail,
            new("Fraud", Fraud with { Sample = true }, IsRequired: false), new("Installments", Shape.Number(), IsRequired: false),
        ]);

    public static readonly Shape Payments = Listed("Payments", "Payments", Payment);

    public static readonly Shape Short = Root("PaymentStatus", "Payment", Id(300001), Reference, Status(Statuses.OfPayments, Authorized));

    /// <summary>Nothing was made, or nothing was done with what there is; card data never comes back.</summary>
    public static readonly Shape Refused = Root(
        "PaymentRefused",
        "Payment",
        [
            InvalidRequest, new("ID", Shape.Number(about: "Of the payment that stands, when there is one.").OrNull()),
            .. Head.Select(field => field.Name switch { "Created" or "CapturedAmount" => Null(field.Name), "MethodID" => field, _ => Echoed(field) }),
            Null("Card"), Null("CreditCardToken"), Nothing,
            .. Tail.Select(field => field.Name is "MethodTransactionID" or "RedirectURL" ? Null(field.Name) : Echoed(field)),
        ]);

    private static readonly Property[] CaptureHead = [Site, Created, Reference, Originator, new("PaymentID", Shape.Number(300001)), Amount, Currency];

    public static readonly Shape Capture = Root("Capture", "Capture", [Id(300001001), .. CaptureHead, Status(Statuses.OfCaptures, Smart2PayStatus.Success)]);

    public static readonly Shape Captures = Listed("Captures", "Captures", Capture);

    public static readonly Shape NoCapture = Root("CaptureNotFound", "Capture", [Null("ID"), .. CaptureHead.Select(field => Null(field.Name)), Nothing]);

    public static Shape CardWithCountry => Shape.Object("CardWithCountry", [.. Card, Text("IssuingBankCountry")]);

    public static Shape CardFace => Shape.Object("Card", Card);
}
