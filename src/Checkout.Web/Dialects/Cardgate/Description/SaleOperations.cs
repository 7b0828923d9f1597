using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Cardgate.Description.Replies;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>Charging an invoice from the merchant's server.</summary>
internal static class SaleOperations
{
    private const string Id = "createInvoice";

    public static readonly KeyScheme Bearer = new("bearer", "bearer", "The flow_data.metadata.token of the invoice: good for it alone, for an hour at most, and until it is paid.") { Word = Steps.Bearer.Takes };

    private static readonly Operation Sell = new("sell", "Sale.Sell", "Charge an invoice")
    {
        Group = "Sales",
        OtherSpelling = "api",
        Key = Bearer,
        About = "With a card, from an account that may send cards; with the code of a kept card; or with nothing, for an instant invoice. It is one try: a decline ends the invoice, "
            + "is answered with 201, and says why in resolution. auth_mode and auth_payload are there only when the shopper has to go to the bank.",
        Body = RequestShapes.Body("SaleRequest", SaleAttributes.Data),
        Replies = With(
            Done(201, SaleShapes.Document, "It was tried; status says what came of it."),
            FaultKind.Malformed, FaultKind.Forbidden, FaultKind.Conflict, FaultKind.TooLarge, FaultKind.Invalid),
        Examples =
        [
            new("card", "With a card", 201, Sale(Steps.Card)) { First = [Steps.Open, Steps.Bearer] },
            new("bank", "With a card whose bank wants to ask the shopper", 201, Sale(Steps.Card.Replace("5519283812030000", "5123817234060000", StringComparison.Ordinal))) { First = [Steps.Open, Steps.Bearer] },
            new("code", "With the code of a kept card", 201, Sale("\"cvv\":\"312\"")) { First = [.. Steps.Kept, new(Id, "oneclick", "id", "/data/id"), Steps.Bearer] },
            new("instant", "With nothing, for an instant invoice", 201, Sale("")) { First = [.. Steps.Kept, new(Id, "instant", "id", "/data/id"), Steps.Bearer] },
        ],
    };

    public static readonly Surface Surface = new(["/payment/sale"], [Sell]);

    private static string Sale(string attributes) => Steps.Document("\"type\":\"sale-operation\"", attributes);
}
