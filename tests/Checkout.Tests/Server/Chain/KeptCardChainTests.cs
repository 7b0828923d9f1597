using System.Text.Json.Nodes;
using Checkout.Core.Payments;
using Checkout.Tests.Server.Cardgate;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Chain;

/// <summary>What a provider of this protocol gets to know of a card that was kept, and what its word for the card does here.</summary>
public sealed class KeptCardChainTests(KeptCardChainTests.Both chains) : IClassFixture<KeptCardChainTests.Both>
{
    public static TheoryData<ProviderMode> Each => new([ProviderMode.CardgateOurs, ProviderMode.CardgateTheirs]);

    [Theory, MemberData(nameof(Each))]
    public async Task A_charge_by_the_merchant_alone_refers_to_the_shoppers_first_one(ProviderMode mode)
    {
        var (chain, shopper, reference) = (chains[mode], new ChainShopper(chains[mode]), Orders.NewReference("first"));
        await shopper.PaysAsync(await shopper.OrdersAsync(reference, reference));
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), paid => paid.ShowToken);
        var first = await chain.AttemptAsync(reference);
        var token = (string)(await chain.First.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]![0]!["CreditCardToken"]!["Value"]!;

        await shopper.PaysByCodeAsync(await shopper.OrdersAsync(reference + "-code", reference));
        Assert.Equal((null, null, null), NotesOf(await MetadataAsync(chain, reference)));
        Assert.Equal((null, null, null), NotesOf(await MetadataAsync(chain, reference + "-code")));
        foreach (var alone in new[] { reference + "-1", reference + "-2" })
        {
            Assert.Equal(11, (await chain.First.PostAsync("/v1/payments", Orders.ByToken(alone, token).With("Capture", true))).StatusId);
            Assert.StartsWith("cpi_", first.UpstreamId, StringComparison.Ordinal);
            Assert.Equal(("merchant", first.Reference, first.UpstreamId), NotesOf(await MetadataAsync(chain, alone)));
        }
    }

    [Theory, MemberData(nameof(Each))]
    public async Task The_same_card_is_one_token_here_and_there(ProviderMode mode)
    {
        var (chain, shopper, customer) = (chains[mode], new ChainShopper(chains[mode]), Orders.NewReference("same"));
        List<string> tokens = [];
        for (var i = 0; i < 2; i++)
        {
            var invoice = await new CardgateShop(chain.First).CreateAsync(Tokenized(customer));
            var page = await shopper.OpensAsync((string)Attributes(invoice)["flow_data"]!["action"]!);
            // The second time both would offer the card that they know.
            var form = await AnotherAsync(shopper, await shopper.ToTheFormAsync(await AnotherAsync(shopper, page)));
            await shopper.TypesAsync(form, ChainShopper.Cards.Good);
            var reference = (string)Attributes(invoice)["reference_id"]!;
            var paid = await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference, Dialect.Cardgate), p => p.ShowToken);
            await chain.BooksAgreeAsync(reference, Dialect.Cardgate);
            tokens.Add((string)Attributes(await new CardgateShop(chain.First).GetAsync("/payment-invoices/" + Id(invoice)))["payload"]!["token"]!);
        }

        Assert.Equal(tokens[0], tokens[1]);
        var instant = await new CardgateShop(chain.First).CreateAsync(Instant(tokens[1], customer), H2H);
        Assert.Equal("processed", (string?)(await new CardgateShop(chain.First).SellAsync(instant, new JsonObject())).Json!["status"]);
    }

    private static async Task<ShownPage> AnotherAsync(ChainShopper shopper, ShownPage page) =>
        page.Has("use-other-card") ? await shopper.OpensAsync(page.Leads(page.Element("use-other-card").GetAttribute("href")!)) : page;

    /// <summary>What the provider keeps with its invoice of the last attempt at a payment.</summary>
    private static async Task<JsonNode> MetadataAsync(ChainedCheckout chain, string reference)
    {
        var found = await new CardgateShop(chain.Second).GetAsync($"/payment-invoices?filter[reference_id]={(await chain.AttemptAsync(reference)).Reference}");
        return Assert.Single(found.Json!["data"]!.AsArray())!["attributes"]!["metadata"]!;
    }

    private static (string? By, string? Reference, string? Id) NotesOf(JsonNode metadata) =>
        ((string?)metadata["initiated_by"], (string?)metadata["first_reference_id"], (string?)metadata["first_payment_id"]);

    public sealed class Both() : Chains(ProviderMode.CardgateOurs, ProviderMode.CardgateTheirs);
}
