using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Clients in the field write addresses, types and amounts in many ways; the same thing is meant, and nobody is sent elsewhere.</summary>
public sealed class ToleranceTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const int Seed = 20261127;
    private const int Amounts = 12;

    private static readonly string?[] Types = ["application/json", "application/vnd.api+json; charset=utf-8", "application/x-www-form-urlencoded", "text/plain", null];

    private readonly CardgateShop _shop = new(server.Checkout);

    [Fact]
    public async Task Every_read_has_its_address_with_and_without_api_and_a_last_slash_and_ignores_a_body()
    {
        var invoice = await _shop.PaidAsync();
        var refund = await _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", Document(new JsonObject { ["reference_id"] = "r1", ["amount"] = 1 }, "refund"));
        var reference = (string)Attributes(invoice)["reference_id"]!;
        foreach (var (path, query) in new[] { ("/payment-invoices/" + Id(invoice), ""), ("/payment-invoices", $"?filter[reference_id]={reference}"), ("/refunds/" + Id(refund), "") })
        {
            var first = await _shop.GetAsync(path + query);
            Assert.Equal(HttpStatusCode.OK, first.Status);
            foreach (var spelling in Spellings(path))
            {
                foreach (var body in new[] { null, "{}", "no JSON" })
                {
                    var answer = await _shop.SendAsync(HttpMethod.Get, spelling + query, body);
                    Assert.True(first.Body == answer.Body && answer.Status == HttpStatusCode.OK, $"{spelling}: {answer}");
                }
            }
        }
    }

    [Fact]
    public async Task A_mark_that_stands_before_the_text_is_none_of_it()
    {
        var body = Document(Invoice()).ToJsonString();
        Assert.Equal(HttpStatusCode.Created, (await _shop.SendAsync(HttpMethod.Post, "/payment-invoices", "\uFEFF" + body)).Status);
        foreach (var wrong in new[] { "\uFEFF", "\uFEFF\uFEFF" + body, body + "\uFEFF" })
            Assert.Equal(["400 malformed"], Faults(await _shop.SendAsync(HttpMethod.Post, "/payment-invoices", wrong)));
    }

    [Fact]
    public async Task Every_refund_and_sale_is_taken_at_each_of_its_addresses_and_under_each_type()
    {
        foreach (var (spelling, index) in Spellings("/payment/sale").Select((s, i) => (s, i)))
        {
            var invoice = await _shop.CreateAsync(Invoice(), H2H);
            var sale = Document(Card(Approved), "sale-operation").ToJsonString();
            var sold = await _shop.SendAsync(HttpMethod.Post, spelling, sale, contentType: Types[index], bearer: Bearer(invoice));
            Assert.True(sold.Status == HttpStatusCode.Created && (string?)sold.Json!["status"] == "processed", $"{spelling}: {sold}");

            foreach (var (address, type) in Spellings($"/payment-invoices/{Id(invoice)}/refund").Zip(Types.Reverse()))
            {
                var body = Document(new JsonObject { ["reference_id"] = Orders.NewReference("r"), ["amount"] = "0.5" }, "refund").ToJsonString();
                var refunded = await _shop.SendAsync(HttpMethod.Post, address, body, contentType: type);
                Assert.True(refunded.Status == HttpStatusCode.OK && refunded.Json!["data"]!["attributes"]!["amount"]!.ToJsonString() == "0.5", $"{address}: {refunded}");
            }
        }
    }

    [Theory]
    [InlineData("JPY", 0)]
    [InlineData("USD", 2)]
    [InlineData("KWD", 3)]
    public async Task No_amount_gains_or_loses_a_minor_unit(string currency, int decimals)
    {
        var chance = new Random(Seed + decimals);
        var unit = (decimal)Math.Pow(10, decimals);
        for (var i = 0; i < Amounts; i++)
        {
            // Small ones and large ones alike: the number of digits is by chance too.
            var minor = chance.NextInt64(1, (long)Math.Pow(10, chance.Next(1, 9)));
            var shortest = (minor / unit).ToString("0.###", CultureInfo.InvariantCulture);
            var padded = (minor / unit).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
            foreach (var sent in new[] { shortest, padded, $"\"{shortest}\"", $"\"{padded}\"" })
            {
                var made = await _shop.CreateAsync(Invoice(currency: currency).And("amount", JsonNode.Parse(sent)));
                Assert.True(made.Status == HttpStatusCode.Created, $"seed {Seed}, {sent} {currency}: {made}");
                foreach (var name in new[] { "amount", "payment_amount", "deposit" }) Assert.Equal(shortest, Attributes(made)[name]!.ToJsonString());
            }

            foreach (var sent in new[] { padded + (decimals == 0 ? ".1" : "1"), minor.ToString(CultureInfo.InvariantCulture) + "e0", minor.ToString(CultureInfo.InvariantCulture) + "E1" })
            {
                foreach (var wrong in new[] { sent, $"\"{sent}\"" })
                    Assert.Equal(["422 invalid /data/attributes/amount"], Faults(await _shop.CreateAsync(Invoice(currency: currency).And("amount", JsonNode.Parse(wrong)))));
            }
        }
    }

    [Theory]
    [InlineData("JPY", "101", "1", "100")]
    [InlineData("USD", "10.1", "0.01", "10.09")]
    [InlineData("KWD", "1.001", "0.999", "0.002")]
    public async Task Refunds_add_up_to_the_last_minor_unit(string currency, string amount, string part, string rest)
    {
        var paid = await _shop.PaidAsync(Invoice(currency: currency).And("amount", JsonNode.Parse(amount)));
        var first = await RefundAsync(paid, new JsonObject { ["reference_id"] = "part", ["amount"] = JsonNode.Parse(part) });
        var last = await RefundAsync(paid, new JsonObject { ["reference_id"] = "rest" });
        Assert.Equal((part, rest), (first["amount"]!.ToJsonString(), last["amount"]!.ToJsonString()));
        var now = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(paid)));
        Assert.Equal(("refunded", amount), ((string?)now["status"], now["refunded_amount"]!.ToJsonString()));
    }

    private async Task<JsonNode> RefundAsync(Answer paid, JsonObject attributes) =>
        Attributes(await _shop.PostAsync($"/payment-invoices/{Id(paid)}/refund", Document(attributes, "refund")));

    private static string[] Spellings(string path) => [path, path + "/", "/api" + path, "/api" + path + "/"];
}
