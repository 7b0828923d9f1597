using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Smart2Pay.Description;

/// <summary>What examples need before they can be sent.</summary>
internal static class Steps
{
    public const string Card = """ "Card":{"HolderName":"Ana Pop","Number":"4111111111111111","ExpirationMonth":"05","ExpirationYear":"2031","SecurityCode":"123"}""";

    public static readonly Step Authorised = new("createPayment", "card", "id", "/Payment/ID");

    public static readonly Step Captured = new("createPayment", "captured", "id", "/Payment/ID");

    public static readonly Step Challenged = new("createPayment", "challenged", "id", "/Payment/ID");

    public static readonly Step Kept = new("authenticateCard", "card", "token", "/CardAuthentication/CreditCardToken/Value");

    public static readonly Step Refunded = new("createRefund", "part", "refund", "/Refund/ID");

    public static readonly Step PaidOut = new("createPayout", "card", "id", "/Payout/ID");

    /// <summary>An example without a body.</summary>
    public static Example Plain(int status, params IReadOnlyList<Step> first) => new("plain", "As it is", status) { First = first };
}
