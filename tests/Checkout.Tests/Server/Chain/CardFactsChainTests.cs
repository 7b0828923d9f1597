using System.Text.Json.Nodes;
using Checkout.Tests.Server.Cardgate;
using static Checkout.Tests.Server.Cardgate.CardgateShop;
using Cards = Checkout.Tests.Server.Chain.ChainShopper.Cards;

namespace Checkout.Tests.Server.Chain;

/// <summary>What a provider tells of a card and of its bank's approval arrives here, as far as its protocol has words for it.</summary>
public sealed class CardFactsChainTests(AllChains chains) : IClassFixture<AllChains>
{
    private const string Bank = "FIRST DATA CORPORATION";

    public static TheoryData<ProviderMode> All => ProviderModes.All;

    [Theory, MemberData(nameof(All))]
    public async Task It_is_told_on_and_kept_with_the_card(ProviderMode mode)
    {
        var (chain, shopper, reference) = (chains[mode], new ChainShopper(chains[mode]), Orders.NewReference("facts"));
        await shopper.PaysAsync(await shopper.OrdersAsync(reference, reference), Cards.Good);
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), paid => paid.ShowToken);

        var tells = mode is ProviderMode.CardgateOurs or ProviderMode.CardgateTheirs;
        var read = await ReadAsync(chain, reference);
        var there = Attributes(await new CardgateShop(chain.Second).GetAsync($"/payment-invoices/{await ThereAsync(chain, mode, reference)}"));
        Assert.Matches("^[0-9A-Z]{6}$", (string?)there["approval_code"]);
        Assert.Equal(tells ? (string?)there["approval_code"] : null, (string?)read["approval_code"]);
        Assert.Equal((tells ? "DEBIT" : null, tells ? Bank : null, "US"), Of(read));

        var face = (await chain.CardAsync(reference)).Face;
        Assert.Equal((tells ? "DEBIT" : null, tells ? Bank : null, "US"), (face.Type, face.IssuerName, face.IssuingCountry));
        await shopper.PaysByCodeAsync(await shopper.OrdersAsync(reference + "-again", reference));
        Assert.Equal(Of(read), Of(await ReadAsync(chain, reference + "-again")));
    }

    [Theory, MemberData(nameof(All))]
    public async Task After_a_visit_to_the_bank_too(ProviderMode mode)
    {
        var (chain, shopper, reference) = (chains[mode], new ChainShopper(chains[mode]), Orders.NewReference("asked"));
        await shopper.DecidesAsync(await shopper.PaysAsync(await shopper.OrdersAsync(reference, reference), Cards.ChallengedByPost), "approve");
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), paid => paid.ShowToken);
        var tells = mode is ProviderMode.CardgateOurs or ProviderMode.CardgateTheirs;
        Assert.Equal((tells ? "CREDIT" : null, tells ? Bank : null, "US"), Of(await ReadAsync(chain, reference)));
        Assert.Equal(tells ? Bank : null, (await chain.CardAsync(reference)).Face.IssuerName);
    }

    private static async Task<JsonNode> ReadAsync(ChainedCheckout chain, string reference) =>
        Attributes(await new CardgateShop(chain.First).GetAsync($"/payment-invoices/{(await chain.PaymentAsync(reference)).Number}"));

    /// <summary>The provider's own number of the charge.</summary>
    private static async Task<string> ThereAsync(ChainedCheckout chain, ProviderMode mode, string reference)
    {
        var charge = (await chain.AttemptAsync(reference)).Reference;
        return mode is ProviderMode.CardgateOurs or ProviderMode.CardgateTheirs
            ? (string)(await new CardgateShop(chain.Second).GetAsync($"/payment-invoices?filter[reference_id]={charge}")).Json!["data"]![0]!["id"]!
            : $"{(await chain.Second.GetAsync($"/v1/payments?merchantTransactionID={charge}")).Json!["Payments"]![0]!["ID"]}";
    }

    private static (string? Type, string? Bank, string? Country) Of(JsonNode invoice)
    {
        var card = invoice["payload"]!["payment_card"]!;
        return ((string?)card["type"], (string?)card["issuer_name"], (string?)card["issuer_country"]);
    }
}
