using System.Net.Sockets;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>What each answer to an invoice and to a sale comes to, and what is sent after it.</summary>
public sealed class ChargingTests
{
    private static readonly HttpRequestException NotConnected = new(HttpRequestError.ConnectionError, "", new SocketException());

    private static ScriptedWire Made => new ScriptedWire().ThenInvoice();

    [Theory]
    [InlineData(422, "/data/attributes/token", PaymentReason.TokenNotAvailable)]
    [InlineData(422, "/data/attributes/service", PaymentReason.ProviderError)]
    [InlineData(422, "/data/attributes/customer/reference_id", PaymentReason.ProviderError)]
    [InlineData(400, "", PaymentReason.ProviderError)]
    [InlineData(401, "", PaymentReason.ProviderError)]
    [InlineData(403, "", PaymentReason.ProviderError)]
    public async Task An_invoice_that_is_refused_was_never_charged(int status, string place, PaymentReason reason)
    {
        var wire = new ScriptedWire().ThenRefuses(status, place);
        Assert.Equal(new Declined(reason), await wire.ChargeAsync());
        Assert.Single(wire.Sent);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task Other_refusals_of_an_invoice_decide_nothing(int status)
    {
        var wire = new ScriptedWire().ThenRefuses(status);
        Assert.IsType<Unknown>(await wire.ChargeAsync());
        Assert.Single(wire.Sent);
    }

    [Theory]
    [InlineData(422, """{"message":"no"}""")]
    [InlineData(401, """{"errors":[]}""")]
    public async Task A_refusal_that_names_no_fault_decides_nothing(int status, string body) =>
        Assert.IsType<Unknown>(await new ScriptedWire().Then(status, body).ChargeAsync());

    [Theory]
    [InlineData("not_unique", "/data/attributes/reference_id")]
    [InlineData("invalid", "/data/attributes/reference_id")]
    public async Task A_reference_that_is_taken_is_asked_about_and_never_sold_again(string code, string place)
    {
        var wire = new ScriptedWire().ThenRefuses(422, place, code).Then(200, ScriptedInvoice.List("""{"status":"processed"}"""));
        Assert.IsType<Approved>(await wire.ChargeAsync());
        Assert.Equal(["POST", "GET"], wire.Sent.Select(s => s.Method));

        Assert.IsType<Unknown>(await new ScriptedWire().ThenRefuses(422, place, code).Then(200, ScriptedInvoice.List("{}")).ChargeAsync());
        Assert.IsType<Unknown>(await new ScriptedWire().ThenRefuses(422, place, code).Then(200, ScriptedInvoice.List()).ChargeAsync());
    }

    [Fact]
    public async Task An_invoice_that_was_never_sent_may_be_sent_again()
    {
        Assert.IsType<NotSent>(await new ScriptedWire().ThenBreaks(NotConnected).ChargeAsync());
        Assert.IsType<Unknown>(await new ScriptedWire().ThenBreaks(new IOException()).ChargeAsync());
    }

    [Theory]
    [InlineData("""{"amount":26}""")]
    [InlineData("""{"payment_amount":"27.50"}""")]
    [InlineData("""{"currency":"USD"}""")]
    public async Task Nobody_pays_an_invoice_over_something_else(string attributes)
    {
        var ours = new ScriptedWire().ThenInvoice(attributes);
        Assert.Equal(new Declined(PaymentReason.ProviderError), await ours.ChargeAsync());
        Assert.Single(ours.Sent);
        Assert.Equal(new Declined(PaymentReason.ProviderError), await new ScriptedWire().ThenInvoice(attributes).ChargeAsync(ScriptedInvoice.Order with { AtTheirPage = true }, CardEntry.Theirs));
    }

    [Theory]
    [InlineData("""{"reference_id":"of-others"}""")]
    [InlineData("""{"amount":null}""")]
    public async Task No_card_is_sent_for_an_invoice_that_cannot_be_trusted(string attributes)
    {
        var wire = new ScriptedWire().ThenInvoice(attributes);
        Assert.IsType<Unknown>(await wire.ChargeAsync());
        Assert.Single(wire.Sent);
    }

    [Theory]
    [InlineData("""{"flow_data":{"action":"https://gate.example/hpp/cgi_1","metadata":[]}}""")]
    [InlineData("""{"flow_data":{"metadata":{"token":"not\r\na: header"}}}""")]
    public async Task Where_no_bearer_is_given_cards_are_not_taken_from_us(string attributes)
    {
        var wire = new ScriptedWire().ThenInvoice(attributes);
        Assert.Equal(new Declined(PaymentReason.NotPermitted), await wire.ChargeAsync());
        Assert.Single(wire.Sent);
    }

    [Theory]
    [InlineData(401, "", PaymentReason.NotPermitted)]
    [InlineData(403, "", PaymentReason.NotPermitted)]
    [InlineData(422, "/data/attributes/card_number", PaymentReason.InvalidCard)]
    [InlineData(422, "/data/attributes/exp_year", PaymentReason.InvalidCard)]
    [InlineData(422, "/data/attributes/cvv", PaymentReason.WrongSecurityCode)]
    [InlineData(422, "/data/attributes/browser_info", PaymentReason.ProviderError)]
    public async Task A_sale_that_is_refused_was_never_charged(int status, string place, PaymentReason reason) =>
        Assert.Equal(new Declined(reason), await Made.ThenRefuses(status, place).ChargeAsync());

    [Theory]
    [InlineData(404)]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(429)]
    [InlineData(502)]
    public async Task A_sale_without_a_decisive_answer_is_unknown_and_sent_once(int status)
    {
        var wire = Made.ThenRefuses(status);
        Assert.IsType<Unknown>(await wire.ChargeAsync());
        Assert.Equal(2, wire.Sent.Count);
    }

    [Fact]
    public async Task A_sale_that_broke_off_is_unknown_and_one_that_never_left_is_over()
    {
        Assert.IsType<Unknown>(await Made.ThenBreaks(new IOException()).ChargeAsync());
        Assert.Equal(new Declined(PaymentReason.ProviderError), await Made.ThenBreaks(NotConnected).ChargeAsync());
    }

    [Theory]
    [InlineData("""{"status":"processed","data":{"attributes":{"amount":25.99,"currency":"EUR"}}}""")]
    [InlineData("""{"data":{"attributes":{"status":"processed","amount":"25.99","currency":"EUR"}}}""")]
    public async Task A_paid_sale_counts_also_when_its_invoice_cannot_be_read_just_now(string sale)
    {
        var paid = Assert.IsType<Approved>(await Made.Then(201, sale).Then(502, "").ChargeAsync());
        Assert.Equal((2599, ScriptedInvoice.Id, null), (paid.Amount.Minor, paid.UpstreamId, paid.Token));
    }

    [Fact]
    public async Task A_paid_sale_that_names_no_amount_counts_only_by_its_invoice()
    {
        Assert.IsType<Unknown>(await Made.Then(201, """{"status":"processed"}""").Then(502, "").ChargeAsync());
        Assert.IsType<Approved>(await Made.Then(201, """{"status":"processed"}""").ThenInvoice("""{"status":"processed"}""", 200).ChargeAsync());
    }

    [Theory]
    [InlineData("""{"status":"process_failed"}""", 200)]
    [InlineData("""{"status":"process_pending"}""", 200)]
    [InlineData("""{"reference_id":"another","status":"processed"}""", 200)]
    [InlineData("{}", 404)]
    public async Task A_sale_and_an_invoice_that_contradict_each_other_are_asked_about_again(string invoice, int status) =>
        Assert.IsType<Unknown>(await Made.Then(201, """{"status":"processed","data":{"attributes":{"amount":25.99,"currency":"EUR"}}}""").ThenInvoice(invoice, status).ChargeAsync());

    [Theory]
    [InlineData("""{"status":"process_failed","resolution":"invalid_cvv"}""", PaymentReason.WrongSecurityCode)]
    [InlineData("""{"data":{"attributes":{"status":"process_failed","resolution":"insufficient_funds"}}}""", PaymentReason.InsufficientFunds)]
    [InlineData("""{"status":"expired"}""", PaymentReason.LinkExpired)]
    public async Task A_sale_that_failed_says_why(string sale, PaymentReason reason) =>
        Assert.Equal(new Declined(reason), await Made.Then(201, sale).ChargeAsync());

    [Theory]
    [InlineData("""{"status":"process_pending"}""")]
    [InlineData("""{"status":"process_pending","auth_payload":[]}""")]
    [InlineData("""{"status":"process_pending","auth_payload":{"action":"javascript:alert(1)"}}""")]
    [InlineData("""{"resolution":"ok"}""")]
    [InlineData("""[]""")]
    public async Task A_sale_that_is_not_decided_is_unknown(string sale) => Assert.IsType<Unknown>(await Made.Then(201, sale).ChargeAsync());

    [Theory]
    [InlineData("""{"status":"process_pending","auth_payload":{"action":"https://acs.example/c","method":"POST","params":{"creq":"ey","threeDSSessionData":7}}}""")]
    [InlineData("""{"data":{"attributes":{"status":"process_pending","auth_payload":{"action":"https://acs.example/c","params":{"creq":"ey","threeDSSessionData":"7"}}}}}""")]
    public async Task A_bank_that_asks_is_visited_with_all_it_wants_back(string sale)
    {
        var asks = Assert.IsType<NeedsShopper>(await Made.Then(201, sale).ChargeAsync());
        Assert.Equal(ScriptedInvoice.Id, asks.UpstreamId);
        Assert.Equal(("https://acs.example/c", true), (asks.Redirect.Url, asks.Redirect.Post));
        Assert.Equal([new("creq", "ey"), new("threeDSSessionData", "7")], asks.Redirect.Fields);
    }

    [Theory]
    [InlineData("""{"flow_data":{"action":"https://g.example/hpp/cgi_1","method":"GET","params":[]}}""", "https://g.example/hpp/cgi_1", false)]
    [InlineData("""{"flow_data":{"action":"https://g.example/hpp/cgi_1","method":"GET","params":{"a b":"c&d","e":1}}}""", "https://g.example/hpp/cgi_1?a%20b=c%26d&e=1", false)]
    [InlineData("""{"flow_data":{"action":"https://g.example/hpp?x=y","method":"get","params":{"a":"b"}}}""", "https://g.example/hpp?x=y&a=b", false)]
    [InlineData("""{"flow_data":{"action":"https://g.example/hpp/cgi_1","method":"post","params":{"a":"b"}}}""", "https://g.example/hpp/cgi_1", true)]
    [InlineData("""{"flow_data":[],"hpp_url":"https://g.example/hpp/cpi_1"}""", "https://g.example/hpp/cpi_1", false)]
    public async Task The_shopper_goes_where_the_invoice_says(string attributes, string url, bool post)
    {
        var asks = Assert.IsType<NeedsShopper>(await new ScriptedWire().ThenInvoice(attributes).ChargeAsync(ScriptedInvoice.Order with { AtTheirPage = true }, CardEntry.Theirs));
        Assert.Equal((url, post), (asks.Redirect.Url, asks.Redirect.Post));
    }

    [Fact]
    public async Task A_hold_and_a_check_are_refused_unsent_because_they_would_take_money()
    {
        var wire = new ScriptedWire();
        Assert.Equal(new Declined(PaymentReason.NotPermitted), await wire.ChargeAsync(ScriptedInvoice.Order with { Capture = false }));
        Assert.Equal(new Declined(PaymentReason.NotPermitted), await wire.ChargeAsync(ScriptedInvoice.Order with { IsCheck = true }));
        Assert.Empty(wire.Sent);
    }

    [Fact]
    public async Task A_token_of_another_make_is_refused_unsent()
    {
        var wire = new ScriptedWire();
        Assert.Equal(new Declined(PaymentReason.TokenNotAvailable), await wire.ChargeAsync(ScriptedInvoice.Order with { Token = UpstreamToken.Of("no-customer-in-it") }));
        Assert.Empty(wire.Sent);
    }
}
