using System.Text.Json.Nodes;
using Checkout.Core.Payments;
using Checkout.Core.Shoppers;
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

    [Fact]
    public async Task What_is_known_of_the_browser_goes_with_the_card()
    {
        var browser = new BrowserFacts
        {
            Accept = "text/html,*/*;q=0.8", UserAgent = "Browser/1.0", Language = "ro-RO", Address = "2001:db8::7", Channel = DeviceChannel.Browser, ColorDepth = 24,
            ScreenWidth = 1920, ScreenHeight = 1080, WindowWidth = 1200, WindowHeight = 800, TimeZone = -120, JavaEnabled = false, ScriptEnabled = true,
        };
        AssertSame(
            """
            {"browser_accept_header":"text/html,*/*;q=0.8","browser_color_depth":"24","browser_ip":"2001:db8::7","browser_java_enabled":false,"browser_language":"ro-RO",
             "browser_screen_height":"1080","browser_screen_width":"1920","browser_tz":"-120","browser_user_agent":"Browser/1.0","device_channel":"02","window_height":"800","window_width":"1200"}
            """,
            await BrowserInfoAsync(ScriptedInvoice.Order.Request() with { Browser = browser, Details = new PaymentDetails { ClientIp = "192.0.2.7" } }));
    }

    [Theory]
    [InlineData("192.0.2.7", true, """{"browser_ip":"192.0.2.7"}""")]
    [InlineData(null, false, "null")]
    public async Task Where_little_is_known_little_is_said(string? address, bool hasScript, string said) =>
        AssertSame(said, await BrowserInfoAsync(ScriptedInvoice.Order.Request() with { Browser = new BrowserFacts { ScriptEnabled = hasScript }, Details = new PaymentDetails { ClientIp = address } }));

    [Fact]
    public async Task A_charge_without_a_shopper_tells_of_no_browser()
    {
        var order = ScriptedInvoice.Order with { Token = UpstreamToken.Of("shopper-7|4c9jHUgeL1SD7g5byDYn9Gc0RC60NN3x"), Code = null, Use = CredentialUse.ByMerchant };
        Assert.Null(await BrowserInfoAsync(order.Request() with { Browser = new BrowserFacts { UserAgent = "Browser/1.0" } }));
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

    /// <summary>What the sale says of the browser.</summary>
    private static async Task<JsonNode?> BrowserInfoAsync(AuthoriseRequest request)
    {
        var wire = new ScriptedWire().ThenInvoice().Then(201, """{"status":"process_failed"}""");
        await wire.Connect().AuthoriseAsync(request, CancellationToken.None);
        Assert.Null(wire.Sent[0].Body!["data"]!["attributes"]!["browser_info"]);
        return wire.Sent[1].Body!["data"]!["attributes"]!["browser_info"];
    }

    private static void AssertSame(string expected, JsonNode? actual) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), actual), $"Expected {expected}\nSent {actual?.ToJsonString()}");
}
