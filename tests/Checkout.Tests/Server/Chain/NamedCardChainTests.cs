using Checkout.Core.Payments;
using Checkout.Core.Providers;
using Checkout.Core.Upstream;
using Checkout.Tests.Server.Cardgate;
using Checkout.Web.Hosting.Providers;
using Checkout.Web.Pages.Pay.Words;
using Checkout.Web.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Chain;

/// <summary>A card that an invoice names and only one provider knows, beside another provider that takes new payments (<c>spec/cardgate.md</c> §9).</summary>
public sealed class NamedCardChainTests : IAsyncLifetime
{
    private ChainedCheckout _chain = null!;

    private CardgateShop Shop => new(_chain.First);

    private Shopper Shopper => new(_chain.First);

    public async Task InitializeAsync() => _chain = await ChainedCheckout.StartAsync(ProviderMode.CardgateTheirs);

    public async Task DisposeAsync() => await _chain.DisposeAsync();

    [Fact]
    public async Task Another_card_in_its_place_is_typed_where_new_ones_are()
    {
        var token = await KeptThereAsync();
        await _chain.AddAccountAsync(CardEntry.Ours, order: -1);
        var invoice = await Shop.CreateAsync(ByToken(token));
        var given = await OpenPageAsync(invoice, Shopper);
        Assert.Equal((true, false), (given.Has("typed-elsewhere"), given.Has("security-code")));

        var whole = await Shopper.OpenAsync(given.Element("use-other-card").GetAttribute("href")!);
        Assert.Equal((false, true, true), (whole.Has("typed-elsewhere"), whole.Has("card-number"), whole.Has("use-saved-card")));
        await Shopper.PayAsync(whole, ChainShopper.Cards.Good);
        await IsPaidAsync(invoice, "cardgate-2");
    }

    [Fact]
    public async Task Where_its_provider_is_retired_the_whole_form_says_so_even_if_no_other_card_may_pay()
    {
        var token = await KeptThereAsync();
        await _chain.AddAccountAsync(CardEntry.Ours, order: 1);
        await _chain.First.ChangeAsync(SandboxMerchant.Site, s => s with { OtherCard = false });
        var invoice = await Shop.CreateAsync(ByToken(token));
        Assert.False((await OpenPageAsync(invoice, Shopper)).Has("use-other-card"));

        await _chain.First.Services.GetRequiredService<IProviderStore>().RetireAsync(SandboxMerchant.Site, 1, isRetired: true);
        await _chain.First.Services.GetRequiredService<ProviderRegister>().RefreshAsync();
        var lost = await OpenPageAsync(invoice, Shopper);
        Assert.Equal((true, false, false), (lost.Has("card-number"), lost.Has("use-saved-card"), lost.Has("typed-elsewhere")));
        Assert.Equal(Languages.Find("en")!.LostCards.Removed, lost.Element("card-lost").TextContent.Trim());
        await Shopper.PayAsync(lost, ChainShopper.Cards.Good);
        await IsPaidAsync(invoice, "cardgate-2");
    }

    /// <summary>A card whose number only the provider has, and we a word for it.</summary>
    private async Task<string> KeptThereAsync()
    {
        var (shopper, invoice) = (new ChainShopper(_chain), await Shop.CreateAsync(Tokenized()));
        await shopper.PaysAsync(await shopper.OpensAsync((string)Attributes(invoice)["flow_data"]!["action"]!));
        var reference = (string)Attributes(invoice)["reference_id"]!;
        await CheckoutClient.EventuallyAsync(() => _chain.PaymentAsync(reference, Dialect.Cardgate), p => p.ShowToken);
        return (string)Attributes(await Shop.GetAsync("/payment-invoices/" + Id(invoice)))["payload"]!["token"]!;
    }

    private async Task IsPaidAsync(Answer invoice, string connector)
    {
        var reference = (string)Attributes(invoice)["reference_id"]!;
        var paid = await CheckoutClient.EventuallyAsync(() => _chain.PaymentAsync(reference, Dialect.Cardgate), p => p.Status == PaymentStatus.Captured);
        Assert.Equal(connector, (await _chain.Payments.AttemptsAsync(paid.Merchant, paid.Number))[^1].Connector);
        await _chain.BooksAgreeAsync(reference, Dialect.Cardgate);
    }
}
