using Checkout.Core.Notices;
using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>What belongs to no operation.</summary>
internal static class Chapters
{
    public static readonly IReadOnlyList<Chapter> All =
    [
        new(
            "keys",
            "Keys",
            "Requests carry the id of your account (coma_…) as user name and its API key as password (HTTP Basic). A sale carries the bearer token of its invoice instead. Both belong on servers only: a request with an Origin comes from a browser, and its key opens nothing.",
            "Only an account that your operator let send cards (H2H) gets a bearer for every invoice; others get one for instant invoices, where they may make them.",
            "Pages and links use the public key of the account (pk_test_…, pk_live_…), which anybody may know: it opens invoices without kept cards, where your account lets it."),
        new(
            "form",
            "Form",
            "Bodies are JSON in UTF-8, whatever their Content-Type says, at most 64 KiB. Amounts are major units, 10.5 is ten and a half: JSON numbers, or texts of one. Moments are Unix seconds.",
            "A field that is null or an empty text counts as absent, an empty map may be [], numbers pass for texts, and \"true\" and 1 for true. Fields that nobody knows are passed over. In answers, too, an empty map is [].",
            "Every address answers with /api before it as well, and with a slash at its end. Who names application/vnd.api+json in Accept is answered with it."),
        new(
            "ways",
            "Ways to pay",
            "On our page: make an invoice and send the browser to its flow_data.action. With customer.reference_id and tokenize the card is kept, and the paid invoice says payload.token. An invoice with that token and the same customer asks for three digits only.",
            "From your server: with the bearer of the invoice, a sale charges the card that you send, the kept card with its code, or, for an instant invoice, the kept card alone.",
            "From pages of your own, and from links without a program: with the public key. Compare the amount before you deliver.",
            "With flow verify the card is checked and kept, and nothing is taken.",
            "Where your account has every invoice looked at first, it says moderation_required, its page asks for no card, and a sale is answered with 409, until you accept it. Its time runs on meanwhile, so ask for enough of it with expires."),
        new(
            "again",
            "Asking again",
            "A reference_id names one invoice of an account for ever, and one refund of an invoice. Without an answer to a create, look first: filter[reference_id] finds what was made; a second create is refused with not_unique, and meta.id names the first.",
            "A sale is never done twice: while it runs, and when the invoice is paid or over, another one is answered with 409."),
        new(
            "refusals",
            "Refusals",
            "A request that did nothing is answered with errors, one entry for each thing that is wrong: status, code, title, detail, and in source the place in the body or the name in the query. There is no data beside them. A declined sale is no refusal: 201, process_failed, and the reason in resolution."),
        new(
            "callbacks",
            "Callbacks",
            "The invoice's callback_url, or else your account's, receives the invoice as a read answers it, with the customer in included, by POST: when it is made, and whenever it comes to another status. It always tells the present state; the same may come twice, and an older one late: updated grows. Your account may be set to hear of ends only, or to hear no more of the card than its token.",
            "With an address for callbacks and none for the notices of the other dialect, payments of that dialect are told here too.",
            $"Answer 200 and nothing else. 410 means that you want no more of it. Anything else is tried again after a minute, then after two, three, and so on, {NoticeSchedule.MostCardgateTries} times at most unless your account is set otherwise, and at once when the invoice changes; with 429 or 503 and Retry-After, not before that unless it changes.",
            "Check the signature over the bytes as they came, before you read them, and compare in constant time. X-Signature is this dialect's own; the three webhook- headers are those of Standard Webhooks, with the bytes of the same secret as key, and protect against replays by their timestamp.")
        {
            Snippets = Callbacks.Snippets,
        },
        new(
            "return",
            "Back at your shop",
            "The shopper goes to return_urls.success, .pending or .fail, by what came of it, or else to return_url. That is information only: the callback, or a GET by your server, decides."),
    ];
}
