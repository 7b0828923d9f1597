using System.Net;
using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Invoices made and read back, however liberally a client writes.</summary>
public sealed class InvoiceTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);

    [Theory]
    [InlineData("/payment-invoices", "application/json")]
    [InlineData("/payment-invoices/", "application/json; charset=utf-8")]
    [InlineData("/api/payment-invoices", "application/vnd.api+json")]
    [InlineData("/api/payment-invoices/", "application/x-www-form-urlencoded")]
    [InlineData("/payment-invoices", null)]
    public async Task A_create_is_read_at_every_address_and_under_every_type(string path, string? type)
    {
        var answer = await _shop.SendAsync(HttpMethod.Post, path, Document(Invoice()).ToJsonString(), contentType: type);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Equal("process_pending", (string?)Attributes(answer)["status"]);
    }

    [Theory]
    [InlineData("application/vnd.api+json", "application/vnd.api+json")]
    [InlineData("text/html, application/vnd.api+json;q=0.9", "application/vnd.api+json")]
    [InlineData("text/html", "application/json; charset=utf-8")]
    public async Task Any_accept_is_good_and_the_one_of_the_dialect_is_heeded(string accept, string type)
    {
        var answer = await _shop.SendAsync(HttpMethod.Post, "/payment-invoices", Document(Invoice()).ToJsonString(), accept: accept);
        Assert.Equal((HttpStatusCode.Created, type), (answer.Status, answer.Headers["Content-Type"]));
        foreach (var path in new[] { "/payment-invoices/" + Id(answer), "/payment-invoices?page[size]=1", "/payment-services" })
        {
            var read = await _shop.SendAsync(HttpMethod.Get, path, null, accept: accept);
            Assert.Equal((HttpStatusCode.OK, type), (read.Status, read.Headers["Content-Type"]));
        }
    }

    [Theory]
    [InlineData(12, new string[0])]
    [InlineData(13, new[] { "400 malformed" })]
    [InlineData(500, new[] { "400 malformed" })]
    public async Task A_document_is_only_so_deep(int levels, string[] faults)
    {
        // The document, its data, the attributes and the map around the levels.
        var metadata = $$"""{"deep":{{string.Concat(Enumerable.Repeat("[", levels))}}{{string.Concat(Enumerable.Repeat("]", levels))}}}""";
        var answer = await _shop.SendAsync(HttpMethod.Post, "/payment-invoices", Document(Invoice()).ToJsonString().Replace("\"amount\"", $"\"metadata\":{metadata},\"amount\"", StringComparison.Ordinal));
        Assert.Equal(faults, answer.Json!["errors"] is null ? [] : Faults(answer));
    }

    [Fact]
    public async Task Empty_maps_of_a_php_client_are_empty_maps()
    {
        var attributes = Invoice();
        foreach (var name in new[] { "metadata", "customer", "gateway_options", "return_urls" }) attributes[name] = new JsonArray();
        var answer = await _shop.CreateAsync(attributes);
        Assert.Equal(HttpStatusCode.Created, answer.Status);
        Assert.Null(answer.Json!["data"]!["relationships"]!["customer"]!["data"]);
        foreach (var map in new[] { Attributes(answer)["metadata"], Attributes(answer)["return_urls"], Attributes(answer)["flow_data"]!["params"] }) Assert.Empty(map!.AsArray());
    }

    [Fact]
    public async Task What_was_sent_comes_back()
    {
        var sent = Invoice().And("description", "Order 1042").And("descriptor", "SHOP").And("meta_data", new JsonObject { ["cart"] = new JsonArray(1, 2) })
            .And("return_url", "https://shop.example/back").And("return_urls", new JsonObject { ["success"] = "https://shop.example/ok" })
            .And("callback_url", "https://shop.example/inner").And("amount", "10.50")
            .And("customer", new JsonObject { ["reference_id"] = "s-1", ["name"] = "Ann Poe", ["email"] = "ann@example.com", ["meta_data"] = new JsonObject { ["vip"] = true } });
        var body = Document(sent);
        body["data"]!["callback_url"] = "https://shop.example/outer";
        var made = await _shop.PostAsync("/payment-invoices", body);

        var read = await _shop.SendAsync(HttpMethod.Get, $"/api/payment-invoices/{Id(made)}/?include=customer", "{}");
        Assert.Equal(HttpStatusCode.OK, read.Status);
        Assert.True(JsonNode.DeepEquals(made.Json!["data"], read.Json!["data"]), read.ToString());
        var attributes = Attributes(read);
        Assert.Equal(("10.5", "10.5", "USD", "https://shop.example/inner"), (attributes["amount"]!.ToJsonString(), attributes["deposit"]!.ToJsonString(), (string)attributes["currency"]!, (string)attributes["callback_url"]!));
        Assert.Equal("""{"cart":[1,2]}""", attributes["metadata"]!.ToJsonString());
        Assert.Equal("""{"success":"https://shop.example/ok"}""", attributes["return_urls"]!.ToJsonString());
        var customer = Assert.Single(read.Json["included"]!.AsArray())!;
        Assert.Equal((string)read.Json["data"]!["relationships"]!["customer"]!["data"]!["id"]!, (string)customer["id"]!);
        Assert.Equal(("Ann Poe", "ann@example.com", true), ((string)customer["attributes"]!["name"]!, (string)customer["attributes"]!["email"]!, (bool)customer["attributes"]!["metadata"]!["vip"]!));
    }

    [Fact]
    public async Task A_shopper_with_a_name_is_one_customer_and_the_nameless_are_each_another()
    {
        async Task<string> CustomerAsync(JsonObject customer) =>
            (string)(await _shop.CreateAsync(Invoice().And("customer", customer))).Json!["data"]!["relationships"]!["customer"]!["data"]!["id"]!;

        var named = await CustomerAsync(new() { ["reference_id"] = "s-7" });
        Assert.Equal(named, await CustomerAsync(new() { ["reference_id"] = "s-7", ["name"] = "Ann Poe" }));
        string[] others =
        [
            named, await CustomerAsync(new() { ["reference_id"] = "s-8" }), await CustomerAsync(new() { ["email"] = "ann@example.com" }), await CustomerAsync(new() { ["email"] = "ann@example.com" }),
        ];
        Assert.Equal(others, others.Distinct());
    }

    [Fact]
    public async Task Without_a_service_it_is_only_created_and_without_a_reference_it_gets_one()
    {
        var attributes = Invoice();
        attributes.Remove("service");
        attributes.Remove("reference_id");
        var answer = await _shop.CreateAsync(attributes);
        Assert.Equal("created", (string?)Attributes(answer)["status"]);
        Assert.True(Guid.TryParse((string?)Attributes(answer)["reference_id"], out _));
    }

    [Fact]
    public async Task Every_fault_is_named_at_once_by_its_place()
    {
        var answer = await _shop.PostAsync("/payment-invoices", Document(new JsonObject
        {
            ["amount"] = -1,
            ["currency"] = "usd",
            ["service"] = "payment_card_eur_hpp",
            ["flow"] = "later",
            ["token"] = "x",
            ["return_url"] = "javascript:alert(1)",
            ["callback_url"] = "ftp://shop.example",
            ["metadata"] = "text",
            ["gateway_options"] = new JsonObject { ["cardgate"] = new JsonObject { ["tokenize"] = "perhaps" } },
        }, type: "payouts"));
        Assert.Equal(422, (int)answer.Status);
        string[] wanted =
        [
            "422 invalid /data/type", "422 invalid /data/attributes/flow", "422 invalid /data/attributes/amount", "422 invalid /data/attributes/service",
            "422 invalid /data/attributes/gateway_options/cardgate/tokenize", "422 invalid /data/attributes/metadata", "422 invalid /data/attributes/return_url",
            "422 invalid /data/attributes/callback_url", "422 required /data/attributes/customer/reference_id",
        ];
        Assert.Equal(wanted, Faults(answer));
        Assert.Equal(["errors"], answer.Json!.AsObject().Select(p => p.Key));
        Assert.All(answer.Json["errors"]!.AsArray(), e => Assert.Equal("Unprocessable Content", (string?)e!["title"]));
    }

    [Theory]
    [InlineData("""{"data":{"type":"payment-invoices"}}""", "422 required /data/attributes/currency, 422 required /data/attributes/amount")]
    [InlineData("""{"data":{"type":"payment-invoices","attributes":[]}}""", "422 required /data/attributes/currency, 422 required /data/attributes/amount")]
    [InlineData("""{"data":[]}""", "400 malformed")]
    [InlineData("""{"reference_id":"x"}""", "400 malformed")]
    [InlineData("""{"data":{"type":"payment-invoices","type":"payment-invoices"}}""", "400 malformed")]
    [InlineData("reference_id=x&amount=1", "400 malformed")]
    [InlineData("", "400 malformed")]
    public async Task A_body_without_an_invoice_is_told_so(string body, string faults) =>
        Assert.Equal(faults, string.Join(", ", Faults(await _shop.SendAsync(HttpMethod.Post, "/payment-invoices", body, contentType: "application/x-www-form-urlencoded"))));

    [Theory]
    [InlineData("USD", "10.55", true)]
    [InlineData("USD", "10.555", false)]
    [InlineData("USD", "1e2", false)]
    [InlineData("USD", "0", false)]
    [InlineData("USD", "\"100\"", true)]
    [InlineData("USD", "\"+1\"", false)]
    [InlineData("JPY", "100", true)]
    [InlineData("JPY", "100.5", false)]
    [InlineData("KWD", "1.234", true)]
    [InlineData("KWD", "1.2345", false)]
    public async Task Amounts_are_exact_decimals_of_their_currency(string currency, string amount, bool isGood)
    {
        var answer = await _shop.CreateAsync(Invoice(currency: currency).And("amount", JsonNode.Parse(amount)));
        if (isGood) Assert.Equal(amount.Trim('"'), Attributes(answer)["amount"]!.ToJsonString());
        else Assert.Equal(["422 invalid /data/attributes/amount"], Faults(answer));
    }

    [Fact]
    public async Task A_reference_pays_once_and_the_answer_to_the_second_names_the_first()
    {
        var attributes = Invoice();
        var first = await _shop.CreateAsync(attributes);
        var second = await _shop.CreateAsync(attributes, H2H);
        Assert.Equal(["422 not_unique /data/attributes/reference_id"], Faults(second));
        Assert.Equal(Id(first), (string?)second.Json!["errors"]![0]!["meta"]!["id"]);
    }

    [Theory]
    [InlineData("filter[reference_id]=")]
    [InlineData("filter%5Breference_id%5D=")]
    public async Task An_invoice_is_found_by_its_reference(string filter)
    {
        var attributes = Invoice();
        var made = await _shop.CreateAsync(attributes);
        var list = await _shop.GetAsync($"/payment-invoices/?{filter}{attributes["reference_id"]}");
        Assert.True(JsonNode.DeepEquals(made.Json!["data"], Assert.Single(list.Json!["data"]!.AsArray())), list.ToString());
        Assert.Equal((1, 1, 20), ((int)list.Json["meta"]!["total"]!, (int)list.Json["meta"]!["page"]!, (int)list.Json["meta"]!["size"]!));

        var none = await _shop.GetAsync($"/payment-invoices?{filter}nobody-has-this");
        Assert.Equal(HttpStatusCode.OK, none.Status);
        Assert.Empty(none.Json!["data"]!.AsArray());
    }

    [Fact]
    public async Task A_list_has_pages_and_refuses_filters_it_does_not_know()
    {
        for (var i = 0; i < 3; i++) await _shop.CreateAsync(Invoice());
        var first = await _shop.GetAsync("/payment-invoices?page[size]=2");
        var second = await _shop.GetAsync((string)first.Json!["links"]!["next"]!);
        var shown = first.Json["data"]!.AsArray().Concat(second.Json!["data"]!.AsArray()).Select(i => (long)i!["attributes"]!["created"]!).ToList();
        Assert.Equal(shown.OrderDescending(), shown);
        Assert.Equal(2, first.Json["data"]!.AsArray().Count);
        Assert.Equal(
            ["422 not_supported filter[colour]", "422 invalid page[size]"], Faults(await _shop.GetAsync("/payment-invoices?filter[colour]=red&page[size]=1000")));
    }
}
