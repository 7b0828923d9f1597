using System.Net;
using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Sales from the merchant's server: a whole card, a saved one with its code, a saved one alone.</summary>
public sealed class SaleTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);

    [Theory]
    [InlineData(Approved, "12/32", "processed", "ok")]
    [InlineData(Approved, "07/77", "process_pending", "ok")]
    [InlineData(Declined, "09/33", "process_failed", "declined")]
    [InlineData(Declined, "05/29", "process_failed", "insufficient_funds")]
    [InlineData(Declined, "01/25", "process_failed", "invalid_credentials")]
    [InlineData(Declined, "12/32", "process_failed", "general_fatal_error")]
    [InlineData(Orders.Declined, "12/32", "process_failed", "declined")]
    [InlineData("4242424242424242", "12/32", "process_failed", "invalid_card")]
    [InlineData(Orders.Visa, "12/32", "processed", "ok")]
    public async Task A_card_that_needs_no_bank_is_decided_at_once(string number, string expiry, string status, string resolution)
    {
        var invoice = await _shop.CreateAsync(Invoice(), H2H);
        var sale = await _shop.SellAsync(invoice, Card(number, expiry));
        Assert.Equal((HttpStatusCode.Created, status, resolution), (sale.Status, (string?)sale.Json!["status"], (string?)sale.Json["resolution"]));
        Assert.Equal((status, resolution), ((string?)Attributes(sale)["status"], (string?)Attributes(sale)["resolution"]));
        Assert.False(sale.Json.AsObject().ContainsKey("auth_mode") || sale.Json.AsObject().ContainsKey("auth_payload") || sale.Json.AsObject().ContainsKey("errors"));

        var read = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal((status, resolution), ((string?)read["status"], (string?)read["resolution"]));
        Assert.Equal((number[..6], number[^4..]), ((string?)read["payload"]!["payment_card"]!["first"], (string?)read["payload"]!["payment_card"]!["last"]));
        Assert.Null(read["payload"]!["token"]);
    }

    [Theory]
    [InlineData(ThreeDSecure, "12/32", "approve", "processed", "ok", "ok")]
    [InlineData(ThreeDSecure, "12/32", "refuse", "process_failed", "client_auth_failed", "ok")]
    [InlineData(DeclinedAfter3ds, "05/29", "approve", "process_failed", "insufficient_funds", "ok")]
    [InlineData(ThreeDSecure, "07/77", "approve", "process_pending", "auth_3ds_required", "auth_3ds_required")]
    public async Task A_card_that_needs_its_bank_is_sent_there(string number, string expiry, string decision, string status, string resolution, string before)
    {
        var invoice = await _shop.CreateAsync(Invoice(), H2H);
        var sale = (await _shop.SellAsync(invoice, Card(number, expiry))).Json!;
        Assert.Equal(("process_pending", before, "3ds"), ((string?)sale["status"], (string?)sale["resolution"], (string?)sale["auth_mode"]));
        Assert.Equal("authorize_required", (string?)sale["data"]!["attributes"]!["active_payment"]!["status"]);
        var payload = sale["auth_payload"]!;
        Assert.Equal(["MD", "PaReq", "TermUrl"], payload["params"]!.AsObject().Select(p => p.Key));
        Assert.Equal("POST", (string?)payload["method"]);

        await new Shopper(server.Checkout).DecideAsync((string)payload["action"]!, decision);
        var read = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal((status, resolution), ((string?)read["status"], (string?)read["resolution"]));
    }

    [Fact]
    public async Task A_second_sale_is_a_conflict_whatever_became_of_the_first()
    {
        foreach (var (number, status) in new[] { (Approved, "processed"), (Declined, "process_failed"), (ThreeDSecure, "process_pending") })
        {
            var invoice = await _shop.CreateAsync(Invoice(), H2H);
            await _shop.SellAsync(invoice, Card(number));
            var again = await _shop.SellAsync(invoice, Card(Approved));
            Assert.Equal(["409 conflict"], Faults(again));
            Assert.Contains(status, (string?)again.Json!["errors"]![0]!["detail"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(null, "ANN POE")]
    [InlineData("J", "CARD HOLDER")]
    [InlineData("4111 1111 1111 1111", "CARD HOLDER")]
    public async Task Who_names_no_holder_gets_the_customers_name_where_it_is_one(string? name, string holder)
    {
        var customer = new JsonObject { ["name"] = name ?? "ANN POE" };
        var invoice = await _shop.CreateAsync(Invoice().And("customer", customer), H2H);
        await _shop.SellAsync(invoice, Without("card_holder"));
        Assert.Equal(holder, (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["payload"]!["payment_card"]!["holder"]);
    }

    [Fact]
    public async Task Of_names_in_parts_the_whole_is_the_holder()
    {
        var invoice = await _shop.CreateAsync(Invoice().And("customer", new JsonObject { ["first_name"] = "Ann", ["surname"] = "Poe" }), H2H);
        await _shop.SellAsync(invoice, Without("card_holder"));
        Assert.Equal("Ann Poe", (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["payload"]!["payment_card"]!["holder"]);
    }

    [Theory]
    [InlineData("\"203.0.113.9\"", null, "203.0.113.9")]
    [InlineData("\"203.0.113.9\"", "198.51.100.4", "203.0.113.9")]
    [InlineData("\"***\"", "198.51.100.4", "198.51.100.4")]
    [InlineData("7", "198.51.100.4", "198.51.100.4")]
    [InlineData("\"10.5\"", null, "")]
    [InlineData("\"[2001:db8::7]:443\"", "2001:db8::7", "2001:db8::7")]
    [InlineData("{\"a\":1}", null, "")]
    [InlineData("\"***\"", "nowhere", "")]
    public async Task The_shoppers_address_is_told_where_it_is_one(string browser, string? metadata, string told)
    {
        var order = metadata is null ? Invoice() : Invoice().And("customer", new JsonObject { ["name"] = "Ann Poe", ["metadata"] = new JsonObject { ["ip"] = metadata } });
        var invoice = await _shop.CreateAsync(order, H2H);
        var sold = await _shop.SellAsync(invoice, Card(Approved).And("browser_info", new JsonObject { ["browser_ip"] = JsonNode.Parse(browser), ["browser_tz"] = 7, ["device_channel"] = "***" }));
        Assert.Equal("processed", (string?)sold.Json!["status"]);
        Assert.Equal(told, (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["payload"]!["client_ip"]);
    }

    [Fact]
    public async Task It_is_processed_when_the_money_is_taken_and_not_when_the_card_came()
    {
        var invoice = await _shop.CreateAsync(Invoice(), H2H);
        var sale = (await _shop.SellAsync(invoice, Card(ThreeDSecure))).Json!;
        await server.Checkout.AdvanceAsync(TimeSpan.FromMinutes(7));
        await new Shopper(server.Checkout).DecideAsync((string)sale["auth_payload"]!["action"]!, "approve");
        var paid = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.InRange((long)paid["processed"]! - (long)paid["created"]!, 7 * 60, 9 * 60);
        await _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", Document(new JsonObject { ["amount"] = 1, ["reference_id"] = "r" }, "refund"), H2H);
        Assert.Equal((long)paid["processed"]!, (long)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["processed"]!);
    }

    [Fact]
    public async Task An_undecided_sale_sends_nobody_to_a_bank()
    {
        var sold = (await _shop.SellAsync(await _shop.CreateAsync(Invoice(), H2H), Card(Approved, "07/77"))).Json!.AsObject();
        Assert.Equal("process_pending", (string?)sold["status"]);
        Assert.False(sold.ContainsKey("auth_mode") || sold.ContainsKey("auth_payload") || sold["data"]!["attributes"]!.AsObject().ContainsKey("auth_mode"));
    }

    [Theory]
    [InlineData("approve", "processed", "ok")]
    [InlineData("refuse", "process_failed", "client_auth_failed")]
    public async Task A_bank_that_insists_is_asked_also_where_the_invoice_names_no_way_back(string decision, string status, string resolution)
    {
        var invoice = await _shop.CreateAsync(Invoice(), H2H);
        var sale = (await _shop.SellAsync(invoice, Card("4000000000003063", "12/31"))).Json!;
        Assert.Equal(("process_pending", "3ds"), ((string?)sale["status"], (string?)sale["auth_mode"]));
        await new Shopper(server.Checkout).DecideAsync((string)sale["auth_payload"]!["action"]!, decision);
        var told = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal((status, resolution), ((string?)told["status"], (string?)told["resolution"]));
    }

    [Fact]
    public async Task Many_sales_at_once_charge_once()
    {
        var attributes = Invoice();
        var invoice = await _shop.CreateAsync(attributes, H2H);
        var sales = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => _shop.SellAsync(invoice, Card(Approved))));
        Assert.Single(sales, s => s.Status == HttpStatusCode.Created);
        Assert.Equal(7, sales.Count(s => s.Status == HttpStatusCode.Conflict));
        Assert.Single(await server.Checkout.LedgerAsync((string)attributes["reference_id"]!), l => l.Kind == "capture");
    }

    [Theory]
    [InlineData("""{"data":{"type":"sale-operation","attributes":{}}}""")]
    [InlineData("""{"data":{"type":"sale-operation","attributes":[]}}""")]
    [InlineData("""{"data":{"type":"sale-operation"}}""")]
    [InlineData("""{"data":{"type":"sale-operation","attributes":{"browser_info":"***"}}}""")]
    public async Task A_token_is_charged_alone_when_that_was_agreed(string body)
    {
        var token = await _shop.TokenAsync("instant-1");
        var invoice = await _shop.CreateAsync(Instant(token, "instant-1"));
        var sale = await _shop.SellAsync(Bearer(invoice), body, "/api/payment/sale/");
        Assert.Equal("processed", (string?)sale.Json!["status"]);
        Assert.Equal(token, (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["payload"]!["token"]);
    }

    [Fact]
    public async Task A_bank_that_asks_for_an_absent_shopper_ends_the_invoice()
    {
        var invoice = await _shop.CreateAsync(Tokenized("absent-1"), H2H);
        var first = (await _shop.SellAsync(invoice, Card(ThreeDSecure))).Json!;
        await new Shopper(server.Checkout).DecideAsync((string)first["auth_payload"]!["action"]!, "approve");
        var token = (string)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["payload"]!["token"]!;

        var sale = (await _shop.SellAsync(await _shop.CreateAsync(Instant(token, "absent-1")), new JsonObject())).Json!;
        Assert.Equal(("process_failed", "auth_3ds_required"), ((string?)sale["status"], (string?)sale["resolution"]));
    }

    [Fact]
    public async Task A_merchant_who_always_asks_the_bank_still_charges_alone()
    {
        await using var checkout = await RunningCheckout.StartAsync();
        var shop = new CardgateShop(checkout);
        var token = await shop.TokenAsync(number: Orders.Visa);
        await checkout.ChangeAsync(1010, settings => settings with { ThreeDSecure = true });
        Assert.Equal("3ds", (string?)(await shop.SellAsync(await shop.CreateAsync(Invoice(), H2H), Card(Orders.Visa))).Json!["auth_mode"]);
        Assert.Equal("processed", (string?)(await shop.SellAsync(await shop.CreateAsync(Instant(token)), new JsonObject())).Json!["status"]);
    }

    [Fact]
    public async Task The_code_alone_completes_a_token_and_a_whole_card_wins_over_it()
    {
        var token = await _shop.TokenAsync("code-1");
        var byCode = await _shop.CreateAsync(ByToken(token, "code-1"), H2H);
        Assert.Equal(["422 required /data/attributes/cvv"], Faults(await _shop.SellAsync(byCode, new JsonObject())));
        Assert.Equal("processed", (string?)(await _shop.SellAsync(byCode, new JsonObject { ["cvv"] = "123" })).Json!["status"]);

        var byCard = await _shop.CreateAsync(ByToken(token, "code-1"), H2H);
        Assert.Equal("processed", (string?)(await _shop.SellAsync(byCard, Card(Orders.Visa))).Json!["status"]);
        var payload = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(byCard)))["payload"]!;
        Assert.Equal(("411111******1111", null), ((string?)payload["payment_card"]!["mask"], (string?)payload["token"]));
    }

    [Fact]
    public async Task An_account_that_may_not_send_cards_is_told_so()
    {
        var token = await _shop.TokenAsync("plain-1");
        var invoice = await _shop.CreateAsync(Instant(token, "plain-1"));
        Assert.Equal(["403 forbidden"], Faults(await _shop.SellAsync(invoice, Card(Approved))));
        Assert.Equal("process_pending", (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["status"]);
        Assert.Null(Attributes(await _shop.CreateAsync(Invoice()))["flow_data"]!["metadata"]!["token"]);
    }

    [Fact]
    public async Task Bad_card_fields_are_named_and_never_shown()
    {
        var invoice = await _shop.CreateAsync(Invoice(), H2H);
        var answer = await _shop.SellAsync(invoice, new JsonObject
        {
            ["card_number"] = "4111111111111112", ["card_holder"] = "A", ["cvv"] = "12", ["exp_month"] = 13, ["exp_year"] = "2x", ["google_pay"] = new JsonObject(),
        });
        string[] wanted =
        [
            "422 not_supported /data/attributes/google_pay", "422 invalid /data/attributes/card_holder", "422 invalid /data/attributes/card_number",
            "422 invalid /data/attributes/exp_month", "422 invalid /data/attributes/exp_year", "422 invalid /data/attributes/cvv",
        ];
        Assert.Equal(wanted, Faults(answer));
        Assert.DoesNotContain("4111", answer.Body, StringComparison.Ordinal);
        Assert.Equal(["422 required /data/attributes/card_number"], Faults(await _shop.SellAsync(invoice, new JsonObject())));
        Assert.Equal("processed", (string?)(await _shop.SellAsync(invoice, Card("5519 2838 1203 0000").And("exp_month", 1).And("exp_year", 2077))).Json!["status"]);
    }

    private static JsonObject Without(string field)
    {
        var card = Card(Approved);
        card.Remove(field);
        return card;
    }
}
