using System.Net;
using System.Text.Json.Nodes;
using Checkout.CrashTests.Load;
using Checkout.CrashTests.Processes;
using Checkout.Tests.Server;
using Checkout.Tests.Server.Payouts;
using Checkout.Web.Sandbox;

namespace Checkout.CrashTests.Durability;

/// <summary>A way to make a server write, and the words it refuses with when it cannot.</summary>
/// <param name="Name">For people who read a failure.</param>
/// <param name="AskAsync">Asks once, with nothing that was asked before.</param>
/// <param name="IsRefusal">Whether the answer says "not now" in the words of this door.</param>
/// <param name="IsOnce">What went through is done: asked again it is refused for another reason.</param>
internal sealed record Door(string Name, Func<Task<Answer>> AskAsync, Func<Answer, bool> IsRefusal, bool IsOnce);

/// <summary>Every kind of caller who makes the first server write: both dialects, and the shopper on the page.</summary>
internal sealed class Doors(Caller merchant, string about)
{
    private const int DatabaseError = 19;
    private static readonly string CardgateCredentials = $"{SandboxMerchant.H2HAccount.Id}:{SandboxMerchant.CardgateKey}";

    private int _made;

    /// <summary>Makes what captures, cancels, refunds and the page need, while all is well.</summary>
    public async Task<IReadOnlyList<Door>> OpenAsync()
    {
        var (held, other, taken) = (await PaidAsync(capture: false), await PaidAsync(capture: false), await PaidAsync(capture: true));
        var shopper = new Shopper(merchant);
        var page = await shopper.OrderAsync(Orders.Hosted(NewReference()));
        return
        [
            Api("payment", "Payment", "/v1/payments", () => Orders.Direct(NewReference()).With("Capture", true)),
            Api("order", "Payment", "/v1/payments", () => Orders.Hosted(NewReference())),
            Api("capture", "Payment", $"/v1/payments/{held}/capture", () => null, isOnce: true),
            Api("cancel", "Payment", $"/v1/payments/{other}/cancel", () => null, isOnce: true),
            Api("refund", "Refund", $"/v1/payments/{taken}/refunds", () => Orders.Refund(NewReference(), 100), isOnce: true),
            Api("payout", "Payout", "/v1/payouts", () => PayoutShop.Order(NewReference())),
            new Door("invoice", () => merchant.SendAsync(HttpMethod.Post, "/payment-invoices", Invoice().ToJsonString(), CardgateCredentials), IsCardgates, IsOnce: false),
            new Door("page", async () => (await shopper.PostAsync(page, "card", Shopper.Typed())).Answer, IsPages, IsOnce: true),
        ];
    }

    public string NewReference() => FormattableString.Invariant($"{about}-{_made++}");

    private async Task<long> PaidAsync(bool capture)
    {
        var answer = await merchant.AskAsync(MortalChain.First, "/v1/payments", Orders.Direct(NewReference()).With("Capture", capture));
        Assert.Equal(capture ? 11 : 9, answer!.StatusId);
        return (long)answer.Payment["ID"]!;
    }

    private Door Api(string name, string root, string path, Func<JsonNode?> body, bool isOnce = false) => new(
        name,
        () => merchant.SendAsync(HttpMethod.Post, path, body()?.ToJsonString() ?? "", MortalChain.First.Credentials, Guid.NewGuid().ToString("N")),
        answer => IsLater(answer) && answer.IsOneResource(root) && answer.Codes is [DatabaseError],
        isOnce);

    private JsonObject Invoice() => new()
    {
        ["data"] = new JsonObject
        {
            ["type"] = "payment-invoices",
            ["attributes"] = new JsonObject { ["reference_id"] = NewReference(), ["amount"] = 10.5m, ["currency"] = "USD", ["service"] = "payment_card_usd_hpp", ["test_mode"] = true },
        },
    };

    private static bool IsLater(Answer answer) => answer.Status == HttpStatusCode.ServiceUnavailable && answer.Headers.ContainsKey("Retry-After");

    private static bool IsCardgates(Answer answer) => IsLater(answer) && (string?)answer.Json?["errors"]?[0]?["code"] == "unavailable";

    private static bool IsPages(Answer answer) => IsLater(answer) && answer.Headers["Content-Type"].StartsWith("text/html", StringComparison.Ordinal) && answer.Body.Contains("<h1", StringComparison.Ordinal);
}
