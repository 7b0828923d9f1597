using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Cardgate.Description.CommonShapes;
using static Checkout.Web.Dialects.Cardgate.Description.Replies;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>What pages in browsers may ask with the public key.</summary>
/// <param name="key">The public key that stands in examples.</param>
internal sealed class PublicOperations(string key)
{
    private static readonly Shape FlowData = Shape.Object(
        "PublicFlowData",
        new Property("action", Shape.Text("https://checkout.example/hpp/cpi_ADzwZTG99f3q3utQ", "Send the shopper's browser here.")), new Property("method", Shape.Text("GET") with { Words = ["GET"] }),
        new Property("params", Empty), new Property("metadata", Empty));

    private static readonly Shape Invoice = Document("PublicInvoiceDocument");

    private static readonly Shape NewInvoice = Document("NewPublicInvoiceDocument", new("reference_id", Shape.Text("ORDER-1042", "Made up where you sent none.")), new("description", Shape.Text("A mug").OrNull()));

    private static readonly Shape Services = Shape.Object(
        "ServiceOffer",
        new Property("data", Shape.Object(
            null,
            Type("payment-prerequest"),
            new Property("attributes", Shape.Object(
                null, Currency, new Property("test_mode", Shape.Flag(true)), new Property("services", Shape.Object(null) with { IsOpen = true, Sample = true, About = "By its code, each as the list of services has it." }))))));

    public Surface Surface => new(["/public-api"], [Offer, Create, Read, Preflight]);

    private Operation Offer => Open("offerServices", "Public.Offer", "The services of a currency") with
    {
        Body = RequestShapes.Flat("OfferRequest", PublicAttributes.OfOffer),
        Replies = With(Done(200, Services), FaultKind.Malformed, FaultKind.Forbidden, FaultKind.TooLarge, FaultKind.Invalid),
        Examples = [new("plain", "In euros", 200, "{\"public_key\":\"" + key + "\",\"currency\":\"EUR\"}")],
    };

    private Operation Create => Open("createPublicInvoice", "Public.Create", "Make an invoice from a page") with
    {
        About = "Off until your account's PublicPayments is on. Anybody can send this: before you deliver, compare the amount of an invoice whose source is public_api with what the order costs.",
        Body = RequestShapes.Flat("PublicInvoiceRequest", PublicAttributes.OfInvoice),
        Replies = With(Done(201, NewInvoice), FaultKind.Malformed, FaultKind.Forbidden, FaultKind.TooLarge, FaultKind.Invalid),
        Examples = [new("plain", "In euros", 201, "{\"public_key\":\"" + key + "\",\"reference_id\":\"{reference}\",\"amount\":10.5,\"currency\":\"EUR\",\"customer\":{\"email\":\"ann@example.com\"}}")],
    };

    private static Operation Read => Open("readPublicInvoice", "Public.Read", "How an invoice stands") with
    {
        About = "Whoever knows its id may see so much of it.",
        Replies = Replies.Open(Done(200, Invoice), FaultKind.NotFound),
        Examples = [Steps.Plain(200, new Step("createPublicInvoice", "plain", "id", "/data/id"))],
    };

    private static Operation Preflight => Open("preflightPublic", "Public.Preflight", "A browser's question before that") with
    {
        Replies = [new Reply(204, "Yes: pages of every origin may ask, without cookies.")],
        Examples = [Steps.Plain(204)],
    };

    /// <param name="name">The schema's.</param>
    /// <param name="own">What only the maker reads.</param>
    private static Shape Document(string name, params Property[] own) => Shape.Object(
        name,
        new Property("data", Shape.Object(
            null,
            Type("payment-invoices"), Id("cpi_ADzwZTG99f3q3utQ"),
            new Property("attributes", Shape.Object(
                null,
                [
                    new Property("serial_number", Shape.Text("ADzwZTG99f3q3utQ")), Status, Resolution, Message("resolution_message"), new Property("test_mode", Shape.Flag(true)),
                    Amount("amount", 10.5m), Amount("payment_amount", 10.5m), Currency, .. own, new Property("flow_data", FlowData), new Property("hpp_url", Shape.Text("https://checkout.example/hpp/cpi_ADzwZTG99f3q3utQ")),
                    new Property("flow", Shape.Text(CardService.Flow)), PaymentFlow("payment_flow"), new Property("created", Shape.Number(1730721021)), new Property("updated", Shape.Number(1730721022)),
                ])))));

    private static Operation Open(string id, string action, string summary) => new(id, action, summary) { Group = "From pages, with the public key", NeedsKey = false };
}
