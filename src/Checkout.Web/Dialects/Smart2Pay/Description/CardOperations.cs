using Checkout.Web.Dialects.Smart2Pay.Fields;
using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Smart2Pay.Description.CardShapes;
using static Checkout.Web.Dialects.Smart2Pay.Description.Replies;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>Turning cards into tokens, and what can be done with tokens.</summary>
internal static class CardOperations
{
    private const string Group = "Cards and tokens";

    private static readonly Operation Authenticate = new("authenticateCard", "Card.Authenticate", "Turn a card into a token")
    {
        Group = Group,
        IsRepeatable = true,
        About = "Checks the card without an amount. The one operation that a page may call from a browser: with the tokenise key, which opens nothing else.",
        Body = RequestShapes.Body(CardAuthenticationFields.Root),
        Replies = With(Refused, Done(201, Checked), NotDone(Checked, Refused)),
        Examples =
        [
            new("card", "A card and whose it is", 201, """{"CardAuthentication":{"Customer":{"FirstName":"Ana","LastName":"Pop","Email":"ana@shop.example"},""" + Steps.Card.Trim() + "}}"),
        ],
    };

    private static readonly Operation Preflight = new("preflightCard", "Card.Preflight", "A browser's question before that")
    {
        Group = Group,
        NeedsKey = false,
        Replies = [new Reply(204, "Yes.")],
        Examples = [Steps.Plain(204)],
    };

    private static readonly Operation ReadToken = new("readToken", "Tokens.Read", "Read a token")
    {
        Group = Group,
        Replies = With(Refused, Done(200, Read), Missing(Refused)),
        Examples = [Steps.Plain(200, Steps.Kept with { Takes = "value" })],
    };

    private static readonly Operation CancelToken = new("cancelToken", "Tokens.Cancel", "Cancel a token")
    {
        Group = Group,
        IsRepeatable = true,
        About = "It pays no more; cancelling it again says the same.",
        Replies = With(Refused, Done(200, Cancelled), NotDone(Refused), Missing(Refused)),
        Examples = [Steps.Plain(200, Steps.Kept with { Takes = "value" })],
    };

    public static readonly IReadOnlyList<Operation> All = [Authenticate, Preflight, ReadToken, CancelToken];
}
