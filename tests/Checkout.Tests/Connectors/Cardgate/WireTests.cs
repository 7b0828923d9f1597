using System.Text.Json.Nodes;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>What goes over the wire, word for word.</summary>
public sealed class WireTests
{
    private static readonly string Paid = ScriptedInvoice.Document("""{"status":"processed","metadata":{"customer":"shopper-7"},"payload":{"token":"4c9jHUgeL1SD7g5byDYn9Gc0RC60NN3x"}}""");

    [Fact]
    public async Task A_first_purchase_at_their_page()
    {
        var clock = new TestClock();
        var order = ScriptedInvoice.Order with { AtTheirPage = true, KeepsCard = true, Shopper = "shopper-7", Email = "ann@example.com", Use = CredentialUse.FirstByShopper };
        var wire = new ScriptedWire().ThenInvoice();
        await wire.Connect(CardEntry.Theirs, clock).AuthoriseAsync(order.Request(), CancellationToken.None);

        var sent = Assert.Single(wire.Sent);
        Assert.Equal(("POST", "https://api.example/payment-invoices", "application/json", "application/json"), (sent.Method, sent.Url, sent.ContentType, sent.Accept));
        Assert.Equal("Basic " + Convert.ToBase64String("coma_StubAccount00001:stub-key"u8), sent.Authorization);
        AssertSame(
            $$$"""
            {"data":{"type":"payment-invoices","attributes":{
              "reference_id":"{{{order.Reference}}}","amount":25.99,"currency":"EUR","service":"payment_card_eur_hpp","flow":"charge","test_mode":true,
              "description":"ORDER-7","expires":{{{clock.GetUtcNow().AddMinutes(15).ToUnixTimeSeconds()}}},
              "customer":{"reference_id":"shopper-7","email":"ann@example.com"},"metadata":{"customer":"shopper-7","way":"page"},
              "gateway_options":{"cardgate":{"tokenize":true}},
              "return_url":"http://127.0.0.1:5080/return/abc","callback_url":"http://127.0.0.1:9/callbacks/cardgate-1"} } }
            """,
            sent.Body);
    }

    [Fact]
    public async Task A_card_of_ours()
    {
        var wire = new ScriptedWire().ThenInvoice().Then(201, """{"status":"process_failed"}""");
        await wire.ChargeAsync();

        Assert.DoesNotContain("5519283812030000", wire.Sent[0].Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal("once-" + ScriptedInvoice.Order.Reference, (string?)wire.Sent[0].Body!["data"]!["attributes"]!["customer"]!["reference_id"]);
        var sale = wire.Sent[1];
        Assert.Equal(("https://gate.example/payment/sale", "Bearer " + ScriptedInvoice.Bearer), (sale.Url, sale.Authorization));
        AssertSame(
            """
            {"data":{"type":"sale-operation","attributes":{
              "card_number":"5519283812030000","card_holder":"Ann Poe","cvv":"123","exp_month":"12","exp_year":"31"}}}
            """,
            sale.Body);
    }

    [Theory]
    [InlineData("123", CredentialUse.LaterByShopper, """{"cvv":"123"}""", false)]
    [InlineData(null, CredentialUse.ByMerchant, "{}", true)]
    public async Task A_token_goes_back_with_the_customer_it_was_made_for(string? code, CredentialUse use, string sale, bool isInstant)
    {
        var first = new ScriptedWire().ThenInvoice().Then(201, """{"status":"processed"}""").Then(200, Paid);
        var kept = Assert.IsType<ConnectorOutcome.Approved>(await first.ChargeAsync(ScriptedInvoice.Order with { KeepsCard = true, Shopper = "shopper-7" }));

        var clock = new TestClock();
        var wire = new ScriptedWire().ThenInvoice().Then(201, """{"status":"process_failed"}""");
        var order = ScriptedInvoice.Order with { Token = kept.Token, Code = code, Use = use, Shopper = "renamed-since" };
        await wire.Connect(clock: clock).AuthoriseAsync(order.Request(), CancellationToken.None);

        var invoice = wire.Sent[0].Body!["data"]!["attributes"]!;
        Assert.Equal(("4c9jHUgeL1SD7g5byDYn9Gc0RC60NN3x", "shopper-7"), ((string?)invoice["token"], (string?)invoice["customer"]!["reference_id"]));
        Assert.Equal(isInstant, (bool?)invoice["gateway_options"]!["cardgate"]!["instant"] ?? false);
        Assert.Equal(clock.GetUtcNow().AddMinutes(isInstant ? 5 : 15).ToUnixTimeSeconds(), (long)invoice["expires"]!);
        AssertSame($$$"""{"data":{"type":"sale-operation","attributes":{{{sale}}} } }""", wire.Sent[1].Body);
    }

    [Theory]
    [InlineData("shopper 7|ö")]
    [InlineData("%7C")]
    [InlineData("|")]
    public async Task Any_name_of_a_shopper_comes_back_as_it_was(string shopper)
    {
        var paid = ScriptedInvoice.Document(new JsonObject { ["status"] = "processed", ["metadata"] = new JsonObject { ["customer"] = shopper }, ["payload"] = new JsonObject { ["token"] = "T0k3n" } }.ToJsonString());
        var kept = Assert.IsType<ConnectorOutcome.Approved>(await new ScriptedWire().Then(200, paid).AskAsync());

        var wire = new ScriptedWire().ThenInvoice();
        await wire.ChargeAsync(ScriptedInvoice.Order with { AtTheirPage = true, Token = kept.Token, Use = CredentialUse.LaterByShopper }, CardEntry.Theirs);
        Assert.Equal(shopper, (string?)Assert.Single(wire.Sent).Body!["data"]!["attributes"]!["customer"]!["reference_id"]);
    }

    [Fact]
    public async Task A_name_too_long_for_a_token_keeps_no_card()
    {
        var paid = ScriptedInvoice.Document($$"""{"status":"processed","metadata":{"customer":"{{new string('ö', 200)}}"},"payload":{"token":"T0k3n"} }""");
        Assert.Null(Assert.IsType<ConnectorOutcome.Approved>(await new ScriptedWire().Then(200, paid).AskAsync()).Token);
    }

    [Theory]
    [InlineData(1234, "JPY", "1234", "payment_card_jpy_hpp")]
    [InlineData(1234, "KWD", "1.234", "payment_card_kwd_hpp")]
    [InlineData(5, "EUR", "0.05", "payment_card_eur_hpp")]
    [InlineData(1000, "USD", "10.00", "payment_card_usd_hpp")]
    public async Task An_amount_goes_out_exactly(long minor, string currency, string written, string service)
    {
        var wire = new ScriptedWire().ThenRefuses(422);
        await wire.ChargeAsync(ScriptedInvoice.Order with { Minor = minor, Currency = currency });
        var invoice = Assert.Single(wire.Sent).Body!["data"]!["attributes"]!;
        Assert.Equal((written, service), (invoice["amount"]!.ToJsonString(), (string?)invoice["service"]));
    }

    [Theory]
    [InlineData("cards_{currency}", "cards_eur")]
    [InlineData("cards", "cards")]
    public async Task A_provider_may_call_its_service_something_else(string named, string sent)
    {
        var wire = new ScriptedWire().ThenRefuses(422);
        var account = CardgateRig.Account(CardEntry.Ours, "https://api.example/", "https://gate.example/") with { Service = named };
        await CardgateRig.Connect(account, new TestClock(), wire).AuthoriseAsync(ScriptedInvoice.Order.Request(), CancellationToken.None);
        Assert.Equal(sent, (string?)Assert.Single(wire.Sent).Body!["data"]!["attributes"]!["service"]);
    }

    [Fact]
    public async Task A_refund()
    {
        var wire = new ScriptedWire().ThenRefuses(422, "/data/attributes/amount");
        var refund = ScriptedInvoice.Order.FollowUp(AttemptKind.Refund, 1050) with { TargetUpstreamId = ScriptedInvoice.Id };
        await wire.Connect().FollowUpAsync(refund, CancellationToken.None);

        var sent = Assert.Single(wire.Sent);
        Assert.Equal(("POST", "https://api.example/payment-invoices/cpi_ADzwZTG99f3q3utQ/refund"), (sent.Method, sent.Url));
        AssertSame($$$"""{"data":{"type":"refund","attributes":{"invoiceId":"cpi_ADzwZTG99f3q3utQ","amount":10.50,"reference_id":"{{{refund.Reference}}}"} } }""", sent.Body);
    }

    private static void AssertSame(string expected, JsonNode? actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected {expected}\nSent {actual?.ToJsonString()}");
}
