using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>Where the shopper's browser goes.</summary>
/// <param name="key">The public key that stands in examples.</param>
internal sealed class PageOperations(string key)
{
    private static readonly Reply Nothing = new(404, "There is no such page.") { IsPage = true };

    public Surface Surface => new(["/hpp", "/redirect/hpp", "/complete-auth"], [Card, Link, Return]);

    private static Operation Card => Page("showCardPage", "/Pay/Index", "The card page") with
    {
        About = "The flow_data.action of an answer, which shows kept cards too; its hpp_url is the same without them. No key: the address is the right to see it. A form may post to it too.",
        Replies = [new Reply(200, "The page.") { IsPage = true }, Nothing],
        Examples = [new("plain", "As it stands in the answer", 200) { Address = "{page}", First = [new("createInvoice", "hosted", "page", "/data/attributes/flow_data/action")] }],
    };

    private Operation Link => Page("openLink", "/Link/Hpp", "A payment link") with
    {
        OtherSpelling = "redirect",
        About = "With the id of an invoice, or with the public key and what is to be paid: names nest in brackets, customer[email]=…. The same reference opens the same payment while it can be paid. A wish about the look that cannot be met is passed over.",
        Query =
        [
            new("cpi", Shape.Text(about: "The id of an invoice, in place of everything else."), IsRequired: false),
            .. RequestShapes.Query([.. PublicAttributes.OfInvoice, .. PageAttributes.OfLink]).Where(static property => property.Shape.Kind != ShapeKind.Object).Select(static property => property with { Code = null }),
        ],
        Replies = [new Reply(303, "On to the card page."), new Reply(400, "A page that says what is wrong with the link.") { IsPage = true }, Nothing, new Reply(409, "The reference is used, or was for another amount.") { IsPage = true }],
        Examples =
        [
            new("invoice", "With the id of an invoice", 303) { Query = "cpi={id}", First = [Steps.Open] },
            new("key", "With the public key", 303) { Query = $"public_key={key}&amount=10.5&currency=EUR&customer[email]=ann@example.com" },
        ],
    };

    private static Operation Return => Page("returnFromBank", "/Pay/Return", "Back from the bank") with
    {
        About = "The TermUrl of auth_payload.params. The bank sends the shopper here, by GET or POST (PaRes and MD, or cres and threeDSSessionData); we ask what came of it, and send the shopper on, in the end to your return address. What belongs to another payment is refused.",
        Query = [new("pid", Shape.Text(about: "The try, as it stands in the TermUrl."), IsRequired: false)],
        Replies = [new Reply(303, "On to the page, which sends the shopper on."), Nothing],
        Examples = [new("plain", "As it stands in the answer", 303) { Address = "{page}", First = [Steps.Open, Steps.Bearer, new("sell", "bank", "page", "/auth_payload/params/TermUrl")] }],
    };

    private static Operation Page(string id, string action, string summary) => new(id, action, summary) { Group = "Pages for the shopper", NeedsKey = false };
}
