using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>Ending tokens.</summary>
internal static class TokenOperations
{
    private static readonly Operation Cancel = new("cancelToken", "Tokens.Delete", "Cancel a token")
    {
        Group = "Tokens",
        OtherSpelling = "api",
        About = "It pays no more; cancelling it again says the same.",
        Replies = Replies.With(new Reply(204, "Done."), FaultKind.NotFound),
        Examples = [Steps.Plain(204, Steps.Kept)],
    };

    public static readonly Surface Surface = new(["/tokens"], [Cancel]);
}
