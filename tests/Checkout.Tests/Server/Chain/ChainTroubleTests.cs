using System.Net;
using Checkout.Core.Payments;
using Checkout.Core.Providers;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Microsoft.Extensions.DependencyInjection;
using Cards = Checkout.Tests.Server.Chain.ChainShopper.Cards;

namespace Checkout.Tests.Server.Chain;

/// <summary>
/// Whatever happens on the line to a provider: nobody is charged twice, no charge is lost, and the page says what is known. Each test has a
/// chain of its own, because troubles are counted.
/// </summary>
public sealed class ChainTroubleTests
{
    public static TheoryData<ProviderMode> Ours => ProviderModes.Ours;

    public static TheoryData<ProviderMode> Theirs => ProviderModes.Theirs;

    /// <summary>Troubles after which the charge has happened although nobody heard of it.</summary>
    public static TheoryData<ProviderMode, Trouble> DoneUnheard => Each(Trouble.ResetAfter, Trouble.ErrorAfter, Trouble.Garbage);

    public static TheoryData<ProviderMode, Trouble> NeverDone => Each(Trouble.ResetBefore, Trouble.Overload);

    [Theory, MemberData(nameof(DoneUnheard))]
    public async Task A_charge_nobody_heard_of_is_found_and_never_made_twice(ProviderMode mode, Trouble trouble)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        var (shopper, reference) = (new ChainShopper(chain), Orders.NewReference("lost"));
        Troubles(chain, IsCharge, trouble, times: 1);

        var page = await shopper.PaysAsync(await shopper.OrdersAsync(reference));
        Assert.StartsWith("https://shop.example/back?o=7&data=2", page.GoesTo, StringComparison.Ordinal);
        Assert.Equal(1, chain.Line.Passed.Count(IsCharge));
        await chain.BooksAgreeAsync(reference);
        await TokenLandsAsync(chain, reference);
    }

    [Theory, MemberData(nameof(DoneUnheard))]
    public async Task While_nobody_knows_the_page_says_that_it_is_being_checked(ProviderMode mode, Trouble trouble)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        var (shopper, reference) = (new Shopper(chain.First), Orders.NewReference("lost"));
        chain.Line.Has = passed => IsCharge(passed) ? trouble : passed.Method == "GET" ? Trouble.Overload : null;

        var page = await shopper.PayAsync(await shopper.OrderAsync(Orders.Hosted(reference).With("Capture", true)), Cards.Good);
        Assert.Contains("Please do not pay again", page.Element("waiting").TextContent, StringComparison.Ordinal);
        var seen = await chain.First.GetAsync($"/v1/payments/{(await chain.PaymentAsync(reference)).Number}");
        Assert.Equal((HttpStatusCode.OK, 7), (seen.Status, seen.StatusId));

        // A doubt outlives the server that has it.
        await chain.RestartFirstAsync();
        chain.Line.Has = _ => null;
        await SettlesAsync(chain, reference, PaymentStatus.Captured);
    }

    [Theory, MemberData(nameof(NeverDone))]
    public async Task What_never_arrived_is_dead_only_after_the_horizon(ProviderMode mode, Trouble trouble)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        var (shopper, reference) = (new Shopper(chain.First), Orders.NewReference("gone"));
        // While nothing gets through, the charge cannot be barred either.
        Troubles(chain, passed => passed.Method == "POST", trouble, times: int.MaxValue);

        var page = await shopper.PayAsync(await shopper.OrderAsync(Orders.Hosted(reference).With("Capture", true).With("PaymentTokenLifetime", 600)), Cards.Good);
        Assert.True(page.Has("waiting"), page.Answer.ToString());
        await chain.First.AdvanceAsync(TimeSpan.FromMinutes(30));
        await Task.Delay(1000);
        Assert.Equal(PaymentStatus.Unknown, (await chain.PaymentAsync(reference)).Status);

        await chain.First.AdvanceAsync(TimeSpan.FromMinutes(31));
        await SettlesAsync(chain, reference, PaymentStatus.Open);
        var again = await shopper.OpenAsync(page.Address);
        Assert.Contains("You have not been charged.", again.Element("declined").TextContent, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Ours))]
    public async Task A_provider_that_refuses_connections_was_never_told(ProviderMode mode)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        var (shopper, reference) = (new ChainShopper(chain), Orders.NewReference("refused"));
        var page = await shopper.OrdersAsync(reference);
        await chain.Line.CutAsync();
        var refused = await shopper.PaysAsync(page);
        Assert.Contains("You have not been charged. Please try again.", refused.Element("declined").TextContent, StringComparison.Ordinal);

        await chain.Line.MendAsync();
        Assert.StartsWith("https://shop.example/back?o=7&data=2", (await shopper.TypesAsync(refused, Cards.Good)).GoesTo, StringComparison.Ordinal);
        await chain.BooksAgreeAsync(reference);
    }

    [Theory, MemberData(nameof(Ours))]
    public async Task An_answer_about_another_amount_is_stopped_for_an_operator(ProviderMode mode)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        var (shopper, reference) = (new Shopper(chain.First), Orders.NewReference("amount"));
        chain.Line.Has = passed => passed.Method == "GET" || IsCharge(passed) ? Trouble.OtherAmount : null;
        await shopper.PayAsync(await shopper.OrderAsync(Orders.Hosted(reference).With("Capture", true)), Cards.Good);

        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p is { Status: PaymentStatus.NeedsOperator, CapturedMinor: 0 });
        Assert.Single(await chain.LedgerAsync(reference), l => l is { Kind: "authorise", State: "approved" });
        Assert.Equal(1, await chain.First.AlertsAsync("quarantine"));
    }

    [Theory]
    [InlineData(ProviderMode.Smart2PayOurs, false, "void", 2599)]
    [InlineData(ProviderMode.Smart2PayOurs, true, "refund", 2500)]
    [InlineData(ProviderMode.CardgateOurs, true, "refund", 2500)]
    public async Task A_part_of_the_money_is_given_back_and_another_card_pays(ProviderMode mode, bool capture, string by, long amount)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        var (shopper, reference) = (new Shopper(chain.First), Orders.NewReference("part"));
        chain.Line.Has = passed => passed.Method == "GET" || IsCharge(passed) ? Trouble.LowerAmount : null;
        var again = await shopper.PayAsync(await shopper.OrderAsync(Orders.Hosted(reference).With("Capture", capture)), Cards.Good);
        Assert.Contains("Your card covers only a part of the amount", again.Element("declined").TextContent, StringComparison.Ordinal);

        var left = await CheckoutClient.EventuallyAsync(() => chain.LedgerAsync(reference), lines => lines.Any(l => l.Kind == by && l.State == "approved"));
        Assert.Equal(amount, left.Single(l => l.Kind == by && l.State == "approved").Amount);
        Assert.Equal((PaymentStatus.Open, PaymentReason.PartialApproval), await StandsAsync(chain, reference));

        chain.Line.Has = _ => null;
        Assert.StartsWith($"https://shop.example/back?o=7&data={(capture ? 2 : 9)}", (await shopper.PayAsync(again, Cards.AlsoGood)).GoesTo, StringComparison.Ordinal);
        Assert.Equal(capture ? PaymentStatus.Captured : PaymentStatus.Authorized, (await StandsAsync(chain, reference)).Status);
    }

    [Theory, MemberData(nameof(Ours))]
    public async Task A_provider_that_answers_too_late_is_asked(ProviderMode mode)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        var (shopper, reference) = (new ChainShopper(chain), Orders.NewReference("slow"));
        Troubles(chain, IsCharge, Trouble.Slow, times: 1);
        var page = await shopper.PaysAsync(await shopper.OrdersAsync(reference));
        Assert.StartsWith("https://shop.example/back?o=7&data=2", page.GoesTo, StringComparison.Ordinal);
        await chain.BooksAgreeAsync(reference);
    }

    [Theory, MemberData(nameof(Ours))]
    public async Task A_refund_nobody_heard_of_is_found_and_never_given_twice(ProviderMode mode)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        var (shopper, reference) = (new ChainShopper(chain), Orders.NewReference("back"));
        await shopper.PaysAsync(await shopper.OrdersAsync(reference));
        var number = (await chain.PaymentAsync(reference)).Number;
        Troubles(chain, passed => passed.Method == "POST", Trouble.ResetAfter, times: 1);

        var asked = await chain.First.PostAsync($"/v1/payments/{number}/refunds", Orders.Refund(reference + "-1", 1000));
        Assert.Equal(HttpStatusCode.Created, asked.Status);
        // A Cardgate invoice tells of its refunds and is read at once; at the other provider the refund stays open until it is asked, or tells of it.
        string[] known = mode == ProviderMode.CardgateOurs ? ["2"] : ["1", "2"];
        Assert.Contains(asked.Json!["Refund"]!["Status"]!["ID"]!.ToString(), known);
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p is { RefundedMinor: 1000, RefundOpenMinor: 0 });
        await chain.BooksAgreeAsync(reference);
    }

    [Fact]
    public async Task An_answer_older_than_the_banks_page_does_not_lead_elsewhere()
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.CardgateOurs);
        var (shopper, reference) = (new Shopper(chain.First), Orders.NewReference("overtaken"));
        var (hasLooked, isAtTheBank) = (new TaskCompletionSource(), new TaskCompletionSource());
        chain.Line.BeforePassing = passed => passed.Path == "/payment/sale" ? hasLooked.Task : Task.CompletedTask;
        chain.Line.BeforeAnswering = passed =>
        {
            if (passed.Method != "GET") return Task.CompletedTask;
            hasLooked.TrySetResult();
            return isAtTheBank.Task;
        };

        // The provider's message about the new invoice makes us look at it, and meanwhile the sale is answered.
        var page = await shopper.OrderAsync(Orders.Hosted(reference).With("Capture", true));
        var paid = await shopper.PostAsync(page, "card", Shopper.Typed(ChainShopper.Cards.Challenged));
        var before = await chain.AttemptAsync(reference);
        Assert.Contains("/sandbox/bank/", before.Redirect!.Url, StringComparison.Ordinal);
        isAtTheBank.SetResult();
        var invoice = await chain.Second.Services.GetRequiredService<IPaymentStore>().FindByReferenceAsync(before.Merchant, Dialect.Cardgate, isTest: true, before.Reference);
        await chain.Second.TriedAsync(invoice!.Merchant, invoice.Number, 1);
        var after = await chain.AttemptAsync(reference);
        Assert.Equal((AttemptState.AwaitingShopper, before.Redirect.Url), (after.State, after.Redirect!.Url));
        Assert.EndsWith("/bank", paid.Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ProviderMode.Smart2PayTheirs)]
    [InlineData(ProviderMode.Smart2PayOurs)]
    public async Task Beside_the_other_kind_of_account_each_card_goes_where_it_can_be_charged(ProviderMode first)
    {
        await using var chain = await ChainedCheckout.StartAsync(first);
        await chain.AddAccountAsync(first == ProviderMode.Smart2PayOurs ? CardEntry.Theirs : CardEntry.Ours);
        var (shopper, reference) = (new Shopper(chain.First), Orders.NewReference("mixed"));

        // A card the merchant sent whole waits for its code here, whoever collects new cards.
        var order = Orders.Direct(reference).With("Capture", true);
        order["Payment"]!["Card"]!.AsObject().Remove("SecurityCode");
        var page = await shopper.OrderAsync(order);
        Assert.True(page.Has("security-code") && !page.Has("typed-elsewhere"), page.Answer.ToString());
        Assert.StartsWith("https://shop.example/back?o=7&data=2", (await shopper.FollowAsync(await shopper.PostAsync(page, "card", [("security-code", "123"), ("pay", "1")]))).GoesTo, StringComparison.Ordinal);
        await chain.BooksAgreeAsync(reference);
    }

    [Theory, MemberData(nameof(Theirs))]
    public async Task A_page_that_was_opened_there_unheard_is_found_and_paid_once(ProviderMode mode)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        var (shopper, reference) = (new ChainShopper(chain), Orders.NewReference("unheard"));
        Troubles(chain, passed => passed.Method == "POST", Trouble.ResetAfter, times: 1);

        var found = await shopper.ToTheFormAsync(await shopper.OrdersAsync(reference));
        Assert.Contains("Your payment is open on the payment provider", found.Text, StringComparison.Ordinal);
        var form = await shopper.OpensAsync(found.Leads(found.Element("continue").GetAttribute("href")!));
        Assert.StartsWith("https://shop.example/back?o=7&data=2", (await shopper.TypesAsync(form, Cards.Good)).GoesTo, StringComparison.Ordinal);
        Assert.Single(chain.Line.Passed, p => p.Method == "POST");
        await chain.BooksAgreeAsync(reference);
    }

    [Theory, MemberData(nameof(Theirs))]
    public async Task A_return_while_the_provider_is_away_is_settled_when_it_is_back(ProviderMode mode)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        var (shopper, reference) = (new ChainShopper(chain), Orders.NewReference("away"));
        var form = await shopper.ToTheFormAsync(await shopper.OrdersAsync(reference));
        chain.Line.Has = _ => Trouble.Overload;
        await shopper.VanishesAsync(form);
        await Task.Delay(500);
        Assert.Equal(PaymentStatus.AwaitingShopper, (await chain.PaymentAsync(reference)).Status);

        await chain.RestartSecondAsync();
        chain.Line.Has = _ => null;
        await chain.RestartFirstAsync();
        await chain.First.AdvanceAsync(TimeSpan.FromMinutes(1));
        await SettlesAsync(chain, reference, PaymentStatus.Captured);
    }

    private static async Task<(PaymentStatus Status, PaymentReason Reason)> StandsAsync(ChainedCheckout chain, string reference) =>
        await chain.PaymentAsync(reference) is var payment ? (payment.Status, payment.Reason) : default;

    private static TheoryData<ProviderMode, Trouble> Each(params Trouble[] troubles)
    {
        TheoryData<ProviderMode, Trouble> all = [];
        foreach (var mode in new[] { ProviderMode.Smart2PayOurs, ProviderMode.CardgateOurs })
        {
            foreach (var trouble in troubles) all.Add(mode, trouble);
        }

        return all;
    }

    private static bool IsCharge(Passed passed) => passed is { Method: "POST", Path: "/v1/payments" or "/payment/sale" };

    private static void Troubles(ChainedCheckout chain, Func<Passed, bool> what, Trouble trouble, int times)
    {
        var left = times;
        chain.Line.Has = passed => what(passed) && Interlocked.Decrement(ref left) >= 0 ? trouble : null;
    }

    private static async Task TokenLandsAsync(ChainedCheckout chain, string reference)
    {
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p is { ShowToken: true, SavedCard: not null });
        IEnumerable<string> tokensAt = (await chain.CardAsync(reference)).TokensAt;
        Assert.Equal([$"{ProviderAccount.WordOf(chain.Mode.Kind())}-1"], tokensAt);
    }

    private static async Task SettlesAsync(ChainedCheckout chain, string reference, PaymentStatus status)
    {
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == status);
        await chain.BooksAgreeAsync(reference);
    }
}
