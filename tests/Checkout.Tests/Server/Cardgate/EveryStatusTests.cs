using System.Text.Json.Nodes;
using Checkout.Web.Dialects.Cardgate;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Every status that an invoice may be said to have can be come to, and is said when it is (§7.1).</summary>
public sealed class EveryStatusTests : IClassFixture<SandboxServer>
{
    private readonly RunningCheckout _checkout;
    private readonly CardgateShop _shop;

    /// <summary>How an invoice comes to each status; what is given back is its address.</summary>
    private readonly Dictionary<string, Func<Task<string>>> _ways;

    public EveryStatusTests(SandboxServer server)
    {
        (_checkout, _shop) = (server.Checkout, new CardgateShop(server.Checkout));
        _ways = new()
        {
            ["created"] = async () => PathOf(await _shop.CreateAsync(Invoice().And("service", null))),
            ["process_pending"] = async () => PathOf(await _shop.CreateAsync(Invoice())),
            ["processing"] = () => SoldAsync(Playing("capture-pending-60")),
            ["process_error"] = () => SoldAsync(Playing("wrong-amount")),
            ["processed"] = () => SoldAsync(Invoice()),
            ["partially_processed"] = () => AuthorisedAsync("capture?amount=1000"),
            ["process_failed"] = () => SoldAsync(Invoice(), Declined),
            ["verified"] = () => SoldAsync(Invoice().And("flow", "verify")),
            ["verify_failed"] = () => SoldAsync(Invoice().And("flow", "verify"), Declined),
            ["expired"] = LapsedAsync,
            ["terminated"] = () => AuthorisedAsync("cancel"),
            ["refund_pending"] = () => RefundedAsync(Invoice(amount: 100.04m), null),
            ["refund_failed"] = FailedRefundAsync,
            ["partially_refunded"] = () => RefundedAsync(Invoice(), 4.2m),
            ["refunded"] = () => RefundedAsync(Invoice(), null),
            ["partially_charged_back"] = () => ChargedBackAsync(400),
            ["charged_back"] = () => ChargedBackAsync(null),
        };
    }

    public static TheoryData<string> Statuses => [.. CardgateStatus.Said];

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task An_invoice_comes_to_it(string status)
    {
        var path = await _ways[status]();
        await RunningCheckout.EventuallyAsync(async () => (string?)Attributes(await _shop.GetAsync(path))["status"], now => now == status);
    }

    [Theory]
    [InlineData("charge", "process_failed")]
    [InlineData("verify", "verify_failed")]
    public async Task A_card_that_waits_for_its_bank_until_the_time_is_up_has_failed(string flow, string status)
    {
        var invoice = await _shop.CreateAsync(Invoice().And("flow", flow), H2H);
        var path = PathOf(invoice);
        Assert.Equal("process_pending", (string?)(await _shop.SellAsync(invoice, Card(ThreeDSecure))).Json!["status"]);
        await _checkout.AdvanceAsync(TimeSpan.FromHours(2));
        await RunningCheckout.EventuallyAsync(async () => (string?)Attributes(await _shop.GetAsync(path))["status"], now => now == status);

        var over = Attributes(await _shop.GetAsync(path));
        Assert.Equal("transaction_expired", (string?)over["resolution"]);
        Assert.InRange((long)over["failed"]!, (long)over["created"]! + 600, (long)over["updated"]!);
        var listed = await _shop.GetAsync($"/payment-invoices?filter[status]={status}&page[size]=100");
        Assert.Contains(listed.Json!["data"]!.AsArray(), one => path.EndsWith((string)one!["id"]!, StringComparison.Ordinal));
        Assert.DoesNotContain((await _shop.GetAsync("/payment-invoices?filter[status]=expired&page[size]=100")).Json!["data"]!.AsArray(), one => path.EndsWith((string)one!["id"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_open_dispute_takes_nothing_of_what_an_invoice_was()
    {
        var path = await RefundedAsync(Invoice(), 4.2m);
        await DisputeAsync(path, "Open", 300);
        Assert.Equal("partially_refunded", (string?)Attributes(await _shop.GetAsync(path))["status"]);
        var listed = await _shop.GetAsync("/payment-invoices?filter[status]=partially_refunded&page[size]=100");
        Assert.Contains(listed.Json!["data"]!.AsArray(), invoice => path.EndsWith((string)invoice!["id"]!, StringComparison.Ordinal));
    }

    private static string PathOf(Answer invoice) => "/payment-invoices/" + Id(invoice);

    private static JsonObject Playing(string scenario) => Invoice(Orders.NewReference("played") + "--" + scenario);

    private async Task<string> SoldAsync(JsonObject attributes, string card = Approved)
    {
        var invoice = await _shop.CreateAsync(attributes, H2H);
        Assert.Equal(201, (int)(await _shop.SellAsync(invoice, Card(card, "09/33"))).Status);
        return PathOf(invoice);
    }

    /// <summary>Only the other dialect holds money; here it is read.</summary>
    private async Task<string> AuthorisedAsync(string then)
    {
        var payment = (await _checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()))).Payment["ID"]!;
        Assert.Equal(200, (int)(await _checkout.PostAsync($"/v1/payments/{payment}/{then}")).Status);
        return $"/payment-invoices/{payment}";
    }

    private async Task<string> LapsedAsync()
    {
        var path = PathOf(await _shop.CreateAsync(Invoice().And("expires", _checkout.Clock.GetUtcNow().ToUnixTimeSeconds() + 60)));
        await _checkout.AdvanceAsync(TimeSpan.FromMinutes(2));
        return path;
    }

    private async Task<string> RefundedAsync(JsonObject attributes, decimal? amount)
    {
        var path = await SoldAsync(attributes);
        Assert.Equal(200, (int)(await _shop.PostAsync(path + "/refund", Document(new JsonObject { ["reference_id"] = "r", ["amount"] = amount }, "refund"))).Status);
        return path;
    }

    private async Task<string> FailedRefundAsync()
    {
        var path = await RefundedAsync(Playing("refund-fails-later"), 4.2m);
        await _checkout.AdvanceAsync(TimeSpan.FromSeconds(30));
        return path;
    }

    private async Task<string> ChargedBackAsync(int? amount)
    {
        var path = await SoldAsync(Invoice());
        await DisputeAsync(path, "Open", amount);
        await DisputeAsync(path, "ChargedBack", null);
        return path;
    }

    private async Task DisputeAsync(string path, string state, int? amount)
    {
        var wish = new JsonObject { ["Reference"] = (string?)Attributes(await _shop.GetAsync(path))["reference_id"], ["State"] = state };
        if (amount is not null) wish["Amount"] = amount;
        Assert.Equal(200, (int)(await _checkout.PostAsync("/sandbox/dispute", wish)).Status);
    }
}
