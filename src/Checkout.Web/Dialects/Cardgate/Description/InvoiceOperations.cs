using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Cardgate.Description.Replies;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>Making invoices and reading them.</summary>
internal static class InvoiceOperations
{
    private const string Group = "Invoices";

    private static readonly Operation Create = new("createInvoice", "Invoices.Create", "Make an invoice")
    {
        Group = Group,
        OtherSpelling = "api",
        About = "Nothing is charged here: that is for the page at flow_data.action, or for a sale. Anything but 201 means that nothing was made.",
        Body = RequestShapes.Body("InvoiceRequest", InvoiceAttributes.Data),
        Replies = With(Done(201, InvoiceShapes.Document), FaultKind.Malformed, FaultKind.TooLarge, FaultKind.Invalid),
        Examples =
        [
            new("hosted", "The shopper types the card on our page, and it is kept", 201, Steps.Invoice("\"return_url\":\"https://shop.example/back\"," + Steps.Keeps)),
            new("open", "A card may be sent with the sale", 201, Steps.Invoice(Steps.Keeps)),
            new("oneclick", "One-click: a token, and the page asks for its security code only", 201, Steps.Invoice(Steps.Token + Steps.Shopper)) { First = Steps.Kept },
            new("instant", "Without the shopper: a sale charges the token", 201, Steps.Invoice(Steps.Token + Steps.Shopper + ",\"gateway_options\":{\"cardgate\":{\"instant\":true}}")) { First = Steps.Kept },
            new("review", "One that the sandbox's fraud check holds for review, once a card is charged", 201, Steps.Invoice("\"customer\":{\"reference_id\":\"shopper-7\",\"email\":\"challenge@challenge.com\"}")),
            new("verify", "Only check a card and keep it", 201, Steps.Invoice("\"flow\":\"verify\"," + Steps.Shopper, amount: "0")),
        ],
    };

    private static readonly Operation List = new("listInvoices", "Invoices.List", "List invoices")
    {
        Group = Group,
        OtherSpelling = "api",
        About = "The newest first. Filters count together; one that does not exist is refused, because a list that passes it over would show too much.",
        Query = RequestShapes.Query(ListParameters.All),
        Replies = With(Done(200, InvoiceShapes.List), FaultKind.Invalid),
        Examples =
        [
            new("plain", "The last two in euros, and who pays", 200) { Query = "filter[currency]=EUR&page[size]=2&include=customer", First = [new("createInvoice", "open")] },
        ],
    };

    private static readonly Operation Read = new("readInvoice", "Invoices.Read", "Read an invoice")
    {
        Group = Group,
        OtherSpelling = "api",
        Query = RequestShapes.Query([ListParameters.Include]),
        Replies = With(Done(200, InvoiceShapes.Document), FaultKind.NotFound),
        Examples = [Steps.Plain(200, Steps.Open), new("paid", "After a sale, with who paid", 200) { Query = "include=customer", First = Steps.Paid }],
    };

    public static readonly Surface Surface = new(["/payment-invoices"], [Create, List, Read]);
}
