using System.Globalization;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Web.Dialects.Cardgate;
using Microsoft.Extensions.DependencyInjection;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>The merchant's fee (<c>spec/cardgate.md</c> §5, §19): told with the invoice, fixed when it is made, and never the shopper's.</summary>
public sealed class FeeTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static readonly Fee[] Fees = [new("USD", 29_000, 30), new("EUR", 14_000, 0), new("JPY", 36_000, 40), new("KWD", 0, 150)];
    private static int _lastSite = 8100;

    private readonly int _site = Interlocked.Increment(ref _lastSite);
    private readonly CardgateShop _shop = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);

    private string Key => $"{Merchants.CardgateAccountOf(_site)}:cardgate-key-{_site}";

    private string Credentials => $"{_site}:key-{_site}";

    [Theory]
    [InlineData("USD", "10.5", "0.6", "9.9")]
    [InlineData("USD", "0.2", "0.2", "0")]
    [InlineData("EUR", "25.99", "0.36", "25.63")]
    [InlineData("JPY", "1000", "76", "924")]
    [InlineData("KWD", "2.599", "0.15", "2.449")]
    [InlineData("GBP", "10.5", "0", "10.5")]
    public async Task A_paid_invoice_tells_the_fee_and_what_is_left_and_the_shopper_pays_the_amount(string currency, string amount, string fee, string deposit)
    {
        await AddAsync();
        var invoice = await _shop.CreateAsync(Invoice(currency: currency).And("amount", JsonNode.Parse(amount)), Key);
        Assert.Equal((amount, amount, fee, deposit), Told(Attributes(invoice)));
        Assert.Equal((null, null, null), Processed(Attributes(invoice)));

        Assert.Equal("processed", (string?)(await _shop.SellAsync(invoice, Card(Approved))).Json!["status"]);
        var paid = await ReadAsync(Id(invoice));
        Assert.Equal((amount, amount, fee, deposit), Told(paid));
        Assert.Equal((amount, fee, deposit), Processed(paid));
        var line = Assert.Single(await server.Checkout.LedgerAsync((string)paid["reference_id"]!, Credentials), l => l.Kind == "capture");
        Assert.Equal(decimal.Parse(amount, CultureInfo.InvariantCulture), MajorUnits.Of(new Amount(line.Amount, Currency.Of(currency))));
    }

    [Fact]
    public async Task A_setting_that_changes_later_moves_nothing()
    {
        await AddAsync();
        var invoice = await _shop.CreateAsync(Invoice(), Key);
        await server.Checkout.ChangeAsync(_site, s => s with { Fees = [new("USD", 500_000, 0)] });
        Assert.Equal("5.25", Attributes(await _shop.CreateAsync(Invoice(), Key))["fee"]!.ToJsonString());
        await _shop.SellAsync(invoice, Card(Approved));
        Assert.Equal(("10.5", "0.6", "9.9"), Processed(await ReadAsync(Id(invoice))));
    }

    [Fact]
    public async Task A_refund_gives_nothing_of_it_back()
    {
        await AddAsync();
        var invoice = await _shop.CreateAsync(Invoice(), Key);
        await _shop.SellAsync(invoice, Card(Approved));
        var refund = await _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", Document(new JsonObject { ["reference_id"] = "r1", ["amount"] = 4.2m }, "refund"), Key);
        Assert.Equal("0", Attributes(refund)["fee"]!.ToJsonString());
        var read = await ReadAsync(Id(invoice));
        Assert.Equal(("partially_refunded", "0", "0"), ((string?)read["status"], read["refunded_fee"]!.ToJsonString(), read["refunds"]![0]!["fee"]!.ToJsonString()));
        Assert.Equal(("10.5", "0.6", "9.9"), Processed(read));
    }

    [Theory]
    [InlineData(2599, "25.99", "0.36", "25.63")]
    [InlineData(1000, "10", "0.14", "9.86")]
    [InlineData(1, "0.01", "0", "0.01")]
    public async Task A_payment_of_the_other_dialect_has_it_too_and_a_part_that_is_taken_its_part(long taken, string amount, string fee, string deposit)
    {
        await AddAsync();
        var made = (await server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", Orders.Direct(Orders.NewReference()).ToJsonString(), Credentials)).Payment;
        Assert.Equal(200, (int)(await server.Checkout.SendAsync(HttpMethod.Post, $"/v1/payments/{made["ID"]}/capture?amount={taken}", "", Credentials)).Status);
        var read = await ReadAsync($"{made["ID"]}");
        Assert.Equal(("25.99", "25.99", "0.36", "25.63"), Told(read));
        Assert.Equal((amount, fee, deposit), Processed(read));
    }

    [Fact]
    public async Task Links_have_it_too_and_a_card_check_has_none()
    {
        await AddAsync();
        var link = SignedLink.Of("fee-1").With("site", $"{_site}") with { Secret = $"link-{_site}" };
        await _shopper.PayAsync(await _shopper.OpenAsync(link.Path), Orders.Visa);
        var paid = await server.Checkout.Services.GetRequiredService<IPaymentStore>().FindByReferenceAsync(_site, Dialect.Link, isTest: true, "fee-1");
        Assert.Equal(("25.99", "0.36", "25.63"), Processed(await ReadAsync($"{paid!.Number}")));

        var check = await _shop.CreateAsync(Invoice(amount: 5m).And("flow", "verify"), Key);
        Assert.Equal(("5", "5", "0", "5"), Told(Attributes(check)));
    }

    [Fact]
    public async Task The_shoppers_browser_hears_nothing_of_it()
    {
        await AddAsync();
        var page = new PublicShop(server.Checkout, $"pk_test_{_site}");
        var made = await page.CreateAsync(page.Order().And("reference_id", "fee-2"));
        Assert.Equal(201, (int)made.Status);
        Assert.DoesNotContain("\"fee\"", made.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("deposit", made.Body, StringComparison.Ordinal);
        var paid = await server.Checkout.Services.GetRequiredService<IPaymentStore>().FindByReferenceAsync(_site, Dialect.Cardgate, isTest: true, "fee-2");
        Assert.True(paid!.FeeMinor > 0);
    }

    private Task<string> AddAsync() => server.Checkout.AddMerchantAsync(
        _site, new MerchantSettings { Fees = Fees, Cardgate = [new CardgateAccount(Merchants.CardgateAccountOf(_site), H2H: true, Instant: false)] });

    private async Task<JsonNode> ReadAsync(string invoice) => Attributes(await _shop.GetAsync("/payment-invoices/" + invoice, Key));

    private static (string?, string?, string?, string?) Told(JsonNode invoice) =>
        (invoice["amount"]?.ToJsonString(), invoice["payment_amount"]?.ToJsonString(), invoice["fee"]?.ToJsonString(), invoice["deposit"]?.ToJsonString());

    private static (string?, string?, string?) Processed(JsonNode invoice) =>
        (invoice["processed_amount"]?.ToJsonString(), invoice["processed_fee"]?.ToJsonString(), invoice["processed_deposit"]?.ToJsonString());
}
