using Checkout.Web.Docs;
using Checkout.Web.Sandbox;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>What the Smart2Pay dialect says of itself.</summary>
public static class Smart2PayDescription
{
    private const string Prefix = "/v1/";

    public static ApiDescription Make() => new("smart2pay", "Checkout: the Smart2Pay dialect")
    {
        Short = "Smart2Pay",
        About = "Card payments, one-click payments with kept cards, captures, cancels, refunds and payouts.",
        Operations = [.. PaymentOperations.All, .. ActionOperations.All, .. RefundOperations.All, .. PayoutOperations.All, .. CardOperations.All],
        Chapters = Chapters.All,
        Tables = WordTables.All,
        RepeatHeader = new Property(
            RequestName.Header,
            Shape.Text(about: "Your name for this request: sent again with the same body it gets the first answer again, and nothing is done twice.") with { Longest = RequestName.LongestKey },
            IsRequired: false,
            ReturnCode.ValidationFailed.Code),
        Notices =
        [
            new("paymentNotice", "A payment has come to another status", PaymentShapes.Payment, 204),
            new("refundNotice", "A refund has come to another status", RefundShapes.Refund, 204),
            new("payoutNotice", "A payout has come to another status", PayoutShapes.Notice, 204),
            new("disputeNotice", "A dispute has begun or ended", DisputeShapes.Notice, 204),
        ],
        PathWords = new Dictionary<string, string>
        {
            ["id"] = "The ID of the payment or payout, from its answer.",
            ["capture"] = "The ID of the capture, from the list of captures.",
            ["refund"] = "The ID of the refund, from its answer.",
            ["value"] = "The token.",
            ["method"] = "6, for cards.",
            ["country"] = "ISO 3166-1, two letters.",
            ["currency"] = "ISO 4217.",
        },
        Owns = static route => route.Path.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase),
        DeprecatesOthers = true,
        Key = new KeyScheme("siteAndKey", "basic", "The site's number as user name, its API key as password."),
        SandboxKey = $"{SandboxMerchant.Site}:{SandboxMerchant.ApiKey}",
        OwnKey = "SITE:KEY",
    };
}
