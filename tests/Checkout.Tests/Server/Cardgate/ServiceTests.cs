using System.Net;
using Checkout.Core.Merchants;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>The catalogue of the ways to pay that an account has (§6).</summary>
public sealed class ServiceTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static int _site = 7600;

    private readonly CardgateShop _shop = new(server.Checkout);

    [Theory]
    [InlineData("/payment-services")]
    [InlineData("/payment-services/")]
    [InlineData("/api/payment-services")]
    public async Task Every_service_of_the_list_is_found_by_itself_and_makes_an_invoice(string path)
    {
        var site = Interlocked.Increment(ref _site);
        await server.Checkout.AddMerchantAsync(site, new MerchantSettings { Currencies = ["EUR", "JPY"], Cardgate = [new CardgateAccount(Merchants.CardgateAccountOf(site), H2H: false, Instant: false)] });
        var account = $"{Merchants.CardgateAccountOf(site)}:cardgate-key-{site}";
        var list = (await _shop.GetAsync(path, account)).Json!;
        Assert.Equal(2, (int)list["meta"]!["total"]!);
        Assert.Equal(["payment_card_eur_hpp", "payment_card_jpy_hpp"], list["data"]!.AsArray().Select(s => (string)s!["id"]!));
        foreach (var service in list["data"]!.AsArray())
        {
            var one = await _shop.GetAsync($"{path.TrimEnd('/')}/{service!["id"]}", account);
            Assert.Equal(service.ToJsonString(), one.Json!["data"]!.ToJsonString());
            var made = await _shop.CreateAsync(Invoice(amount: 7m, currency: (string)service["attributes"]!["currency"]!), account);
            Assert.Equal((string?)service["id"], (string?)made.Json!["data"]!["relationships"]!["payment-service"]!["data"]!["id"]);
        }
    }

    [Fact]
    public async Task The_list_is_narrowed_by_a_currency_and_passes_no_other_filter_over()
    {
        var euro = Assert.Single((await _shop.GetAsync("/payment-services?filter[currency]=eur")).Json!["data"]!.AsArray())!;
        Assert.Equal("payment_card_eur_hpp", (string?)euro["id"]);
        Assert.Equal(["422 invalid filter[currency]"], Faults(await _shop.GetAsync("/payment-services?filter[currency]=euro")));
        Assert.Equal(["422 not_supported filter[method]"], Faults(await _shop.GetAsync("/payment-services?filter%5Bmethod%5D=payment_card")));
    }

    [Theory]
    [InlineData("payment_card_xxx_hpp")]
    [InlineData("payment_card_EUR_hpp")]
    [InlineData("payment_card_eur")]
    [InlineData("cash")]
    public async Task A_service_that_the_account_does_not_have_is_not_there(string code)
    {
        var answer = await _shop.GetAsync("/payment-services/" + code);
        Assert.Equal(HttpStatusCode.NotFound, answer.Status);
        Assert.Equal(["404 not_found"], Faults(answer));
    }

    [Fact]
    public async Task Only_an_account_may_ask() =>
        Assert.Equal(["401 unauthorized"], Faults(await _shop.GetAsync("/payment-services", "coma_0000000000000000:nobody")));
}
