using System.Net;
using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Invoices with <c>flow=verify</c>: the card is checked and kept, and nothing is ever taken (§6).</summary>
public sealed class VerifyFlowTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static int _shoppers;

    private readonly CardgateShop _shop = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);
    private readonly string _customer = $"verified-{Interlocked.Increment(ref _shoppers)}";

    [Theory]
    [InlineData(10.5)]
    [InlineData(0.0)]
    [InlineData(null)]
    public async Task A_card_that_is_verified_on_the_page_is_kept_and_nothing_is_taken(double? amount)
    {
        var invoice = await _shop.CreateAsync(Verify((decimal?)amount));
        Assert.Equal(("process_pending", "verify"), ((string?)Attributes(invoice)["status"], (string?)Attributes(invoice)["payment_flow"]));

        var page = await OpenPageAsync(invoice, _shopper);
        Assert.Contains("nothing is charged", page.Text, StringComparison.Ordinal);
        Assert.Equal("Confirm card", page.Element("pay").TextContent);
        Assert.DoesNotContain("10.50", page.Text, StringComparison.Ordinal);
        Assert.StartsWith("Confirm card – ", page.Document.Title, StringComparison.Ordinal);
        Assert.Contains("Your card is ready to be used at Demo shop.", (await _shopper.PayAsync(page, Orders.Visa, save: true)).Text, StringComparison.Ordinal);

        var read = await ReadAsync(invoice);
        Assert.Equal(("verified", "ok"), ((string?)read["status"], (string?)read["resolution"]));
        Assert.Equal((null, null), ((decimal?)read["processed_amount"], (long?)read["processed"]));
        Assert.Empty(await server.Checkout.LedgerAsync((string)read["reference_id"]!));
        var paid = await _shop.CreateAsync(Instant((string)read["payload"]!["token"]!, _customer));
        Assert.Equal("processed", (string?)(await _shop.SellAsync(paid, new JsonObject())).Json!["status"]);
    }

    [Fact]
    public async Task A_card_whose_keeping_was_not_agreed_to_is_not_said_to_be_ready()
    {
        var invoice = await _shop.CreateAsync(Verify(1m));
        var over = await _shopper.PayAsync(await OpenPageAsync(invoice, _shopper), Orders.Visa);
        Assert.Contains("Nothing was charged, and Demo shop does not keep it.", over.Text, StringComparison.Ordinal);
        var read = await ReadAsync(invoice);
        Assert.Equal(("verified", null), ((string?)read["status"], (string?)read["payload"]!["token"]));
    }

    [Theory]
    [InlineData(Approved, "12/32", "verified", "ok")]
    [InlineData(Declined, "09/33", "verify_failed", "declined")]
    [InlineData(Orders.Insufficient, "12/32", "verify_failed", "insufficient_funds")]
    public async Task A_card_that_the_merchant_sends_is_decided_at_once(string number, string expiry, string status, string resolution)
    {
        var invoice = await _shop.CreateAsync(Verify(1m), H2H);
        var sale = await _shop.SellAsync(invoice, Card(number, expiry));
        Assert.Equal((status, resolution), ((string?)sale.Json!["status"], (string?)sale.Json["resolution"]));
        Assert.Equal("verify", (string?)Attributes(sale)["flow"]);
        Assert.Equal(status == "verified", (await ReadAsync(invoice))["payload"]!["token"] is not null);
        Assert.Equal(HttpStatusCode.Conflict, (await _shop.SellAsync(invoice, Card(Approved))).Status);
    }

    [Fact]
    public async Task A_card_that_its_bank_asks_about_is_verified_after_that()
    {
        var invoice = await _shop.CreateAsync(Verify(1m), H2H);
        var sale = await _shop.SellAsync(invoice, Card(ThreeDSecure));
        Assert.Equal("3ds", (string?)sale.Json!["auth_mode"]);
        await _shopper.DecideAsync((string)sale.Json["auth_payload"]!["action"]!, "approve");
        Assert.Equal("verified", (string?)(await ReadAsync(invoice))["status"]);
    }

    [Fact]
    public async Task On_the_page_another_card_may_be_tried_as_often_as_the_invoice_says()
    {
        var invoice = await _shop.CreateAsync(Verify(1m, tries: 2));
        var again = await _shopper.PayAsync(await OpenPageAsync(invoice, _shopper), Orders.Declined);
        Assert.True(again.Has("declined"));
        Assert.Equal("process_pending", (string?)(await ReadAsync(invoice))["status"]);
        await _shopper.PayAsync(again, Orders.Insufficient);
        var read = await ReadAsync(invoice);
        Assert.Equal(("verify_failed", "insufficient_funds"), ((string?)read["status"], (string?)read["resolution"]));
    }

    [Fact]
    public async Task A_verified_card_cannot_be_refunded_and_stands_in_the_list_like_other_invoices()
    {
        var invoice = await _shop.CreateAsync(Verify(1m), H2H);
        await _shop.SellAsync(invoice, Card(Approved));
        var refund = await _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", Document(new JsonObject { ["reference_id"] = "r-1" }, "refund"));
        Assert.Equal(["409 conflict"], Faults(refund));

        var list = await _shop.GetAsync($"/payment-invoices?filter[reference_id]={Attributes(invoice)["reference_id"]}&filter[status]=verified");
        Assert.Equal(Id(invoice), (string?)Assert.Single(list.Json!["data"]!.AsArray())!["id"]);
    }

    [Theory]
    [InlineData("flow", "later", "422 invalid /data/attributes/flow")]
    [InlineData("amount", "-1", "422 invalid /data/attributes/amount")]
    [InlineData("amount", "0e1", "422 invalid /data/attributes/amount")]
    [InlineData("amount", "0.", "422 invalid /data/attributes/amount")]
    [InlineData("amount", "0.001", "422 invalid /data/attributes/amount")]
    public async Task What_is_wrong_is_told(string field, string value, string fault) => Assert.Equal([fault], Faults(await _shop.CreateAsync(Verify(1m).And(field, value))));

    private JsonObject Verify(decimal? amount, int? tries = null)
    {
        var invoice = Invoice().And("flow", "verify").And("customer", new JsonObject { ["reference_id"] = _customer });
        if (amount is null) invoice.Remove("amount");
        else invoice["amount"] = amount;
        return tries is null ? invoice : invoice.And("gateway_options", new JsonObject { ["cardgate"] = new JsonObject { ["retry_limit"] = tries } });
    }

    private async Task<JsonNode> ReadAsync(Answer invoice) => Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
}
