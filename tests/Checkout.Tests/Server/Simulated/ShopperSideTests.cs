using System.Net;

namespace Checkout.Tests.Server.Simulated;

/// <summary>What each scenario looks like to a shopper on the page, and that a second try never makes a second charge. The reference names the scenario.</summary>
public sealed class ShopperSideTests(SandboxServer server) : IClassFixture<SandboxServer>, IAsyncLifetime
{
    private readonly Shopper _shopper = new(server.Checkout);
    private ScenarioShop _shop = null!;

    public async Task InitializeAsync() => _shop = await ScenarioShop.OpenAsync(server.Checkout);

    public async Task DisposeAsync() => await _shop.DisposeAsync();

    [Theory]
    [InlineData("approve-after-5", 6)]
    [InlineData("lost-reply", 0)]
    [InlineData("reset-after-charge", 4)]
    [InlineData("error-after-charge", 0)]
    [InlineData("unreadable-answer", 0)]
    [InlineData("late-charge", 21)]
    public async Task While_nobody_knows_the_page_says_so_and_then_goes_on_to_the_shop(string scenario, int after)
    {
        var (reference, form) = await _shop.OpenPageAsync(_shopper, scenario);
        var waiting = await _shopper.PayAsync(form);
        IsBeingChecked(waiting);

        // Going back and paying again does not pay again.
        await _shopper.PayAsync(form);
        if (after > 0) await _shop.HearsAsync(reference, 7);
        await PassAsync(after);
        await _shop.HearsAsync(reference, 7, 11);
        Assert.Equal(Back(reference, 2), (await _shopper.OpenAsync(waiting.Address)).GoesTo);
        Assert.Equal(Story.Paid, await _shop.LedgerAsync(reference));
    }

    [Theory]
    [InlineData("decline-after-5", 6, "Your bank declined the payment", "authorise declined 2599 EUR, ")]
    [InlineData("reset-before-charge", 95, "We could not reach the bank. You have not been charged", "")]
    [InlineData("too-late-charge", 95, "We could not reach the bank. You have not been charged", "")]
    public async Task When_nothing_was_charged_the_shopper_may_try_again_and_gets_through(string scenario, int after, string saying, string before)
    {
        var (reference, form) = await _shop.OpenPageAsync(_shopper, scenario);
        var waiting = await _shopper.PayAsync(form);
        IsBeingChecked(waiting);

        await _shop.HearsAsync(reference, 7);
        await PassAsync(after);
        var again = await RunningCheckout.EventuallyAsync(() => _shopper.OpenAsync(waiting.Address), page => page.Has("card-number"));
        Assert.Contains(saying, again.Element("declined").TextContent, StringComparison.Ordinal);
        Assert.Equal(Back(reference, 2), (await _shopper.PayAsync(again)).GoesTo);
        await PassAsync(120);
        await _shop.HearsAsync(reference, 7, 11);
        Assert.Equal(before + Story.Paid, await _shop.LedgerAsync(reference));
    }

    [Theory]
    [InlineData("wrong-amount", "2699 EUR")]
    [InlineData("wrong-currency", "2599 USD")]
    public async Task A_charge_of_another_sum_stops_the_payment_until_an_operator_has_looked(string scenario, string charged)
    {
        var (reference, form) = await _shop.OpenPageAsync(_shopper, scenario);
        var over = await _shopper.PayAsync(form);
        Assert.Equal("Your payment is being checked", over.Element("result").TextContent);
        await _shopper.PayAsync(form);
        await _shop.HearsAsync(reference, 14);
        Assert.Equal($"authorise approved {charged}, capture approved {charged}", await _shop.LedgerAsync(reference));
    }

    [Fact]
    public async Task A_part_of_the_money_is_given_back_and_another_card_pays_the_whole()
    {
        var (reference, form) = await _shop.OpenPageAsync(_shopper, "partial-approval");
        var again = await _shopper.PayAsync(form);
        Assert.Contains("only a part of the amount, and that part is given back", again.Element("declined").TextContent, StringComparison.Ordinal);
        Assert.Equal(Back(reference, 2), (await _shopper.PayAsync(again)).GoesTo);
        await RunningCheckout.EventuallyAsync(() => _shop.LedgerAsync(reference), ledger => ledger.Contains("refund approved 1300 EUR", StringComparison.Ordinal));
        Assert.Contains(Story.Paid, await _shop.LedgerAsync(reference), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_challenge_that_was_abandoned_leaves_the_page_open_for_another_card()
    {
        var (reference, form) = await _shop.OpenPageAsync(_shopper, "challenge-abandoned");
        var bank = (await _shopper.PayAsync(form)).GoesTo!;
        Assert.True((await _shopper.GetAsync(bank)).Has("approve"));

        await PassAsync(31);
        var again = await RunningCheckout.EventuallyAsync(() => _shopper.OpenAsync(form.Address), page => page.Has("card-number"));
        Assert.Contains("could not confirm that it is you", again.Element("declined").TextContent, StringComparison.Ordinal);
        await _shopper.PayAsync(again);

        // Who comes to the bank now is too late.
        Assert.False((await _shopper.PostAsync(bank, [("decision", "approve")])).Has("approve"));
        await _shop.HearsAsync(reference, 11);
        Assert.Equal(Story.Paid, await _shop.LedgerAsync(reference));
    }

    [Fact]
    public async Task While_the_banks_page_is_down_the_shopper_can_take_another_card()
    {
        var (reference, form) = await _shop.OpenPageAsync(_shopper, "bank-page-down");
        var bank = (await _shopper.PayAsync(form)).GoesTo!;
        var down = await _shopper.GetAsync(bank);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, false), (down.Status, down.Has("approve")));
        Assert.True(down.Has("out-of-order"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await _shopper.PostAsync(bank, [("decision", "approve")])).Status);

        var other = await _shopper.PressAsync(await _shopper.OpenAsync(form.Action("card")), "use-other-card");
        await _shopper.PayAsync(other);
        await _shop.HearsAsync(reference, 11);
        Assert.Equal(Story.Paid, await _shop.LedgerAsync(reference));
    }

    [Fact]
    public async Task A_soft_decline_leads_to_the_bank_by_itself()
    {
        var (reference, form) = await _shop.OpenPageAsync(_shopper, "soft-decline");
        var bank = (await _shopper.PayAsync(form)).GoesTo!;
        Assert.Equal("authorise declined 2599 EUR", await _shop.LedgerAsync(reference));
        Assert.Equal(Back(reference, 2), (await _shopper.DecideAsync(bank, "approve")).GoesTo);
        await _shop.HearsAsync(reference, 11);
        Assert.Equal("authorise declined 2599 EUR, " + Story.Paid, await _shop.LedgerAsync(reference));
    }

    [Fact]
    public async Task A_token_that_was_revoked_after_it_was_listed_does_not_pay_and_another_card_does()
    {
        var first = await _shop.PayAsync(Orders.Direct(Orders.NewReference()).With("GenerateCreditCardToken", true).With("Customer.MerchantCustomerID", "shopper-7"));
        Assert.NotNull((string?)first.Payment["CreditCardToken"]!["Value"]);
        var (reference, form) = await _shop.OpenPageAsync(_shopper, "token-revoked", order => order.With("Customer.MerchantCustomerID", "shopper-7"));
        var card = form.Element("saved-card").QuerySelector("input")!.GetAttribute("value")!;

        var refused = await _shopper.FollowAsync(await _shopper.PostAsync(form, "card", [("saved-card", card), ("security-code", "123"), ("pay", "1")]));
        Assert.Contains("can no longer be used", refused.Element("declined").TextContent, StringComparison.Ordinal);
        var other = refused.Has("card-number") ? refused : await _shopper.OpenAsync(refused.Element("use-other-card").GetAttribute("href")!);
        Assert.Equal(Back(reference, 2), (await _shopper.PayAsync(other)).GoesTo);
        await _shop.HearsAsync(reference, 11);
        Assert.Equal("authorise declined 2599 EUR, " + Story.Paid, await _shop.LedgerAsync(reference));
    }

    [Fact]
    public async Task A_capture_that_fails_later_was_a_payment_until_then()
    {
        var (reference, form) = await _shop.OpenPageAsync(_shopper, "capture-fails-later");
        var over = await _shopper.PayAsync(form);
        Assert.Equal(Back(reference, 7), over.GoesTo?[..Math.Min(over.GoesTo.Length, Back(reference, 7).Length)]);
        await PassAsync(6);
        await _shop.HearsAsync(reference, 13, 4);
        Assert.Equal("Payment not completed", (await _shopper.OpenAsync(form.Address)).Element("result").TextContent);
        Assert.Equal("authorise voided 2599 EUR, capture declined 2599 EUR, void approved 2599 EUR", await _shop.LedgerAsync(reference));
    }

    private static string Back(string reference, int data) => $"{Orders.ReturnUrl}&data={data}&MerchantTransactionID={reference}";

    private static void IsBeingChecked(ShownPage page)
    {
        Assert.EndsWith("/wait", page.Address, StringComparison.Ordinal);
        Assert.Contains("Please do not pay again", page.Element("waiting").TextContent, StringComparison.Ordinal);
        Assert.Equal("Unknown", page.Element("waiting").GetAttribute("data-state"));
        Assert.False(page.Has("pay"));
    }

    private async Task PassAsync(int seconds)
    {
        if (seconds > 0) await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(seconds));
    }
}
