using System.Text.Json.Nodes;
using Checkout.Web.Dialects.Cardgate;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Every code of an errors document is heard by whoever earns it, with its status and its phrase (§3.3).</summary>
public sealed class EveryErrorTests : IClassFixture<SandboxServer>
{
    /// <summary>Heard when something of ours breaks, which other tests break; nobody hears the last one from us.</summary>
    private static readonly string[] Elsewhere = ["internal", "unavailable", "too_many_requests"];

    private readonly Dictionary<string, Func<Task<Answer>>> _ways;

    public EveryErrorTests(SandboxServer server)
    {
        var shop = new CardgateShop(server.Checkout);
        _ways = new()
        {
            ["malformed"] = () => shop.SendAsync(HttpMethod.Post, "/payment-invoices", "{\"data\":1}"),
            ["unauthorized"] = () => shop.GetAsync("/payment-services", "coma_SandboxCardgate1:wrong"),
            ["forbidden"] = async () => await shop.SellAsync(await shop.CreateAsync(Instant(await shop.TokenAsync())), Card(Approved)),
            ["not_found"] = () => shop.GetAsync("/payment-invoices/cpi_0000000000000000"),
            ["method_not_allowed"] = () => shop.SendAsync(HttpMethod.Put, "/payment-invoices", null),
            ["conflict"] = async () => await shop.SellAsync(await shop.PaidAsync(), Card(Approved)),
            ["too_large"] = () => shop.SendAsync(HttpMethod.Post, "/payment-invoices", new string(' ', 70_000)),
            ["required"] = () => shop.CreateAsync(Invoice().And("currency", null)),
            ["invalid"] = () => shop.CreateAsync(Invoice().And("amount", "ten")),
            ["not_unique"] = async () => await shop.CreateAsync(Invoice((string)Attributes(await shop.CreateAsync(Invoice()))["reference_id"]!)),
            ["not_supported"] = () => shop.GetAsync("/payment-invoices?filter[colour]=red"),
            ["limit_violation"] = async () =>
                await shop.PostAsync($"/payment-invoices/{Id(await shop.PaidAsync())}/refund", Document(new JsonObject { ["reference_id"] = "r", ["amount"] = 10.51m }, "refund")),
        };
    }

    public static TheoryData<string> Codes => [.. FaultKind.All.Select(kind => kind.Code).Except(Elsewhere)];

    [Theory]
    [MemberData(nameof(Codes))]
    public async Task It_is_heard(string code)
    {
        var answer = await _ways[code]();
        var kind = FaultKind.All.Single(k => k.Code == code);
        var error = Assert.Single(answer.Json!["errors"]!.AsArray())!;
        Assert.Equal((kind.Status, $"{kind.Status}", code, kind.Title), ((int)answer.Status, (string?)error["status"], (string?)error["code"], (string?)error["title"]));
        Assert.NotEmpty((string)error["detail"]!);
        Assert.Null(answer.Json["data"]);
    }
}
