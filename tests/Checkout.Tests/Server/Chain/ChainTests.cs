using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Cards = Checkout.Tests.Server.Chain.ChainShopper.Cards;

namespace Checkout.Tests.Server.Chain;

/// <summary>The first Checkout as a client of the second, in every mode: what shopper and merchant get, and what both books say.</summary>
public sealed class ChainTests(AllChains chains) : IClassFixture<AllChains>
{
    public static TheoryData<ProviderMode> All => ProviderModes.All;

    public static TheoryData<ProviderMode> Ours => ProviderModes.Ours;

    public static TheoryData<ProviderMode> Theirs => ProviderModes.Theirs;

    [Theory, MemberData(nameof(All))]
    public async Task A_card_is_typed_once_and_pays_by_its_code_from_then_on(ProviderMode mode)
    {
        var (chain, shopper, reference) = Begin(mode);
        IsPaid(await shopper.PaysAsync(await shopper.OrdersAsync(reference, reference)));
        await chain.BooksAgreeAsync(reference);

        // Where only the provider sees the card, its token may come a moment after the money.
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), paid => paid.ShowToken);
        foreach (var again in new[] { reference + "-2", reference + "-3" })
        {
            IsPaid(await shopper.PaysByCodeAsync(await shopper.OrdersAsync(again, reference)));
            await chain.BooksAgreeAsync(again);
            Assert.Equal((await chain.PaymentAsync(reference)).SavedCard, (await chain.PaymentAsync(again)).SavedCard);
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task A_bank_two_redirects_deep_is_passed(ProviderMode mode)
    {
        foreach (var card in new[] { Cards.Challenged, Cards.ChallengedByPost })
        {
            var (chain, shopper, reference) = Begin(mode);
            var bank = await shopper.PaysAsync(await shopper.OrdersAsync(reference), card);
            Assert.Empty(await chain.LedgerAsync(reference));
            IsPaid(await shopper.DecidesAsync(bank, "approve"));
            await chain.BooksAgreeAsync(reference);
        }
    }

    [Theory, MemberData(nameof(All))]
    public async Task After_a_refusal_another_card_pays(ProviderMode mode)
    {
        var (chain, shopper, reference) = Begin(mode);
        var refused = await shopper.PaysAsync(await shopper.OrdersAsync(reference), Cards.Bad);
        Assert.True(refused.Has("declined") && refused.Has("card-number"), refused.Answer.ToString());
        IsPaid(await shopper.TypesAsync(refused, Cards.Good));
        await chain.BooksAgreeAsync(reference);
    }

    [Theory, MemberData(nameof(Theirs))]
    public async Task Giving_up_at_the_provider_leads_back_to_a_page_that_says_so(ProviderMode mode)
    {
        var (chain, shopper, reference) = Begin(mode);
        var back = await shopper.PressesAsync(await shopper.ToTheFormAsync(await shopper.OrdersAsync(reference)), "cancel");
        Assert.StartsWith(chain.First.Address, back.Address, StringComparison.Ordinal);
        Assert.Contains("You did not finish at the payment provider.", back.Element("declined").TextContent, StringComparison.Ordinal);
        await chain.BooksAgreeAsync(reference);

        IsPaid(await shopper.PaysAsync(back));
        await chain.BooksAgreeAsync(reference);
    }

    [Theory, MemberData(nameof(Theirs))]
    public async Task A_shopper_who_never_comes_back_has_paid_all_the_same(ProviderMode mode)
    {
        var (chain, shopper, reference) = Begin(mode);
        var form = await shopper.ToTheFormAsync(await shopper.OrdersAsync(reference, reference));
        await shopper.VanishesAsync(form);

        var paid = await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p is { Status: PaymentStatus.Captured, ShowToken: true });
        Assert.NotNull(paid.SavedCard);
        await chain.BooksAgreeAsync(reference);
    }

    [Theory, MemberData(nameof(Theirs))]
    public async Task A_shopper_who_goes_back_is_told_to_finish_there(ProviderMode mode)
    {
        var (chain, shopper, reference) = Begin(mode);
        var page = await shopper.OrdersAsync(reference);
        var there = await shopper.ToTheFormAsync(page);
        var here = await new Shopper(chain.First).OpenAsync((await chain.First.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]![0]!["RedirectURL"]!.GetValue<string>());
        Assert.True(here.Has("continue") || here.GoesTo is not null, here.Answer.ToString());

        IsPaid(await shopper.TypesAsync(there, Cards.Good));
        await chain.BooksAgreeAsync(reference);
    }

    [Theory, MemberData(nameof(All))]
    public async Task The_merchant_charges_the_kept_card_alone_and_gives_part_of_it_back(ProviderMode mode)
    {
        var (chain, shopper, reference) = Begin(mode);
        IsPaid(await shopper.PaysAsync(await shopper.OrdersAsync(reference, reference)));
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.ShowToken);
        var token = (await ReadAsync(chain, reference))["CreditCardToken"]!["Value"]!.GetValue<string>();

        // Again and again, although no shopper is named: what the provider answers must not spoil what is kept.
        var alone = await chain.First.PostAsync("/v1/payments", Orders.ByToken(reference + "-alone", token).With("Capture", true));
        Assert.True(alone.StatusId == 11, alone.ToString());
        foreach (var shopperNamed in new[] { null, "another-shopper" })
        {
            var again = await chain.First.PostAsync("/v1/payments", Orders.ByToken(Orders.NewReference("alone"), token).With("Capture", true).With("Customer.MerchantCustomerID", shopperNamed));
            Assert.True(again.StatusId == 11, again.ToString());
        }

        IsPaid(await shopper.PaysByCodeAsync(await shopper.OrdersAsync(reference + "-page", reference)));
        var refund = await chain.First.PostAsync($"/v1/payments/{alone.Payment["ID"]}/refunds", Orders.Refund(reference + "-back", 1000));
        Assert.True(refund.Status == HttpStatusCode.Created && refund.Json!["Refund"]!["Status"]!["ID"]!.GetValue<int>() == 2, refund.ToString());
        await chain.BooksAgreeAsync(reference + "-alone");
        Assert.Equal(1000, (await chain.PaymentAsync(reference + "-alone")).RefundedMinor);
    }

    [Theory, MemberData(nameof(Theirs))]
    public async Task A_card_sent_by_the_merchant_goes_nowhere_where_the_shopper_types_it(ProviderMode mode)
    {
        var (chain, _, reference) = Begin(mode);
        var before = chain.Line.Passed.Count(p => p.Method == "POST");
        var refused = await chain.First.PostAsync("/v1/payments", Orders.Direct(reference).With("Capture", true));
        Assert.Equal((HttpStatusCode.BadRequest, 101), (refused.Status, refused.Codes.Single()));
        Assert.Equal(before, chain.Line.Passed.Count(p => p.Method == "POST"));
    }

    [Fact]
    public async Task Money_is_not_held_where_the_provider_takes_it_at_once()
    {
        var chain = chains[ProviderMode.CardgateTheirs];
        var refused = await chain.First.PostAsync("/v1/payments", Orders.Hosted(Orders.NewReference("hold")).With("Capture", false));
        Assert.Equal((HttpStatusCode.BadRequest, 101), (refused.Status, refused.Codes.Single()));
    }

    [Fact]
    public async Task Held_money_is_taken_or_let_go_at_the_provider()
    {
        var chain = chains[ProviderMode.Smart2PayOurs];
        var (taken, released) = (Orders.NewReference("held"), Orders.NewReference("held"));
        foreach (var (reference, action) in new[] { (taken, "capture?amount=1000"), (released, "cancel") })
        {
            var held = await chain.First.PostAsync("/v1/payments", Orders.Direct(reference));
            Assert.True(held.StatusId == 9, held.ToString());
            var done = await chain.First.PostAsync($"/v1/payments/{held.Payment["ID"]}/{action}");
            Assert.True(done.Status == HttpStatusCode.OK, done.ToString());
        }

        Assert.Equal("authorise approved 2599, capture approved 1000", await BooksAsync(chain, taken));
        Assert.Equal("authorise voided 2599, void approved 2599", await BooksAsync(chain, released));
    }

    private (ChainedCheckout Chain, ChainShopper Shopper, string Reference) Begin(ProviderMode mode) =>
        (chains[mode], new ChainShopper(chains[mode]), Orders.NewReference("chain"));

    private static async Task<string> BooksAsync(ChainedCheckout chain, string reference) =>
        string.Join(", ", (await chain.LedgerAsync(reference)).Select(l => $"{l.Kind} {l.State} {l.Amount}"));

    private static async Task<JsonNode> ReadAsync(ChainedCheckout chain, string reference) =>
        (await chain.First.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]![0]!;

    private static void IsPaid(ShownPage page)
    {
        Assert.True(page.Has("result"), page.Answer.ToString());
        Assert.StartsWith("https://shop.example/back?o=7&data=2", page.GoesTo, StringComparison.Ordinal);
    }
}
