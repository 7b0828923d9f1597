using System.Net;
using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Amounts as programs write them that know no currency: zeros at the end are no decimals (<c>spec/cardgate.md</c> §20).</summary>
public sealed class TrailingZeroTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);
    private readonly PublicShop _page = new(server.Checkout);

    [Theory]
    [InlineData("JPY", "100.0", "100")]
    [InlineData("JPY", "\"100.00\"", "100")]
    [InlineData("USD", "10.500", "10.5")]
    [InlineData("KWD", "\"1.2340\"", "1.234")]
    public async Task An_invoice_is_made_and_partly_given_back(string currency, string amount, string shown)
    {
        var attributes = Invoice().And("amount", JsonNode.Parse(amount)).And("currency", currency);
        attributes.Remove("service");
        var invoice = await _shop.PaidAsync(attributes);
        Assert.Equal(shown, Attributes(invoice)["amount"]!.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, (await _shop.RefundAsync(invoice, new() { ["reference_id"] = "r", ["amount"] = JsonNode.Parse("1.000") })).Status);
        Assert.Equal(("partially_refunded", "1"), await _shop.StandsAsync(invoice));
    }

    [Fact]
    public async Task Pages_and_links_may_write_them_too()
    {
        var order = _page.Order().And("currency", "JPY").And("amount", JsonNode.Parse("100.0"));
        order.Remove("service");
        Assert.Equal("100", Attributes(await _page.CreateAsync(order))["amount"]!.ToJsonString());
        var page = await new Shopper(server.Checkout).OpenAsync(_page.Link(("amount", "100.00"), ("currency", "JPY"), ("reference_id", Orders.NewReference())));
        Assert.True(page.Has("card-number"), page.Answer.ToString());
    }

    [Theory]
    [InlineData("JPY", "100.5")]
    [InlineData("JPY", "100.10")]
    [InlineData("USD", "10.5050")]
    public async Task Other_decimals_beyond_the_currencys_are_refused(string currency, string amount)
    {
        var attributes = Invoice().And("amount", JsonNode.Parse(amount)).And("currency", currency);
        attributes.Remove("service");
        Assert.Equal(["422 invalid /data/attributes/amount"], Faults(await _shop.CreateAsync(attributes)));
    }
}
