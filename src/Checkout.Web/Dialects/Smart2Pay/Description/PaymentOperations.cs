using Checkout.Web.Dialects.Smart2Pay.Fields;
using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Smart2Pay.Description.PaymentShapes;
using static Checkout.Web.Dialects.Smart2Pay.Description.Replies;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>Taking payments and reading them.</summary>
internal static class PaymentOperations
{
    private const string Group = "Payments";

    private const string Order = """{"Payment":{"MerchantTransactionID":"{reference}","Amount":2599,"Currency":"EUR",""";

    private static readonly Operation Create = new("createPayment", "Payments.Create", "Take a payment")
    {
        Group = Group,
        IsRepeatable = true,
        About = "With a card or a token it is charged at once; with neither, or where a security code or the bank is wanted, the answer has a RedirectURL to send the shopper to.",
        Body = RequestShapes.Body(PaymentFields.Root),
        Replies = With(Refused, Done(201, Payment, "The payment stands, or waits for the shopper or for the provider."), NotDone(Payment, Refused)),
        Examples =
        [
            new("card", "With the card in the request; the answer carries a token", 201, Order + "\"GenerateCreditCardToken\":true," + Steps.Card.Trim() + "}}"),
            new("hosted", "The shopper types the card at the RedirectURL", 201, Order + "\"ReturnURL\":\"https://shop.example/back\",\"Description\":\"Enamel mug\"}}"),
            new("oneclick", "One-click: a token and three digits, captured at once", 201, Order + "\"Capture\":true,\"CreditCardToken\":{\"Value\":\"{token}\",\"SecurityCode\":\"312\"}}}") { First = [Steps.Kept] },
            new("captured", "With the card in the request, captured at once", 201, Order + "\"Capture\":true," + Steps.Card.Trim() + "}}"),
            new("challenged", "The fraud check holds it (sandbox: by this e-mail)", 201, Order + "\"Customer\":{\"Email\":\"challenge@challenge.com\"}," + Steps.Card.Trim() + "}}"),
        ],
    };

    private static readonly Operation List = new("listPayments", "PaymentReads.List", "List payments")
    {
        Group = Group,
        About = "Newest first. Filters count together; their names mean the same in any letter case, empty ones are passed over.",
        Query = RequestShapes.Query(ListFields.All),
        Replies = With(Refused, Done(200, Payments), NotDone(Refused)),
        Examples = [new("plain", "The last ones in euros", 200) { Query = "currency=EUR&limit=2", First = [new("createPayment", "card")] }],
    };

    private static readonly Operation Read = new("readPayment", "PaymentReads.Read", "Read a payment")
    {
        Group = Group,
        Replies = With(Refused, Done(200, Payment), Missing(Refused)),
        Examples = [Steps.Plain(200, Steps.Authorised)],
    };

    private static readonly Operation ReadStatus = new("readPaymentStatus", "PaymentReads.ReadStatus", "Read a payment's status")
    {
        Group = Group,
        OtherSpelling = "statuss",
        Replies = With(Refused, Done(200, Short), Missing(Refused)),
        Examples = [Steps.Plain(200, Steps.Authorised)],
    };

    private static readonly Operation Page = new("showCardPage", "/Pay/Index", "The card page, for the shopper")
    {
        Group = Group,
        NeedsKey = false,
        About = "The RedirectURL of an answer. No key: the link is the right to see it.",
        Query = [new("PaymentToken", Shape.Text(about: "As it stands in the RedirectURL."))],
        Replies = [new Reply(200, "The page.") { IsPage = true }, new Reply(404, "There is no such link.") { IsPage = true }],
        Examples = [new("plain", "As it stands in the answer", 200) { Address = "{page}", First = [new("createPayment", "hosted", "page", "/Payment/RedirectURL")] }],
    };

    public static readonly IReadOnlyList<Operation> All = [Create, List, Read, ReadStatus, Page];
}
