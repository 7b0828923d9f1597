using System.Net;
using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.MoneySafety;

/// <summary>A shopper between the bank's page and another card: at most one charge lives (PAY-4).</summary>
public sealed class ChallengeTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Shopper _shopper = new(server.Checkout);

    [Fact]
    public async Task A_challenge_that_was_given_up_for_another_card_cannot_be_approved_any_more()
    {
        var reference = Orders.NewReference();
        var (page, bank) = await ChallengedAsync(reference);
        var form = await _shopper.PressAsync(await _shopper.OpenAsync(page), "use-other-card");
        Assert.True(form.Has("card-number"), form.Answer.ToString());
        await _shopper.PayAsync(form);

        var late = await _shopper.PostAsync(bank, [("decision", "approve")]);
        Assert.Equal(HttpStatusCode.OK, late.Status);
        Assert.False(late.Has("approve"));
        await LivesOnceAsync(reference, 9);
    }

    [Fact]
    public async Task While_the_challenge_is_open_no_other_card_is_charged()
    {
        var reference = Orders.NewReference();
        var first = await _shopper.OrderAsync(Orders.Hosted(reference));
        var second = await _shopper.OpenAsync(first.Address);
        var bank = (await _shopper.PayAsync(first, Orders.Challenged)).GoesTo!;

        var refused = await _shopper.PayAsync(second);
        Assert.True(refused.Has("use-other-card") && refused.Has("cancel"), refused.Answer.ToString());
        Assert.Empty(await server.Checkout.LedgerAsync(reference));

        await _shopper.DecideAsync(bank, "approve");
        await LivesOnceAsync(reference, 9);
    }

    [Fact]
    public async Task Approving_at_the_bank_while_the_shopper_takes_another_card_leaves_one_charge()
    {
        for (var round = 0; round < 24; round++)
        {
            var reference = Orders.NewReference();
            var (page, bank) = await ChallengedAsync(reference);
            var atBank = await _shopper.OpenAsync(page);
            await Task.WhenAll(_shopper.DecideAsync(bank, "approve"), PayOtherwiseAsync(atBank));

            // What the payment says is what the ledger holds, whoever was first; and when nobody was, the shopper goes on.
            var live = (await server.Checkout.LedgerAsync(reference)).Count(l => l is { Kind: "authorise", State: "approved" });
            Assert.Equal((await StatusAsync(reference) == 9 ? 1 : 0, round), (live, round));
            if (live == 0) await PayOtherwiseAsync(await _shopper.OpenAsync(page));
            await LivesOnceAsync(reference, 9);
        }
    }

    [Theory]
    [InlineData("refuse")]
    [InlineData("cancel")]
    public async Task After_a_no_at_the_bank_another_card_pays(string decision)
    {
        var reference = Orders.NewReference();
        var (_, bank) = await ChallengedAsync(reference);
        var form = await _shopper.DecideAsync(bank, decision);
        Assert.True(form.Has("declined") && form.Has("card-number"), form.Answer.ToString());
        await _shopper.PayAsync(form);
        await _shopper.PostAsync(bank, [("decision", "approve")]);
        await LivesOnceAsync(reference, 9);
    }

    [Fact]
    public async Task Coming_back_many_times_at_once_completes_once()
    {
        for (var round = 0; round < 12; round++)
        {
            var reference = Orders.NewReference();
            var (_, bank) = await ChallengedAsync(reference, capture: true);
            var back = (await _shopper.PostAsync(bank, [("decision", "approve")])).Location!;
            var answers = await DoubleSubmitTests.AtOnceAsync(16, i => i % 2 == 0 ? _shopper.OpenAsync(back) : ReturnByPostAsync(back));
            Assert.All(answers, answer => Assert.Equal($"{Orders.ReturnUrl}&data=2&MerchantTransactionID={reference}", answer.GoesTo));
            await LivesOnceAsync(reference, 11);
        }
    }

    [Fact]
    public async Task A_shopper_who_never_comes_back_has_paid_all_the_same()
    {
        var reference = Orders.NewReference();
        var (page, bank) = await ChallengedAsync(reference);
        await _shopper.PostAsync(bank, [("decision", "approve")]);
        await server.Checkout.AdvanceAsync(TimeSpan.FromMinutes(31));
        await RunningCheckout.EventuallyAsync(() => StatusAsync(reference), status => status == 9);
        Assert.Equal($"{Orders.ReturnUrl}&data=9&MerchantTransactionID={reference}", (await _shopper.OpenAsync(page)).Back);
        await LivesOnceAsync(reference, 9);
    }

    [Fact]
    public async Task Leaving_the_shop_while_at_the_bank_charges_nothing()
    {
        var reference = Orders.NewReference();
        var (page, bank) = await ChallengedAsync(reference);
        var over = await _shopper.PressAsync(await _shopper.OpenAsync(page), "cancel");
        Assert.Equal($"{Orders.ReturnUrl}&data=3&MerchantTransactionID={reference}", over.GoesTo);
        Assert.False((await _shopper.PostAsync(bank, [("decision", "approve")])).Has("approve"));
        Assert.Empty(await server.Checkout.LedgerAsync(reference));
        Assert.Equal(3, await StatusAsync(reference));
    }

    [Fact]
    public async Task A_card_sent_by_the_shops_server_is_authenticated_and_not_replaced()
    {
        var reference = Orders.NewReference();
        var payment = (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference).With("3DSecure", true).With("Capture", true))).Payment;
        Assert.Equal((1, "VISA-1111", true), ((int)payment["Status"]!["ID"]!, (string)payment["Card"]!["Number"]!, (bool)payment["3DSecure"]!));
        var page = await _shopper.OpenAsync((string)payment["RedirectURL"]!);
        Assert.Empty(await server.Checkout.LedgerAsync(reference));

        var over = await _shopper.DecideAsync(page.GoesTo!, "approve");
        Assert.Equal($"{Orders.ReturnUrl}&data=2&MerchantTransactionID={reference}", over.GoesTo);
        await LivesOnceAsync(reference, 11);
    }

    [Fact]
    public async Task A_bank_that_wants_the_shopper_after_all_sees_the_same_card_without_new_typing()
    {
        var reference = Orders.NewReference();
        var page = await _shopper.OrderAsync(Orders.Hosted(reference));
        var toBank = await _shopper.PayAsync(page, "4000000000003063");
        var form = toBank.Document.QuerySelector("form#submits")!;
        Assert.Equal(["MD", "PaReq", "TermUrl"], form.QuerySelectorAll("input[type=hidden]").Select(i => i.GetAttribute("name")!));
        await _shopper.DecideAsync(form.GetAttribute("action")!, "approve");
        Assert.Single(await server.Checkout.LedgerAsync(reference), l => l.State == "approved");
        Assert.Equal(9, await StatusAsync(reference));
    }

    [Fact]
    public async Task A_restart_while_the_shopper_is_at_the_bank_loses_nothing()
    {
        var directory = Directory.CreateTempSubdirectory("checkout-").FullName;
        var reference = Orders.NewReference();
        string page, bank;
        await using (var before = await RunningCheckout.StartAsync(directory: directory))
        {
            var shopper = new Shopper(before);
            var form = await shopper.OrderAsync(Orders.Hosted(reference));
            page = form.Action("card");
            bank = new Uri((await shopper.PayAsync(form, Orders.Challenged)).GoesTo!).PathAndQuery;
        }

        await using (var after = await RunningCheckout.StartAsync(directory: directory))
        {
            var shopper = new Shopper(after);
            Assert.True((await shopper.OpenAsync(page)).Has("use-other-card"));
            var back = (await shopper.PostAsync(bank, [("decision", "approve")])).Location!;

            // The bank was told the address before the restart; only the port is another one.
            var over = await shopper.OpenAsync(new Uri(back).PathAndQuery);
            Assert.Equal($"{Orders.ReturnUrl}&data=9&MerchantTransactionID={reference}", over.GoesTo);
            Assert.Single(await after.LedgerAsync(reference));
        }

        Directory.Delete(directory, recursive: true);
    }

    private async Task<(string Page, string Bank)> ChallengedAsync(string reference, bool capture = false)
    {
        var page = await _shopper.OrderAsync(Orders.Hosted(reference).With("Capture", capture));
        return (page.Action("card"), (await _shopper.PayAsync(page, Orders.Challenged)).GoesTo!);
    }

    private async Task<ShownPage> ReturnByPostAsync(string back) => await _shopper.FollowAsync(await _shopper.PostAsync(back, [("anything", "x")]));

    private async Task PayOtherwiseAsync(ShownPage atBank)
    {
        var form = atBank.Has("use-other-card") ? await _shopper.PressAsync(atBank, "use-other-card") : atBank;
        if (form.Has("card-number")) await _shopper.PayAsync(form);
    }

    private async Task<int> StatusAsync(string reference) =>
        (int)(await server.Checkout.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]!.AsArray().Single()!["Status"]!["ID"]!;

    private async Task LivesOnceAsync(string reference, int status)
    {
        var ledger = await server.Checkout.LedgerAsync(reference);
        Assert.Single(ledger, l => l is { Kind: "authorise", State: "approved" });
        Assert.Equal(status, await RunningCheckout.EventuallyAsync(() => StatusAsync(reference), s => s == status));
    }
}
