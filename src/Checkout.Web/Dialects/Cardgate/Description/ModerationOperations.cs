using Checkout.Web.Docs;
using static Checkout.Web.Dialects.Cardgate.Description.Replies;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>The merchant's word on an invoice that is held.</summary>
internal static class ModerationOperations
{
    private const string Group = "Reviews";
    private const string Which = "An invoice with moderation_required is held: when it was made, because your account has every invoice looked at before it can be paid, or after a card was charged, because a fraud check wants your word. ";

    private static readonly Operation Accept = Word("acceptInvoice", "Moderation.Accept", "Accept an invoice that is held", Which + "It goes on: it can be paid from now on, or its charge goes through.");

    private static readonly Operation Reject = Word("rejectInvoice", "Moderation.Reject", "Reject an invoice that is held", Which + "It is terminated; nothing was taken, and what a bank held is let go.");

    public static readonly Surface Surface = new([], [Accept, Reject]);

    private static Operation Word(string id, string action, string title, string about) => new(id, action, title)
    {
        Group = Group,
        OtherSpelling = "api",
        About = about,
        Replies = With(Done(200, InvoiceShapes.Document), FaultKind.NotFound, FaultKind.Conflict),
        Examples = [Steps.Plain(200, Steps.Held)],
    };
}
