using System.Net;
using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>What callers hear who are nobody, ask for nothing, or ask in the wrong way: always an errors document.</summary>
public sealed class ShapeTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);

    [Theory]
    [InlineData("POST", "/payment-invoices")]
    [InlineData("GET", "/payment-invoices")]
    [InlineData("GET", "/api/payment-invoices/cpi_0000000000000000")]
    [InlineData("POST", "/payment-invoices/cpi_0000000000000000/refund")]
    [InlineData("GET", "/refunds/ref_0000000000000000")]
    public async Task Without_a_good_key_nothing_is_said(string method, string path)
    {
        var answer = await _shop.SendAsync(new HttpMethod(method), path, null, "coma_SandboxCardgate1:wrong");
        Assert.Equal(["401 unauthorized"], Faults(answer));
        Assert.StartsWith("Basic realm=", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_merchants_invoice_is_not_there_like_one_that_never_was()
    {
        var invoice = await _shop.PaidAsync();
        var refund = await _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", Document(new JsonObject { ["reference_id"] = "r1", ["amount"] = 1 }, "refund"));
        await server.Checkout.AddMerchantAsync(7401);
        var stranger = $"{Merchants.CardgateAccountOf(7401)}:cardgate-key-7401";
        foreach (var path in new[] { "/payment-invoices/" + Id(invoice), "/refunds/" + Id(refund) })
        {
            Assert.Equal(HttpStatusCode.OK, (await _shop.GetAsync(path)).Status);
            var foreign = await _shop.GetAsync(path, stranger);
            Assert.Equal((HttpStatusCode.NotFound, (await _shop.GetAsync(path[..^4] + "0000")).Body), (foreign.Status, foreign.Body));
        }

        var body = Document(new JsonObject { ["reference_id"] = "r2" }, "refund");
        Assert.Equal(["404 not_found"], Faults(await _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", body, stranger)));
        Assert.Equal(["404 not_found"], Faults(await _shop.GetAsync("/payment-invoices/" + (string)Attributes(invoice)["flow_data"]!["metadata"]!["sid"]!)));
    }

    [Theory]
    [InlineData("DELETE", "/payment-invoices", "GET, POST")]
    [InlineData("PUT", "/api/payment-invoices/cpi_0000000000000000", "GET")]
    [InlineData("GET", "/payment/sale", "POST")]
    [InlineData("GET", "/payment-invoices/cpi_0000000000000000/refund/", "POST")]
    [InlineData("POST", "/refunds/ref_0000000000000000", "GET")]
    public async Task A_wrong_method_is_told_the_right_ones(string method, string path, string allowed)
    {
        var answer = await _shop.SendAsync(new HttpMethod(method), path, null);
        Assert.Equal(("405 method_not_allowed", allowed), (Faults(answer).Single(), answer.Headers["Allow"]));
    }

    [Theory]
    [InlineData("/payment/nothing")]
    [InlineData("/api")]
    [InlineData("/api/payouts")]
    [InlineData("/api/payment")]
    [InlineData("/payment-invoices/cpi_0000000000000000/nothing")]
    [InlineData("/refunds")]
    public async Task Where_nothing_is_there_is_a_document_that_says_so(string path)
    {
        var answer = await _shop.GetAsync(path);
        Assert.Equal(["404 not_found"], Faults(answer));
        Assert.Equal("Not Found", (string?)answer.Json!["errors"]![0]!["title"]);
    }

    [Theory]
    [InlineData("/payment-invoices")]
    [InlineData("/payment/sale")]
    public async Task A_body_that_is_too_large_is_told_so(string path)
    {
        var bearer = Bearer(await _shop.CreateAsync(Invoice(), H2H));
        var body = Document(Invoice().And("description", new string('x', 70_000))).ToJsonString();
        var answer = await _shop.SendAsync(HttpMethod.Post, path, body, bearer: path == "/payment/sale" ? bearer : null);
        Assert.Equal(["413 too_large"], Faults(answer));
    }
}
