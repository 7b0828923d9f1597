using Checkout.Core.Merchants;
using Checkout.Core.Providers;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using static Checkout.Tests.Storage.Sample;

namespace Checkout.Tests.Storage;

public abstract partial class StoreExam
{
    private static ProviderAccount Account(int merchant = Site) => new()
    {
        Merchant = merchant, Number = 0, Kind = ProviderKind.Cardgate, Url = "https://api.example", CardgateUrl = "https://gate.example", Service = "cards_{currency}", Account = "coma_1",
        Entry = CardEntry.Theirs, IsTest = true, Order = 4, SealedKey = [1, 0, 2], SealedSecret = [3],
    };

    [Fact]
    public async Task Provider_accounts_are_numbered_per_merchant_and_come_back_in_their_order()
    {
        await AddSitesAsync();
        var before = await Store.Merchants.VersionAsync();
        AssertSame(Account() with { Number = 1 }, await Store.Providers.AddAsync(Account()));
        var second = Account() with { Number = 2, Kind = ProviderKind.Smart2Pay, CardgateUrl = null, Entry = CardEntry.Ours, IsTest = false, Order = 1, SealedSecret = null };
        AssertSame(second, await Store.Providers.AddAsync(second with { Number = 77 }));
        Assert.Equal(1, (await Store.Providers.AddAsync(Account(Site + 1)))!.Number);

        Assert.True(await Store.Merchants.VersionAsync() > before);
        var all = await Store.Providers.AllAsync();
        Assert.Equal([(Site, 2), (Site, 1), (Site + 1, 1)], all.Select(a => (a.Merchant, a.Number)));
        AssertSame(second, all[0]);
        Assert.Null(await Store.Providers.AddAsync(Account(99)));
    }

    [Fact]
    public async Task A_provider_account_is_retired_and_never_gone()
    {
        await AddSitesAsync();
        await Store.Providers.AddAsync(Account());
        var before = await Store.Merchants.VersionAsync();
        Assert.True(await Store.Providers.RetireAsync(Site, 1, isRetired: true));
        Assert.False(await Store.Providers.RetireAsync(Site + 1, 1, isRetired: true));
        Assert.True((await Store.Providers.AllAsync()).Single().IsRetired);
        Assert.Equal(2, (await Store.Providers.AddAsync(Account()))!.Number);
        Assert.True(await Store.Merchants.VersionAsync() > before);
    }

    [Fact]
    public async Task A_token_stays_with_its_card_and_its_connector_and_goes_with_the_card()
    {
        await CommitAsync(new Write.NewSavedCard(Card(1)), new Write.NewSavedCard(Card(2)), new Write.KeepToken(Site, 1, "cardgate-2", [5, 0, 5], Noon));
        await CommitAsync(new Write.KeepToken(Site, 1, "smart2pay-1", [6], Noon), new Write.KeepToken(Site, 1, "cardgate-2", [7, 7], Noon.AddHours(1)));

        Assert.Equal([7, 7], await Store.SavedCards.TokenAsync(Site, 1, "cardgate-2"));
        Assert.Equal([6], await Store.SavedCards.TokenAsync(Site, 1, "smart2pay-1"));
        Assert.Null(await Store.SavedCards.TokenAsync(Site, 2, "smart2pay-1"));
        Assert.Null(await Store.SavedCards.TokenAsync(Site + 1, 1, "smart2pay-1"));
        Assert.Equal(["cardgate-2", "smart2pay-1"], (await Store.SavedCards.FindAsync(Site, 1))!.TokensAt.Order());
        Assert.Equal(["cardgate-2", "smart2pay-1"], (await Store.SavedCards.OfShopperAsync(Site, "shopper-7", isTest: false, tokenLimit: 0, 10)).Single(c => c.Number == 1).TokensAt.Order());

        await CommitAsync(new Write.MoveSavedCard(Site, 1, SavedCardState.Active, SavedCardState.Removed));
        Assert.Null(await Store.SavedCards.TokenAsync(Site, 1, "cardgate-2"));
        Assert.Empty((await Store.SavedCards.FindAsync(Site, 1))!.TokensAt);

        // A provider that repeats itself later brings nothing back.
        await CommitAsync(new Write.KeepToken(Site, 1, "cardgate-2", [5], Noon), new Write.KeepToken(Site, 9, "cardgate-2", [5], Noon));
        Assert.Null(await Store.SavedCards.TokenAsync(Site, 1, "cardgate-2"));
        Assert.Null(await Store.SavedCards.TokenAsync(Site, 9, "cardgate-2"));
    }

    [Fact]
    public async Task Test_cards_and_live_cards_are_listed_apart()
    {
        await CommitAsync(new Write.NewSavedCard(Card(1)), new Write.NewSavedCard(Card(2) with { IsTest = true }));
        Assert.Equal([1], (await Store.SavedCards.OfShopperAsync(Site, "shopper-7", isTest: false, tokenLimit: 0, 10)).Select(c => c.Number));
        Assert.Equal([2], (await Store.SavedCards.OfShopperAsync(Site, "shopper-7", isTest: true, tokenLimit: 0, 10)).Select(c => c.Number));
        Assert.True((await Store.SavedCards.FindAsync(Site, 2))!.IsTest);
    }

    [Fact]
    public async Task A_public_id_finds_its_payment_and_no_other()
    {
        await CommitAsync(New(Payment(1)), new Write.NewPublicId("cgi_AAAA", Site, 1), New(Payment(2)), new Write.NewPublicId("cpi_aaaa", Site, 2));
        AssertSame(Payment(1), await Store.Payments.FindByPublicIdAsync("cgi_AAAA"));
        AssertSame(Payment(2), await Store.Payments.FindByPublicIdAsync("cpi_aaaa"));
        Assert.Null(await Store.Payments.FindByPublicIdAsync("cgi_aaaa"));
    }

    private async Task AddSitesAsync()
    {
        foreach (var site in new[] { Site, Site + 1 }) await Store.Merchants.AddAsync(new Merchant { Id = site, Name = "Shop" }, []);
    }
}
