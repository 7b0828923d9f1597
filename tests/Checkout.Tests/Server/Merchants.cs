using Checkout.Core.Merchants;
using Checkout.Web.Hosting.Merchants;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server;

/// <summary>More merchants than the sandbox has by itself.</summary>
internal static class Merchants
{
    /// <summary>Adds a merchant to a running sandbox.</summary>
    /// <returns>What it proves itself with, <c>site:key</c>.</returns>
    public static async Task<string> AddMerchantAsync(this RunningCheckout checkout, int site, MerchantSettings? settings = null, bool isSandbox = true)
    {
        var secrets = checkout.Services.GetRequiredService<MerchantSecrets>();
        var merchant = new Merchant { Id = site, Name = $"Shop {site}", IsSandbox = isSandbox, Settings = settings ?? new() };
        if (merchant.Settings.Cardgate.Count == 0) merchant = merchant with { Settings = merchant.Settings with { Cardgate = [new CardgateAccount(CardgateAccountOf(site), H2H: false, Instant: false)] } };
        Assert.True(await checkout.Services.GetRequiredService<IMerchantStore>().AddAsync(merchant,
        [
            secrets.Make(site, MerchantKeyKind.Api, $"key-{site}"),
            secrets.Make(site, MerchantKeyKind.Link, $"link-{site}"),
            secrets.Make(site, MerchantKeyKind.CardgateApi, $"cardgate-key-{site}"),
            secrets.Make(site, MerchantKeyKind.CallbackTest, $"sk_test_{site}"),
            secrets.Make(site, MerchantKeyKind.CallbackLive, $"sk_live_{site}"),
            secrets.Make(site, MerchantKeyKind.PublicTest, $"pk_test_{site}"),
            secrets.Make(site, MerchantKeyKind.PublicLive, $"pk_live_{site}"),
        ]));
        await checkout.Services.GetRequiredService<MerchantRegister>().RefreshAsync();
        return $"{site}:key-{site}";
    }

    /// <summary>What <see cref="AddMerchantAsync"/> calls the merchant's Cardgate account; its key is <c>cardgate-key-{site}</c>.</summary>
    public static string CardgateAccountOf(int site) => $"coma_Shop{site:D12}";

    public static async Task ChangeAsync(this RunningCheckout checkout, int site, Func<MerchantSettings, MerchantSettings> change)
    {
        var store = checkout.Services.GetRequiredService<IMerchantStore>();
        var merchant = (await store.AllAsync()).Single(e => e.Merchant.Id == site).Merchant;
        await store.SetAsync(site, merchant.Name, change(merchant.Settings));
        await checkout.Services.GetRequiredService<MerchantRegister>().RefreshAsync();
    }
}
