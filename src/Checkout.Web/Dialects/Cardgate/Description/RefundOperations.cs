using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Cardgate.Description.Replies;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>Giving money back.</summary>
internal static class RefundOperations
{
    private const string Group = "Refunds";

    private static readonly Operation Create = new("createRefund", "Refunds.Create", "Give money back")
    {
        Group = Group,
        OtherSpelling = "api",
        About = "All or a part of what was paid; several times, until nothing is left. Asked again under the same reference for the same amount, it shows the first refund and makes none. A request with data.attributes.invoiceId is of the new model, else one with data.id of the old; one with neither is as your account is set, usually new.",
        Body = RequestShapes.Body("RefundRequest", RefundAttributes.Data),
        Replies = With(
            new Reply(200, "The refund; for the old model the invoice.", InvoiceShapes.Document, RefundShapes.Document),
            FaultKind.Malformed, FaultKind.NotFound, FaultKind.Conflict, FaultKind.TooLarge, FaultKind.Invalid),
        Examples =
        [
            new("part", "A part", 200, Refund("\"type\":\"refund\"", "\"reference_id\":\"{reference}\",\"amount\":4.2")) { First = Steps.Paid },
            new("rest", "All that remains, in the old model", 200, Refund("\"type\":\"refund\",\"id\":\"{id}\"", "\"reference_id\":\"{reference}\"")) { First = Steps.Paid },
        ],
    };

    private static readonly Operation Read = new("readRefund", "Refunds.Read", "Read a refund")
    {
        Group = Group,
        OtherSpelling = "api",
        Replies = With(Done(200, RefundShapes.Document), FaultKind.NotFound),
        Examples = [Steps.Plain(200, [.. Steps.Paid, new Step("createRefund", "part", "id", "/data/id")])],
    };

    public static readonly Surface Surface = new(["/refunds"], [Create, Read]);

    private static string Refund(string data, string attributes) => Steps.Document(data, attributes);
}
