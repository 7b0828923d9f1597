using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.Payouts;

/// <summary>A merchant's server that pays out.</summary>
internal static class PayoutShop
{
    public static JsonObject Order(string reference, string number = Orders.Visa, long amount = 500) => new()
    {
        ["Payout"] = new JsonObject
        {
            ["MerchantTransactionID"] = reference,
            ["Amount"] = amount,
            ["Currency"] = "EUR",
            // The published client sends these as null.
            ["Description"] = null, ["StatementDescriptor"] = null, ["Capture"] = null, ["Retry"] = null,
            ["Card"] = new JsonObject { ["HolderName"] = "Ana Pop", ["Number"] = number, ["ExpirationMonth"] = "05", ["ExpirationYear"] = "2031" },
        },
    };

    public static Task<Answer> PayOutAsync(this CheckoutClient checkout, JsonObject order, string? credentials = null, string? requestId = null) =>
        checkout.SendAsync(HttpMethod.Post, "/v1/payouts", order.ToJsonString(), credentials, requestId);

    public static JsonNode Payout(this Answer answer) => answer.Json!["Payout"]!;

    public static int? State(this Answer answer) => (int?)answer.Payout()["Status"]!["ID"];

    public static async Task<int?> StateAsync(this CheckoutClient checkout, Answer made, string? credentials = null) =>
        (await checkout.SendAsync(HttpMethod.Get, $"/v1/payouts/{made.Payout()["ID"]}", credentials: credentials)).State();

    public static Task BecomesAsync(this CheckoutClient checkout, Answer made, int state, string? credentials = null) =>
        CheckoutClient.EventuallyAsync(() => checkout.StateAsync(made, credentials), now => now == state);

    public static async Task<string> PaidAsync(this CheckoutClient checkout, string reference, string? credentials = null) =>
        string.Join(", ", (await checkout.LedgerAsync(reference, credentials)).Select(l => FormattableString.Invariant($"{l.Kind} {l.State} {l.Amount} {l.Currency}")));
}
