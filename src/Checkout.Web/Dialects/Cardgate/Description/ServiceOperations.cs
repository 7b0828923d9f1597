using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Cardgate.Description.CommonShapes;
using static Checkout.Web.Dialects.Cardgate.Description.Replies;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>The ways to pay that an account has.</summary>
internal static class ServiceOperations
{
    private const string Group = "Services";

    private static readonly string Sample = new CardService(Core.Money.Currency.Of("EUR")).Code;

    private static readonly Shape Service = Shape.Object(
        "Service",
        Type("payment-services"), new Property("id", Shape.Text(Sample)),
        new Property("attributes", Shape.Object(
            null,
            new Property("code", Shape.Text(Sample)), new Property("method", Shape.Text(CardService.Method)), new Property("flow", Shape.Text(CardService.Flow)), Currency,
            new Property("fields", Empty), Amount("amount_min"), Amount("amount_max"), new Property("status", Shape.Text("available")))),
        new Property("relationships", Shape.Object(null, Related("payment-method", "payment-methods", CardService.Method))),
        Links("/api/payment-services/" + Sample));

    private static readonly Operation List = new("listServices", "Services.List", "List the services")
    {
        Group = Group,
        OtherSpelling = "api",
        About = "Cards, in each currency that the account takes, and from how much to how much one invoice may come (null: no limit).",
        Query = RequestShapes.Query([ListParameters.Currency]),
        Replies = With(
            Done(200, Shape.Object(
                "ServiceList", new Property("data", Shape.List(Service) with { Sample = true }), new Property("meta", Shape.Object(null, new Property("total", Shape.Number(1)))))),
            FaultKind.Invalid),
        Examples = [Steps.Plain(200)],
    };

    private static readonly Operation Read = new("readService", "Services.Read", "Read a service")
    {
        Group = Group,
        OtherSpelling = "api",
        Replies = With(Done(200, Shape.Object("ServiceDocument", new Property("data", Service))), FaultKind.NotFound),
        Examples = [new("plain", "Cards in euros", 200) { Path = new Dictionary<string, string> { ["code"] = Sample } }],
    };

    public static readonly Surface Surface = new(["/payment-services"], [List, Read]);
}
