using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Web.Dialects.Cardgate.Public;
using Checkout.Web.Dialects.Cardgate.Wire;
using Checkout.Web.Hosting;
using Checkout.Web.Hosting.Merchants;
using Checkout.Web.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>What pages do with a public key (<c>spec/cardgate.md</c> §14).</summary>
public sealed class PublicApiTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);
    private readonly PublicShop _page = new(server.Checkout);

    [Fact]
    public async Task The_ways_to_pay_are_offered_by_their_codes()
    {
        var answer = await _page.OfferAsync(new JsonObject { ["public_key"] = SandboxMerchant.PublicTestKey, ["currency"] = "eur" });
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal(
            """{"data":{"type":"payment-prerequest","attributes":{"currency":"EUR","test_mode":true,"services":{"payment_card_eur_hpp":{"code":"payment_card_eur_hpp","method":"payment_card","flow":"hpp","currency":"EUR","fields":[],"amount_min":null,"amount_max":null,"status":"available"}}}}}""",
            answer.Body);
    }

    [Fact]
    public async Task An_invoice_is_opened_paid_on_its_page_and_looked_at()
    {
        var created = await _page.CreateAsync(_page.Order("pub-story").And("metadata", new JsonObject { ["cart"] = 7 }).And("description", "A mug"));
        Assert.Equal(HttpStatusCode.Created, created.Status);
        var attributes = Attributes(created).AsObject();
        Assert.Equal(
            ["serial_number", "status", "resolution", "resolution_message", "test_mode", "amount", "payment_amount", "currency", "reference_id", "description", "flow_data", "hpp_url", "flow", "payment_flow", "created", "updated"],
            attributes.Select(a => a.Key));
        Assert.Equal(("pub-story", "A mug"), ((string?)attributes["reference_id"], (string?)attributes["description"]));

        // Only its maker reads those: anybody may come to know its id.
        Assert.Equal(attributes.Select(a => a.Key).Except(["reference_id", "description"]), Attributes(await _page.ReadAsync(Id(created))).AsObject().Select(a => a.Key));
        Assert.Equal($$"""{"action":"{{attributes["hpp_url"]}}","method":"GET","params":[],"metadata":[]}""", attributes["flow_data"]!.ToJsonString());
        Assert.EndsWith("/hpp/" + Id(created), (string?)attributes["hpp_url"], StringComparison.Ordinal);

        var shopper = new Shopper(server.Checkout);
        var page = await shopper.OpenAsync((string)attributes["hpp_url"]!);
        Assert.False(page.Has("save-card"));
        await shopper.PayAsync(page);
        Assert.Equal("processed", (string?)Attributes(await _page.ReadAsync(Id(created)))["status"]);

        var own = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(created)));
        Assert.Equal(("public_api", "pub-story", "A mug", """{"cart":7}"""), ((string?)own["source"], (string?)own["reference_id"], (string?)own["description"], own["metadata"]!.ToJsonString()));
    }

    [Fact]
    public async Task What_only_the_merchants_own_server_may_say_is_not_heard()
    {
        var token = await _shop.TokenAsync("public-victim");
        var order = _page.Order().And("token", token).And("callback_url", "https://evil.example/cb").And("test_mode", false)
            .And("customer", new JsonObject { ["reference_id"] = "public-victim" })
            .And("gateway_options", new JsonObject { ["cardgate"] = new JsonObject { ["tokenize"] = true, ["instant"] = true } });
        var created = await _page.CreateAsync(order);
        var own = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(created)));
        Assert.Equal((null, true), ((string?)own["callback_url"], (bool)own["test_mode"]!));

        var shopper = new Shopper(server.Checkout);
        var page = await shopper.OpenAsync((string)own["flow_data"]!["action"]!);
        Assert.Equal((true, false, false), (page.Has("card-number"), page.Has("saved-card"), page.Has("save-card")));
        await shopper.PayAsync(page);
        Assert.Null((string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(created)))["payload"]!["token"]);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { """{}""", "422 required /public_key" },
        { """{"public_key":null}""", "422 required /public_key" },
        { """{"public_key":"pk_test_nobody"}""", "401 unauthorized /public_key" },
        { """{"public_key":{"a":1}}""", "401 unauthorized /public_key" },
        { "{\"public_key\":\"" + SandboxMerchant.SecretTestKey + "\"}", "401 unauthorized /public_key" },
        { "{\"public_key\":\"" + SandboxMerchant.CardgateKey + "\"}", "401 unauthorized /public_key" },
        { """[]""", "400 malformed" },
        { """"public_key=pk"""", "400 malformed" },
        { "", "400 malformed" },
        { With("""  "amount":0, "currency":"USD" """), "422 invalid /amount" },
        { With("""  "amount":1e2, "currency":"USD" """), "422 invalid /amount" },
        { With("""  "amount":1.005, "currency":"USD" """), "422 invalid /amount" },
        { With("""  "amount":1 """), "422 required /currency" },
        { With("""  "amount":1, "currency":"USD", "service":"payment_card_eur_hpp" """), "422 invalid /service" },
        { With("""  "amount":1, "currency":"USD", "service":"bitcoin" """), "422 not_supported /service" },
        { With("""  "amount":1, "currency":"USD", "metadata":{"a":"\ud800"} """), "422 invalid /metadata" },
        { With("""  "amount":1, "currency":"USD", "customer":{"metadata":{"a":["\udc00"]}} """), "422 invalid /customer/metadata" },
        { With("""  "amount":1, "currency":"USD", "flow":"verify" """), "422 invalid /flow" },
        { With("""  "amount":1, "currency":"USD", "flow":" Verify" """), "422 invalid /flow" },
        { With("""  "amount":1, "currency":"USD", "fields":7 """), "422 invalid /fields" },
        { With("""  "amount":1, "currency":"USD", "return_url":"javascript:alert(1)" """), "422 invalid /return_url" },
        { With("""  "amount":1, "currency":"USD", "customer":{"address":{"country":"XX"}} """), "422 invalid /customer/address/country" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_bad_request_is_told_where_it_is_bad_and_makes_nothing(string body, string fault)
    {
        var answer = await _page.SendAsync(HttpMethod.Post, "/public-api/payment-invoices", body);
        Assert.Contains(fault, CardgateShop.Faults(answer));
        Assert.Equal((fault[..3], "*"), (((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture), answer.Headers["Access-Control-Allow-Origin"]));
    }

    [Fact]
    public async Task A_reference_that_is_used_is_refused_without_the_name_of_what_is_there()
    {
        var invoice = await _shop.CreateAsync(Invoice("order-of-a-victim"));
        var answer = await _page.CreateAsync(_page.Order("order-of-a-victim"));
        Assert.Equal(["422 not_unique /reference_id"], CardgateShop.Faults(answer));
        Assert.DoesNotContain(Id(invoice)["cpi_".Length..], answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_whose_reference_a_stranger_took_is_not_led_to_the_strangers_invoice()
    {
        Assert.Equal(HttpStatusCode.Created, (await _page.CreateAsync(_page.Order("taken-by-a-stranger"))).Status);
        var answer = await _shop.CreateAsync(Invoice("taken-by-a-stranger"));
        Assert.Equal(["422 not_unique /data/attributes/reference_id"], CardgateShop.Faults(answer));
        Assert.Null(answer.Json!["errors"]![0]!["meta"]);
    }

    [Fact]
    public async Task The_name_of_an_invoice_shows_how_it_stands_and_no_more()
    {
        var token = await _shop.TokenAsync("seen-by-all");
        var invoice = await _shop.CreateAsync(ByToken(token, "seen-by-all").And("metadata", new JsonObject { ["secret"] = "note" }), H2H);
        var seen = await _page.ReadAsync(Id(invoice));
        foreach (var secret in new[] { "cgi_", "eyJ", "seen-by-all", "note", token, "payload", "customer" }) Assert.DoesNotContain(secret, seen.Body, StringComparison.Ordinal);

        var session = (string)Attributes(invoice)["flow_data"]!["metadata"]!["sid"]!;
        foreach (var other in new[] { session, "cpi_0123456789abcdef", (string)Attributes(invoice)["number"]!.ToJsonString(), "x" })
            Assert.Equal(["404 not_found"], CardgateShop.Faults(await _page.ReadAsync(other)));
    }

    [Fact]
    public async Task A_merchant_in_earnest_switches_it_on()
    {
        await server.Checkout.AddMerchantAsync(7411, isSandbox: false);
        var page = new PublicShop(server.Checkout, "pk_live_7411");
        Assert.Equal(["403 forbidden /public_key"], CardgateShop.Faults(await page.CreateAsync(page.Order())));
        Assert.Equal(["403 forbidden /public_key"], CardgateShop.Faults(await page.OfferAsync(page.Order())));

        await server.Checkout.ChangeAsync(7411, s => s with { PublicPayments = true, Currencies = ["USD"] });
        Assert.Equal(HttpStatusCode.OK, (await page.OfferAsync(page.Order())).Status);
        Assert.Equal(["422 not_supported /currency"], CardgateShop.Faults(await page.OfferAsync(page.Order().And("currency", "EUR"))));
    }

    [Theory]
    [InlineData("pk_test_7412", true)]
    [InlineData("pk_live_7412", false)]
    public async Task Outside_a_sandbox_the_key_decides_what_is_a_test(string key, bool isTest)
    {
        var register = server.Checkout.Services.GetRequiredService<MerchantRegister>();
        if (register.Find(7412) is null) await server.Checkout.AddMerchantAsync(7412, new MerchantSettings { PublicPayments = true }, isSandbox: false);
        using var asked = RequestDocument.ReadFlat(System.Text.Encoding.UTF8.GetBytes($$"""{"public_key":"{{key}}"}"""));
        var (caller, fault) = new PublicDoor(register, new SandboxSettings()).Enter(asked!.Data["public_key"]);
        Assert.Equal((7412, isTest, null), (caller!.Merchant.Id, caller.IsTest, fault));
    }

    [Theory]
    [InlineData("/public-api/payment-prerequest")]
    [InlineData("/public-api/payment-invoices")]
    [InlineData("/public-api/payment-invoices/cpi_0123456789abcdef")]
    public async Task Browsers_may_ask_from_everywhere(string path)
    {
        var answer = await _page.SendAsync(HttpMethod.Options, path, null, ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type"));
        Assert.Equal((HttpStatusCode.NoContent, "*", "content-type"), (answer.Status, answer.Headers["Access-Control-Allow-Origin"], answer.Headers["Access-Control-Allow-Headers"]));
        Assert.False(answer.Headers.ContainsKey("Access-Control-Allow-Credentials"));
    }

    [Theory]
    [InlineData("GET", "/public-api/nothing", "404 not_found")]
    [InlineData("PUT", "/public-api/payment-invoices", "405 method_not_allowed")]
    public async Task Browsers_may_read_also_what_is_wrong_with_an_address(string method, string path, string fault)
    {
        var answer = await _page.SendAsync(new HttpMethod(method), path);
        Assert.Equal((fault, "*"), (CardgateShop.Faults(answer).Single(), answer.Headers["Access-Control-Allow-Origin"]));
        Assert.False((await _page.SendAsync(HttpMethod.Get, "/payment-invoices")).Headers.ContainsKey("Access-Control-Allow-Origin"));
    }

    private static string With(string fields) => $$"""{"public_key":"{{SandboxMerchant.PublicTestKey}}",{{fields}}}""";
}
