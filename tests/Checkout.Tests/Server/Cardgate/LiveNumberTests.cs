using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Core.Providers;
using Checkout.Core.Upstream;
using Checkout.Tests.Server.Chain;
using Checkout.Tests.Server.Starting;
using Checkout.Web.Hosting.Providers;
using Microsoft.Extensions.DependencyInjection;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>The published test numbers in earnest: they are refused before anything goes to a provider (<c>spec/cardgate.md</c> §18).</summary>
public sealed class LiveNumberTests : IAsyncLifetime
{
    private const int Site = 2100;

    private static readonly string Account = Merchants.CardgateAccountOf(Site);
    private static readonly string Key = $"{Account}:cardgate-key-{Site}";

    private readonly string _folder = Directory.CreateTempSubdirectory("checkout-live-").FullName;
    private RunningCheckout _checkout = null!;
    private Line _line = null!;
    private CardgateShop _shop = null!;

    public static TheoryData<string> Published => [ThreeDSecure, Approved, DeclinedAfter3ds, Declined];

    public async Task InitializeAsync()
    {
        _checkout = await RunningCheckout.StartAsync(["Sandbox:Enabled=false", .. TestCertificate.Earnest(_folder)]);
        _line = await Line.OpenAsync(_checkout.Address);
        _shop = new CardgateShop(_checkout);
        await _checkout.AddMerchantAsync(Site, new MerchantSettings { Cardgate = [new CardgateAccount(Account, H2H: true, Instant: false)] }, isSandbox: false);
        var secrets = _checkout.Services.GetRequiredService<ProviderSecrets>();
        await _checkout.Services.GetRequiredService<IProviderStore>().AddAsync(new ProviderAccount
        {
            Merchant = Site, Number = 0, Kind = ProviderKind.Cardgate, Url = _line.Address, Account = Account, Entry = CardEntry.Ours,
            SealedKey = secrets.SealKey(Site, "key"), SealedSecret = secrets.SealSecret(Site, "secret"),
        });
        await _checkout.Services.GetRequiredService<ProviderRegister>().RefreshAsync();
    }

    public async Task DisposeAsync()
    {
        await _checkout.DisposeAsync();
        await _line.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Theory, MemberData(nameof(Published))]
    public async Task A_sale_with_one_is_refused_and_sent_nowhere(string number)
    {
        var invoice = await LiveAsync();
        var sold = await _shop.SellAsync(invoice, Card(number));
        Assert.Equal(["422 invalid /data/attributes/card_number"], Faults(sold));
        Assert.Contains("is a number for tests", (string?)sold.Json!["errors"]![0]!["detail"], StringComparison.Ordinal);
        Assert.Empty(_line.Passed);

        // The session is not used up by it.
        await _shop.SellAsync(invoice, Card("5555555555554444"));
        Assert.NotEmpty(_line.Passed);
    }

    [Theory, MemberData(nameof(Published))]
    public async Task On_the_page_one_is_refused_in_words_and_sent_nowhere(string number)
    {
        var shopper = new Shopper(_checkout);
        var page = await shopper.OpenAsync(new Uri((string)Attributes(await LiveAsync())["flow_data"]!["action"]!).AbsolutePath);
        var refused = await shopper.PostAsync(page, "card", Shopper.Typed(number));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("This number is for tests only", refused.Text, StringComparison.Ordinal);
        Assert.Empty(_line.Passed);

        await shopper.PostAsync(refused, "card", Shopper.Typed("5555555555554444"));
        Assert.NotEmpty(_line.Passed);
    }

    private async Task<Answer> LiveAsync()
    {
        var invoice = await _shop.CreateAsync(Invoice().And("test_mode", false), Key);
        Assert.False((bool)Attributes(invoice)["test_mode"]!);
        return invoice;
    }
}
