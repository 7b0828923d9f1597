using System.Text;
using Checkout.Core.Merchants;
using Checkout.Web.Commands;
using Checkout.Web.Dialects.Cardgate;
using Checkout.Web.Hosting.Merchants;
using Checkout.Web.Sandbox;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Who comes in at the Cardgate dialect's door.</summary>
public sealed class DoorTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const string Id = "coma_SandboxCardgate1";

    [Fact]
    public void Both_accounts_of_the_sandbox_open_its_merchant()
    {
        var ordinary = Enter($"{Id}:{SandboxMerchant.CardgateKey}");
        Assert.Equal((1010, new CardgateAccount(Id, H2H: false, Instant: true)), (ordinary!.Merchant.Id, ordinary.Account));

        var direct = Enter($"coma_SandboxCardgate2:{SandboxMerchant.CardgateKey}");
        Assert.Equal((1010, new CardgateAccount("coma_SandboxCardgate2", H2H: true, Instant: true)), (direct!.Merchant.Id, direct.Account));
    }

    [Theory]
    [InlineData(Id + ":wrong")]
    [InlineData(Id + ":")]
    [InlineData(Id + ":gabi")]
    [InlineData(Id + ":" + SandboxMerchant.SecretTestKey)]
    [InlineData("coma_SandboxCardgate9:" + SandboxMerchant.CardgateKey)]
    [InlineData("COMA_SANDBOXCARDGATE1:" + SandboxMerchant.CardgateKey)]
    [InlineData("1010:" + SandboxMerchant.CardgateKey)]
    [InlineData("1010:gabi")]
    [InlineData(":" + SandboxMerchant.CardgateKey)]
    public void A_wrong_account_or_key_opens_nothing(string credentials) => Assert.Null(Enter(credentials));

    [Fact]
    public void A_key_in_a_browser_opens_nothing() => Assert.Null(Enter($"{Id}:{SandboxMerchant.CardgateKey}", origin: "https://shop.example"));

    [Fact]
    public async Task The_key_of_one_merchant_does_not_open_the_account_of_another()
    {
        await server.Checkout.AddMerchantAsync(7301);
        await server.Checkout.AddMerchantAsync(7302);
        Assert.Equal(7301, Enter($"{Merchants.CardgateAccountOf(7301)}:cardgate-key-7301")!.Merchant.Id);
        Assert.Null(Enter($"{Merchants.CardgateAccountOf(7301)}:cardgate-key-7302"));
    }

    [Fact]
    public async Task A_sandbox_merchant_of_an_older_server_gets_its_accounts_and_keeps_its_keys()
    {
        var directory = Directory.CreateTempSubdirectory("checkout-").FullName;
        await using (var office = await MerchantOffice.OpenAsync(["--environment", "Development", $"--DataDirectory={directory}"]))
        {
            var merchant = new Merchant { Id = 1010, Name = "Demo shop", IsSandbox = true, Settings = new MerchantSettings { TokenLimit = 3 } };
            await office.Store.AddAsync(merchant, [office.Secrets.Make(1010, MerchantKeyKind.Api, "own"), office.Secrets.Make(1010, MerchantKeyKind.Link, "own")]);
        }

        await using (var newer = await RunningCheckout.StartAsync(directory: directory))
        {
            var caller = Enter($"{Id}:{SandboxMerchant.CardgateKey}", of: newer);
            Assert.Equal((3, 2), (caller!.Merchant.Settings.TokenLimit, caller.Merchant.Settings.Cardgate.Count));
            var keys = newer.Services.GetRequiredService<MerchantRegister>().Entry(1010)!.Keys;
            Assert.Equal(Enum.GetValues<MerchantKeyKind>(), keys.Select(key => key.Kind).Order());
            Assert.Equal(200, (int)(await newer.SendAsync(HttpMethod.Get, "/v1/payments", credentials: "1010:own")).Status);
        }

        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task A_merchant_that_is_switched_off_does_nothing_until_it_is_on_again()
    {
        var (checkout, site) = (server.Checkout, 7303);
        await checkout.AddMerchantAsync(site);
        var (shop, shopper) = (new CardgateShop(checkout), new Shopper(checkout));
        var key = $"{Merchants.CardgateAccountOf(site)}:cardgate-key-{site}";
        var invoice = await shop.CreateAsync(CardgateShop.Invoice().And("gateway_options", null), key);
        await checkout.ChangeAsync(site, settings => settings with { Cardgate = [.. settings.Cardgate.Select(a => a with { H2H = true })] });
        var forSale = await shop.CreateAsync(CardgateShop.Invoice(), key);
        var page = await CardgateShop.OpenPageAsync(invoice, shopper);
        await checkout.ChangeAsync(site, settings => settings with { Active = false });

        Answer[] answers =
        [
            await shop.CreateAsync(CardgateShop.Invoice(), key), await shop.GetAsync("/payment-invoices/" + CardgateShop.Id(invoice), key), await shop.GetAsync("/payment-services", key),
            await shop.SellAsync(forSale, CardgateShop.Card(CardgateShop.Approved)),
        ];
        foreach (var answer in answers) Assert.Equal(["403 forbidden"], CardgateShop.Faults(answer));
        Assert.Equal(401, (int)(await checkout.SendAsync(HttpMethod.Get, "/v1/payments", credentials: $"{site}:key-{site}")).Status);
        var wrong = await shop.GetAsync("/payment-services", $"{Merchants.CardgateAccountOf(site)}:wrong");
        Assert.Equal(["401 unauthorized"], CardgateShop.Faults(wrong));

        var refused = await shopper.FollowAsync(await shopper.PostAsync(page, "card", Shopper.Typed(CardgateShop.Approved)));
        Assert.False(refused.Has("result"), refused.Document.Body!.TextContent);
        Assert.Equal("process_pending", (string?)CardgateShop.Attributes(await ReadAgainAsync())["status"]);
        await shopper.PayAsync(await CardgateShop.OpenPageAsync(invoice, shopper), CardgateShop.Approved);
        Assert.Equal("processed", (string?)CardgateShop.Attributes(await shop.GetAsync("/payment-invoices/" + CardgateShop.Id(invoice), key))["status"]);

        async Task<Answer> ReadAgainAsync()
        {
            await checkout.ChangeAsync(site, settings => settings with { Active = true });
            return await shop.GetAsync("/payment-invoices/" + CardgateShop.Id(invoice), key);
        }
    }

    private CardgateCaller? Enter(string credentials, string? origin = null, RunningCheckout? of = null)
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.Authorization = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials));
        if (origin is not null) request.Headers.Origin = origin;
        (of ?? server.Checkout).Services.GetRequiredService<CardgateDoor>().TryEnter(request, out var caller, out _);
        return caller;
    }
}
