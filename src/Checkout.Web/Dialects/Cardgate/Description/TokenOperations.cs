using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Cardgate.Description.CommonShapes;
using static Checkout.Web.Dialects.Cardgate.Description.Replies;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>Binding and ending tokens.</summary>
internal static class TokenOperations
{
    private const string Group = "Tokens";

    private static readonly Shape Document = Shape.Object(
        "TokenDocument",
        new Property("data", Shape.Object(
            null, Type("tokens"), Id("card_Zq3mT8wLr5XyB1Nd"),
            new Property("attributes", Shape.Object(
                null,
                new Property("token", Shape.Text("4c9jHUgeL1SD7g5byDYn9Gc0RC60NN3x")), new Property("test_mode", Shape.Flag(true)),
                new Property("customer", Shape.Object(null, new Property("reference_id", Shape.Text("shopper-7")))))))));

    private static readonly Operation Bind = new("bindToken", "Tokens.Bind", "Give a token to a shopper")
    {
        Group = Group,
        OtherSpelling = "api",
        About = "A card that the other dialect kept without naming a shopper pays here, and is shown on pages, once you say whose it is. The answer has its token for that; the one before goes on in its own dialect. Asked again, the answer is the same.",
        Body = RequestShapes.Body("BindRequest", BindAttributes.Data),
        Replies = With(Done(200, Document), FaultKind.Malformed, FaultKind.NotFound, FaultKind.Conflict, FaultKind.TooLarge, FaultKind.Invalid),
        Examples = [new("plain", "As it is", 200, Steps.Document("\"type\":\"tokens\"", Steps.Shopper)) { First = Steps.Kept }],
    };

    private static readonly Operation Cancel = new("cancelToken", "Tokens.Delete", "Cancel a token")
    {
        Group = Group,
        OtherSpelling = "api",
        About = "It pays no more; cancelling it again says the same.",
        Replies = With(new Reply(204, "Done."), FaultKind.NotFound),
        Examples = [Steps.Plain(204, Steps.Kept)],
    };

    public static readonly Surface Surface = new(["/tokens"], [Bind, Cancel]);
}
