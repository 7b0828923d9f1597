using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Lists of invoices: every filter, both orders, and pages that neither show twice nor leave out (§3.4).</summary>
public sealed class InvoiceListTests : IAsyncLifetime
{
    private const int Site = 7701;
    private static readonly string Account = $"{Merchants.CardgateAccountOf(Site)}:cardgate-key-{Site}";

    private readonly Dictionary<string, string> _names = [];
    private RunningCheckout _checkout = null!;
    private CardgateShop _shop = null!;
    private long _noon;

    public async Task InitializeAsync()
    {
        _checkout = await RunningCheckout.StartAsync();
        _shop = new CardgateShop(_checkout);
        await _checkout.AddMerchantAsync(Site, new MerchantSettings { Cardgate = [new CardgateAccount(Merchants.CardgateAccountOf(Site), H2H: true, Instant: true)] });
        await MakeAsync("paid", Invoice(), Approved);
        await MakeAsync("declined", Invoice(currency: "EUR"), Declined);
        await MakeAsync("refunded", Invoice().And("customer", new JsonObject { ["reference_id"] = "shopper-l" }), Approved);
        await _shop.PostAsync($"/payment-invoices/{_names.Single(n => n.Value == "refunded").Key}/refund", Document(new JsonObject { ["reference_id"] = "r", ["amount"] = 1 }, "refund"), Account);
        await _checkout.AdvanceAsync(TimeSpan.FromMinutes(2));
        _noon = _checkout.Clock.GetUtcNow().ToUnixTimeSeconds();
        await MakeAsync("open", Invoice().And("customer", new JsonObject { ["reference_id"] = "shopper-l" }));
        var unserved = Invoice();
        unserved.Remove("service");
        await MakeAsync("created", unserved);
    }

    public async Task DisposeAsync() => await _checkout.DisposeAsync();

    [Fact]
    public async Task Each_filter_narrows_the_list_to_what_it_says()
    {
        await ShowsAsync("", "created open refunded declined paid");
        await ShowsAsync("sort=-created", "created open refunded declined paid");
        await ShowsAsync("sort=created", "paid declined refunded open created");
        await ShowsAsync("filter[status]=processed", "paid");
        await ShowsAsync("filter[status]=process_failed", "declined");
        await ShowsAsync("filter[status]=partially_refunded", "refunded");
        await ShowsAsync("filter[status]=process_pending", "open");
        await ShowsAsync("filter[status]=created", "created");
        await ShowsAsync("filter[status]=refund_pending", "");
        await ShowsAsync("filter[status]=refunding", "");
        await ShowsAsync("filter[service]=payment_card_eur_hpp", "declined");
        await ShowsAsync("filter[service]=payment_card_usd_hpp&sort=created", "paid refunded open");
        await ShowsAsync("filter[currency]=usd", "created open refunded paid");
        await ShowsAsync("filter[test_mode]=true&filter[currency]=EUR", "declined");
        await ShowsAsync("filter[test_mode]=0", "");
        await ShowsAsync($"filter[created][from]={_noon}", "created open");
        await ShowsAsync($"filter%5Bcreated%5D%5Bto%5D={_noon - 60}&sort=created", "paid declined refunded");
        await ShowsAsync("filter[customer.reference_id]=shopper-l", "open refunded");
        await ShowsAsync("filter[customer.reference_id]=shopper-l&filter[status]=partially_refunded&include=customer", "refunded");
        await ShowsAsync("filter[customer.reference_id]=nobody", "");
    }

    [Fact]
    public async Task Who_pays_is_in_the_list_on_wish_each_once()
    {
        Assert.Null((await ListAsync("/payment-invoices?sort=created")).Json!["included"]);
        var list = (await ListAsync("/payment-invoices?sort=created&include=customer")).Json!;
        var named = list["data"]!.AsArray().Select(i => (string?)i!["relationships"]!["customer"]!["data"]?["id"]).OfType<string>().ToArray();
        Assert.Equal((2, 1), (named.Length, named.Distinct().Count()));
        var customer = Assert.Single(list["included"]!.AsArray())!;
        Assert.Equal(("customers", named[0], "shopper-l"), ((string?)customer["type"], (string?)customer["id"], (string?)customer["attributes"]!["reference_id"]));
    }

    [Theory]
    [InlineData("sort=created")]
    [InlineData("sort=-created&filter[test_mode]=true")]
    [InlineData("filter[service]=payment_card_usd_hpp&sort=created&include=customer")]
    public async Task Pages_follow_each_other_both_ways_and_keep_what_was_asked_for(string query)
    {
        var whole = (await ListAsync($"/payment-invoices?{query}")).Json!["data"]!.AsArray().Select(i => (string)i!["id"]!).ToArray();
        List<string> forth = [], back = [];
        JsonNode links;
        for (var next = $"/payment-invoices?{query}&page[size]=1"; ; next = (string)links["next"]!)
        {
            var page = (await ListAsync(next)).Json!;
            links = page["links"]!;
            forth.Add((string)Assert.Single(page["data"]!.AsArray())!["id"]!);
            if (links["next"] is null) break;
            Assert.Null((int?)page["meta"]!["total"]);
        }

        Assert.Equal(whole, forth);
        Assert.Equal((string?)links["self"], (string?)links["last"]);
        for (var at = (string?)links["self"]; at is not null; at = (string?)links["prev"])
        {
            var page = (await ListAsync(at)).Json!;
            links = page["links"]!;
            back.Add((string)Assert.Single(page["data"]!.AsArray())!["id"]!);
        }

        Assert.Equal(whole.Reverse(), back);
        Assert.Equal(query.Contains("include", StringComparison.Ordinal), ((string)links["first"]!).Contains("include=customer", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("filter[status]=paid", "422 invalid filter[status]")]
    [InlineData("filter[service]=cash", "422 invalid filter[service]")]
    [InlineData("filter[currency]=XXX", "422 invalid filter[currency]")]
    [InlineData("filter[test_mode]=maybe", "422 invalid filter[test_mode]")]
    [InlineData("filter[created][from]=yesterday", "422 invalid filter[created][from]")]
    [InlineData("filter[created][to]=-1", "422 invalid filter[created][to]")]
    [InlineData("filter[created]=1", "422 not_supported filter[created]")]
    [InlineData("filter[status]=processed&filter[status]=expired", "422 invalid filter[status]")]
    [InlineData("filter[reference_id]=", "422 invalid filter[reference_id]")]
    [InlineData("sort=amount", "422 invalid sort")]
    [InlineData("page[number]=0", "422 invalid page[number]")]
    [InlineData("page[number]=501", "422 invalid page[number]")]
    [InlineData("page[size]=101", "422 invalid page[size]")]
    public async Task What_a_list_does_not_know_is_told_by_its_name(string query, string fault) => Assert.Equal([fault], Faults(await ListAsync("/payment-invoices?" + query)));

    private async Task ShowsAsync(string query, string names)
    {
        var list = await ListAsync("/payment-invoices?" + query);
        Assert.True(list.Status == System.Net.HttpStatusCode.OK, $"{query}: {list}");
        Assert.Equal((query, names), (query, string.Join(' ', list.Json!["data"]!.AsArray().Select(i => _names[(string)i!["id"]!]))));
    }

    private Task<Answer> ListAsync(string path) => _shop.GetAsync(path, Account);

    private async Task MakeAsync(string name, JsonObject invoice, string? card = null)
    {
        var made = await _shop.CreateAsync(invoice, Account);
        _names.Add(Id(made), name);
        if (card is not null) await _shop.SellAsync(made, Card(card, "09/33"));
    }
}
