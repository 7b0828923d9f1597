using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Cardgate.Description.CommonShapes;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>What became of a sale, said flat and as a resource.</summary>
internal static class SaleShapes
{
    private static readonly Property Session = new("id", Shape.Text("cgi_ZzhRb7xLro7cIf0N") with { Pattern = "^cgi_[0-9A-Za-z]{16}$" });

    private static readonly Property Done = Status with { Shape = Status.Shape with { Sample = CardgateStatus.Processed } };

    private static readonly Property[] Authentication =
    [
        new("auth_mode", Shape.Text() with { Words = ["3ds"] }, IsRequired: false),
        new(
            "auth_payload",
            Shape.Object(
                "AuthPayload",
                new Property("action", Shape.Text("https://bank.example/challenge")),
                new Property("method", Shape.Text("POST") with { Words = ["GET", "POST"] }),
                new Property("params", Shape.Object(null) with { IsOpen = true, AlsoEmptyList = true })) with { About = "Send the shopper's browser there with these fields. Their names are the bank's affair." },
            IsRequired: false),
    ];

    private static readonly Shape Attributes = Shape.Object(
        null,
        [
            Amount("amount", 10.5m), Currency, Text("description"), new("service", Shape.Text(CardService.Method) with { Words = [CardService.Method] }), PaymentFlow("flow"), Done, Resolution,
            .. Authentication,
            new("customer", Shape.Object(null, new Property("reference_id", Shape.Text("shopper-7"))) with { AlsoEmptyList = true }),
            State("active_request", Done), State("active_payment", Done with { Shape = Done.Shape with { Words = [.. CardgateStatus.Said, SaleWriter.AuthorizeRequired] } }),
            new("repeatable", Shape.Flag(true)), new("auto_repay", Shape.Flag(false)), new("options", Empty), new("metadata", Free),
        ]);

    public static readonly Shape Document = Shape.Object(
        "SaleDocument",
        [Session, Done, Resolution, .. Authentication, new("data", Shape.Object(null, Type("sale-operation"), Session, new Property("attributes", Attributes)))]);

    private static Property State(string name, Property status) => new(name, Shape.Object(null, status, Resolution));
}
