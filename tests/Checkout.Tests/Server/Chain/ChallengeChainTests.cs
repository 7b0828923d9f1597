using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Tests.Server.Cardgate;
using Cards = Checkout.Tests.Server.Chain.ChainShopper.Cards;

namespace Checkout.Tests.Server.Chain;

/// <summary>A provider whose bank speaks the second 3-D Secure: whatever names it has, the shopper takes them along, and what it tells is told on.</summary>
public sealed class ChallengeChainTests(ChallengeChainTests.SecondGeneration chains) : IClassFixture<ChallengeChainTests.SecondGeneration>
{
    private const int Site = 1010;
    private const string Verified = """[{"type":"3ds","details":{"eci":"02","version":"2"}}]""";

    public static TheoryData<ProviderMode> All => ProviderModes.All;

    [Theory, MemberData(nameof(All))]
    public async Task The_shopper_passes_the_bank_and_only_a_provider_that_tells_of_it_is_quoted(ProviderMode mode)
    {
        var (chain, reference) = (chains[mode], Orders.NewReference("asked"));
        var shopper = new ChainShopper(chain);
        var bank = await shopper.PaysAsync(await shopper.OrdersAsync(reference), Cards.ChallengedByPost);
        Assert.Empty(await chain.LedgerAsync(reference));
        Assert.StartsWith("https://shop.example/back?o=7&data=2", (await shopper.DecidesAsync(bank, "approve")).GoesTo, StringComparison.Ordinal);
        await chain.BooksAgreeAsync(reference);

        var payment = await chain.PaymentAsync(reference);
        var read = CardgateShop.Attributes(await new CardgateShop(chain.First).GetAsync($"/payment-invoices/{payment.Number}"));
        // The Smart2Pay protocol does not say it, so nothing is said of it.
        var tells = mode is ProviderMode.CardgateOurs or ProviderMode.CardgateTheirs;
        Assert.Equal(tells ? new PassedChallenge("02", "2") : null, payment.Challenge);
        Assert.Equal(tells ? Verified : "[]", read["payload"]!["payment_card"]!["verification"]!.ToJsonString());
    }

    [Fact]
    public async Task A_merchants_server_gets_the_banks_own_names_through_both_checkouts()
    {
        var (chain, shop) = (chains[ProviderMode.CardgateOurs], new CardgateShop(chains[ProviderMode.CardgateOurs].First));
        var invoice = await shop.CreateAsync(CardgateShop.Invoice().And("return_url", Orders.ReturnUrl), CardgateShop.H2H);
        var payload = (await shop.SellAsync(invoice, CardgateShop.Card(CardgateShop.ThreeDSecure))).Json!["auth_payload"]!;
        Assert.Equal(["creq", "threeDSSessionData"], payload["params"]!.AsObject().Select(p => p.Key));
        Assert.StartsWith(chain.Second.Address, (string)payload["action"]!, StringComparison.Ordinal);

        var (shopper, fields) = (new Shopper(chain.Second), payload["params"]!.AsObject().Select(p => (p.Key, (string)p.Value!)).ToArray());
        var (answer, brings) = await shopper.PressesAtBankAsync(await shopper.PostAsync((string)payload["action"]!, fields), "approve");
        Assert.Equal(HttpStatusCode.TemporaryRedirect, answer.Status);
        Assert.StartsWith(chain.Second.Address, answer.Location, StringComparison.Ordinal);

        // What the provider's bank gave belongs to the provider: here the way back comes without it, and with it as well.
        var back = await new ChainShopper(chain).TravelsAsync(await shopper.PostAsync(answer.Location!, brings));
        Assert.Equal(Orders.ReturnUrl, back.GoesTo);
        var read = CardgateShop.Attributes(await shop.GetAsync("/payment-invoices/" + CardgateShop.Id(invoice)));
        Assert.Equal(("processed", Verified), ((string?)read["status"], read["payload"]!["payment_card"]!["verification"]!.ToJsonString()));
        await chain.BooksAgreeAsync((string)CardgateShop.Attributes(invoice)["reference_id"]!, Dialect.Cardgate);
    }

    [Fact]
    public async Task What_comes_back_from_a_providers_bank_is_not_held_against_our_own_words()
    {
        var (chain, shop) = (chains[ProviderMode.CardgateOurs], new CardgateShop(chains[ProviderMode.CardgateOurs].First));
        var invoice = await shop.CreateAsync(CardgateShop.Invoice().And("return_url", Orders.ReturnUrl), CardgateShop.H2H);
        await shop.SellAsync(invoice, CardgateShop.Card(CardgateShop.ThreeDSecure));
        var reference = (string)CardgateShop.Attributes(invoice)["reference_id"]!;
        var back = chain.First.Services.GetService(typeof(ChargeTools)) is ChargeTools tools ? tools.ReturnUrlOf(await chain.PaymentAsync(reference, Dialect.Cardgate), hidesCards: false) : "";
        var came = await new Shopper(chain.First).PostAsync(back, [("PaRes", "eJxVUdtu"), ("MD", "of-theirs"), ("more", new string('A', 20_000))]);
        Assert.Equal(HttpStatusCode.SeeOther, came.Status);
        Assert.Equal(PaymentStatus.AwaitingShopper, (await chain.PaymentAsync(reference, Dialect.Cardgate)).Status);
        Assert.Empty(await chain.LedgerAsync(reference, Dialect.Cardgate));
    }

    /// <summary>Chains whose provider asks in the words of the second generation.</summary>
    public sealed class SecondGeneration : IAsyncLifetime
    {
        private readonly AllChains _all = new();

        public ChainedCheckout this[ProviderMode mode] => _all[mode];

        public async Task InitializeAsync()
        {
            await _all.InitializeAsync();
            foreach (var mode in Enum.GetValues<ProviderMode>()) await _all[mode].Second.ChangeAsync(Site, s => s with { Challenges = ChallengeShape.Second });
        }

        public Task DisposeAsync() => _all.DisposeAsync();
    }
}
