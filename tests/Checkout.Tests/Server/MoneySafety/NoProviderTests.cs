using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Tests.Server.Cardgate;
using Checkout.Tests.Server.Payouts;
using Checkout.Tests.Server.Starting;
using Checkout.Web.Pages.Pay.Words;

namespace Checkout.Tests.Server.MoneySafety;

/// <summary>Outside a sandbox, where no provider is installed: nothing is opened that could never be paid.</summary>
public sealed class NoProviderTests : IAsyncLifetime
{
    private const int NoRoute = 5000;

    private readonly string _folder = Directory.CreateTempSubdirectory("checkout-live-").FullName;
    private RunningCheckout _checkout = null!;

    public async Task InitializeAsync()
    {
        _checkout = await RunningCheckout.StartAsync(["Sandbox:Enabled=false", .. TestCertificate.Earnest(_folder)]);
        await _checkout.AddMerchantAsync(2000, isSandbox: false);
    }

    public async Task DisposeAsync()
    {
        await _checkout.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task Nothing_is_paid_out_without_permission_and_without_a_provider()
    {
        await _checkout.AddMerchantAsync(2001, new MerchantSettings { Payouts = true }, isSandbox: false);
        foreach (var (site, code) in new[] { (2000, 101), (2001, NoRoute) })
        {
            var refused = await _checkout.PayOutAsync(PayoutShop.Order("live-out"), $"{site}:key-{site}");
            Assert.Equal((400, code), ((int)refused.Status, refused.Codes.Single()));
        }
    }

    [Fact]
    public async Task A_payment_is_not_opened_whether_its_card_is_known_or_left_to_the_page()
    {
        foreach (var order in new[] { Orders.Hosted("live-1"), Orders.Direct("live-2"), Orders.Direct("live-3").Without("Card").With("Card", CardWithoutCode()) })
        {
            var answer = await _checkout.SendAsync(HttpMethod.Post, "/v1/payments", order.ToJsonString(), "2000:key-2000");
            Assert.Equal([NoRoute], answer.Codes);
            Assert.Null((string?)answer.Payment["RedirectURL"]);
        }

        var list = await _checkout.SendAsync(HttpMethod.Get, "/v1/payments", credentials: "2000:key-2000");
        Assert.Empty(list.Json!["Payments"]!.AsArray());
    }

    [Fact]
    public async Task In_earnest_only_an_invoice_that_says_so_is_a_test()
    {
        var shop = new CardgateShop(_checkout);
        var key = $"{Merchants.CardgateAccountOf(2000)}:cardgate-key-2000";
        var test = await shop.CreateAsync(CardgateShop.Invoice(), key);
        Assert.True((bool)CardgateShop.Attributes(test)["test_mode"]!);
        foreach (var mode in new JsonNode?[] { false, null, "0" })
        {
            var reference = Orders.NewReference("live");
            Assert.StartsWith("422 not_supported", CardgateShop.Faults(await shop.CreateAsync(CardgateShop.Invoice(reference).And("test_mode", mode), key)).Single(), StringComparison.Ordinal);
            Assert.Empty((await shop.GetAsync("/payment-invoices?filter[reference_id]=" + reference, key)).Json!["data"]!.AsArray());
        }
    }

    [Fact]
    public async Task A_signed_link_says_in_words_that_the_shop_takes_no_cards()
    {
        var link = (SignedLink.Of("live-link") with { Secret = "link-2000" }).With("site", "2000");
        foreach (var language in Languages.All)
        {
            var page = await new Shopper(_checkout).GetAsync(link.Path, ("Accept-Language", language.Language));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, language.LinkUntaken.Title), (page.Status, page.Document.QuerySelector("h1")?.TextContent));
        }
    }

    private static System.Text.Json.Nodes.JsonObject CardWithoutCode()
    {
        var card = Orders.Card();
        card["RequireSecurityCode"] = true;
        card.Remove("SecurityCode");
        return card;
    }
}
