using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>The least and the most a payment may come to (<c>spec/cardgate.md</c> §4, §19): told with the services, and held to at every door a payment comes in by.</summary>
public sealed class AmountLimitTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static readonly AmountLimit[] Limits = [new("USD", 500, 100050), new("KWD", 1500, null), new("JPY", null, 700)];
    private static int _lastSite = 7800;

    private readonly int _site = Interlocked.Increment(ref _lastSite);
    private readonly CardgateShop _shop = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);

    private string Key => $"{Merchants.CardgateAccountOf(_site)}:cardgate-key-{_site}";

    public static TheoryData<string, string, string?> Amounts => new()
    {
        { "USD", "5", null }, { "USD", "1000.5", null }, { "USD", "4.99", "amount must be at least 5 USD" }, { "USD", "1000.51", "amount must be at most 1000.5 USD" },
        { "KWD", "1.5", null }, { "KWD", "1.499", "amount must be at least 1.5 KWD" }, { "KWD", "999999", null },
        { "JPY", "700", null }, { "JPY", "1", null }, { "JPY", "701", "amount must be at most 700 JPY" }, { "EUR", "0.01", null },
    };

    [Theory]
    [MemberData(nameof(Amounts))]
    public async Task An_amount_beyond_a_limit_is_refused_with_the_limit(string currency, string amount, string? fault)
    {
        await AddAsync();
        var (sent, page) = (decimal.Parse(amount, CultureInfo.InvariantCulture), new PublicShop(server.Checkout, $"pk_test_{_site}"));
        IsAnswered(await _shop.CreateAsync(Invoice(amount: sent, currency: currency), Key), fault, "/data/attributes/amount");
        IsAnswered(
            await page.CreateAsync(page.Order().And("amount", sent).And("currency", currency).And("service", $"payment_card_{currency.ToLowerInvariant()}_hpp")), fault, "/amount");

        var linked = await _shopper.OpenAsync(page.Link(("reference_id", "limit"), ("amount", amount), ("currency", currency)));
        Assert.Equal((fault is null ? HttpStatusCode.OK : HttpStatusCode.BadRequest, fault is null), (linked.Status, linked.Has("card-number")));
        if (fault is not null) Assert.Contains("amount", linked.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_refused_leaves_its_reference_free()
    {
        await AddAsync();
        Assert.Equal(["422 limit_violation /data/attributes/amount"], Faults(await _shop.CreateAsync(Invoice("limit-again", 4.99m), Key)));
        Assert.Equal(HttpStatusCode.Created, (await _shop.CreateAsync(Invoice("limit-again", 5m), Key)).Status);
    }

    [Fact]
    public async Task A_card_check_takes_nothing_and_knows_no_limit()
    {
        await AddAsync();
        var check = Invoice(amount: 0m).And("flow", "verify");
        Assert.Equal(HttpStatusCode.Created, (await _shop.CreateAsync(check, Key)).Status);
    }

    [Fact]
    public async Task The_services_tell_their_limits()
    {
        await AddAsync();
        var services = (await _shop.GetAsync("/payment-services", Key)).Json!["data"]!.AsArray().ToDictionary(s => (string)s!["id"]!, s => s!["attributes"]!);
        Assert.Equal(("5", "1000.5"), Told(services["payment_card_usd_hpp"]));
        Assert.Equal(("1.5", null), Told(services["payment_card_kwd_hpp"]));
        Assert.Equal((null, "700"), Told(services["payment_card_jpy_hpp"]));
        Assert.Equal((null, null), Told(services["payment_card_eur_hpp"]));
        Assert.Equal(("5", "1000.5"), Told((await _shop.GetAsync("/payment-services/payment_card_usd_hpp", Key)).Json!["data"]!["attributes"]!));

        var offered = await new PublicShop(server.Checkout).OfferAsync(new JsonObject { ["public_key"] = $"pk_test_{_site}", ["currency"] = "USD" });
        Assert.Equal(("5", "1000.5"), Told(offered.Json!["data"]!["attributes"]!["services"]!["payment_card_usd_hpp"]!));
    }

    [Theory]
    [InlineData(499, false)]
    [InlineData(500, true)]
    [InlineData(100050, true)]
    [InlineData(100051, false)]
    public async Task It_is_one_ledger_and_the_other_doors_hold_to_it_too(long amount, bool taken)
    {
        var credentials = await AddAsync();
        foreach (var order in new[] { Orders.Hosted(Orders.NewReference(), amount, "USD"), Orders.Direct(Orders.NewReference(), amount: amount, currency: "USD") })
        {
            var answer = await server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", order.ToJsonString(), credentials);
            Assert.Equal(taken ? (201, "") : (400, "1001"), ((int)answer.Status, string.Join(',', taken ? [] : answer.Codes)));
        }

        var link = SignedLink.Of("limit-1", amount).With("site", $"{_site}").With("currency", "USD") with { Secret = $"link-{_site}" };
        Assert.Equal(taken, (await _shopper.OpenAsync(link.Path)).Has("card-number"));
    }

    private Task<string> AddAsync() => server.Checkout.AddMerchantAsync(_site, new MerchantSettings { AmountLimits = Limits });

    private static void IsAnswered(Answer answer, string? fault, string pointer)
    {
        Assert.Equal(fault is null ? HttpStatusCode.Created : HttpStatusCode.UnprocessableEntity, answer.Status);
        if (fault is null) return;
        Assert.Equal(["422 limit_violation " + pointer], Faults(answer));
        Assert.Equal(fault, (string?)answer.Json!["errors"]![0]!["detail"]);
    }

    private static (string?, string?) Told(JsonNode service) => (service["amount_min"]?.ToJsonString(), service["amount_max"]?.ToJsonString());
}
