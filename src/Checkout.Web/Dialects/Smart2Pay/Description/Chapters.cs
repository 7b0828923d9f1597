using Checkout.Core.Notices;
using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>What belongs to no operation.</summary>
internal static class Chapters
{
    public static readonly IReadOnlyList<Chapter> All =
    [
        new(
            "keys",
            "Keys",
            "Every request carries your site's number as user name and its API key as password (HTTP Basic). The API key belongs on servers only: a request that a browser sends is refused with it, but for turning a card into a token, which the tokenise key opens.",
            "Without a good key the answer is 401."),
        new(
            "form",
            "Form",
            "Bodies are JSON in UTF-8 with one root key that names the resource. Amounts are whole minor units: 2599 is 25.99. Moments are yyyyMMddHHmmss in UTC.",
            "A field that is null, or an empty text where it is optional, counts as absent. Fields that nobody knows are passed over, and letter case does not matter in the names of fields. Addresses may end with a slash and be in any letter case."),
        new(
            "again",
            "Asking again",
            "Give each request that does something a RequestId header of your own. Sent again with the same body it is answered with the first answer, and nothing is done twice; with another body it is refused with code 20. Without an answer, ask again with the same RequestId.",
            "A MerchantTransactionID names one payment, refund or payout for ever: a second one is refused with code 20."),
        new(
            "refusals",
            "Refusals",
            "A request that did nothing is answered with 400 and the resource as you sent it: Status.ID is null, and Status.Reasons has one entry for each thing that is wrong. A payment, refund or payout that was tried and failed is answered with 400 too, with its ID and status 4.",
            "Things of other sites are not found: 404.",
            "500 and 503 mean that something of ours broke or does not answer just now, and that nobody knows yet what came of the request. Ask again with the same RequestId."),
        new(
            "notices",
            "Notices",
            "Your NotificationURL receives the resource as the API answers it, by POST, when it comes to a status that ends it, or to one that no answer has told you. Authorization: Basic carries your site's number and API key: compare them, and refuse anything else. In the notices of payouts and disputes the amount is a text.",
            $"Answer 204 within 30 seconds. Anything else is tried again, rarer and rarer, for {NoticeSchedule.GivesUpAfter.Days} days. The same notice may come twice, and it always tells the present state."),
        new(
            "return",
            "Back at your shop",
            "The shopper comes back to your ReturnURL with data (2 paid, 3 cancelled, 4 failed or expired, 7 being processed, 9 authorised) and MerchantTransactionID. That is information only: the notice, or a GET by your server, decides."),
    ];
}
