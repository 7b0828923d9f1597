using System.Text.Json.Nodes;
using Checkout.Core.Payments;
using Checkout.Tests.Server.Cardgate;

namespace Checkout.Tests.Server.Chain;

/// <summary>The provider's captures, cancels and refunds go wrong: what the first Checkout comes to is what the provider's books say.</summary>
public sealed class FollowUpChainTests(AllChains chains) : IClassFixture<AllChains>
{
    private const int Site = 1010;

    /// <summary>Mode, scenario, what of 1000 is given back in the end.</summary>
    public static TheoryData<ProviderMode, string, long> Refunds
    {
        get
        {
            var all = new TheoryData<ProviderMode, string, long>();
            foreach (var mode in Enum.GetValues<ProviderMode>())
            {
                foreach (var (scenario, given) in new[] { ("refund-lost-reply", 1000), ("refund-pending-3", 1000), ("refund-refused", 0), ("refund-fails-later", 0) }) all.Add(mode, scenario, given);
            }

            return all;
        }
    }

    [Theory, MemberData(nameof(Refunds))]
    public async Task A_refund_is_given_once_or_not_at_all(ProviderMode mode, string scenario, long given)
    {
        var (chain, reference) = (chains[mode], Orders.NewReference("back"));
        await chain.Second.ChangeAsync(Site, s => s with { Scenario = scenario });
        var shopper = new ChainShopper(chain);
        await shopper.PaysAsync(await shopper.OrdersAsync(reference));
        var paid = await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == PaymentStatus.Captured);

        await chain.First.PostAsync($"/v1/payments/{paid.Number}/refunds", Orders.Refund(reference + "-back", 1000));
        await chain.Second.AdvanceAsync(TimeSpan.FromSeconds(6));
        var status = given > 0 ? PaymentStatus.PartiallyRefunded : PaymentStatus.Captured;
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == status && p.RefundedMinor == given && p.RefundOpenMinor == 0);
        await chain.BooksAgreeAsync(reference);
    }

    [Theory]
    [InlineData(ProviderMode.CardgateOurs, false)]
    [InlineData(ProviderMode.CardgateTheirs, true)]
    public async Task A_refund_that_fails_later_at_the_provider_shows_on_the_invoice(ProviderMode mode, bool isOld)
    {
        var (chain, reference) = (chains[mode], Orders.NewReference("back"));
        await chain.Second.ChangeAsync(Site, s => s with { Scenario = "refund-fails-later" });
        var shopper = new ChainShopper(chain);
        await shopper.PaysAsync(await shopper.OrdersAsync(reference));
        var paid = await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == PaymentStatus.Captured);

        var (shop, path) = (new CardgateShop(chain.First), $"/payment-invoices/{paid.Number}");
        var body = CardgateShop.Document(new JsonObject { ["reference_id"] = "r1", ["amount"] = 10 }, "refund");
        if (isOld) body["data"]!["id"] = paid.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(200, (int)(await shop.PostAsync(path + "/refund", body)).Status);
        Assert.Equal("refund_pending", (string?)CardgateShop.Attributes(await shop.GetAsync(path))["status"]);
        await chain.Second.AdvanceAsync(TimeSpan.FromSeconds(6));
        var failed = await CheckoutClient.EventuallyAsync(async () => CardgateShop.Attributes(await shop.GetAsync(path)), invoice => (string?)invoice["status"] == "refund_failed");
        Assert.Equal((null, "process_failed"), (failed["refunded_amount"], (string?)Assert.Single(failed["refunds"]!.AsArray())!["status"]));
        await chain.BooksAgreeAsync(reference);
    }

    [Theory]
    [InlineData("capture-lost-reply", "capture", PaymentStatus.Captured, "authorise approved, capture approved")]
    [InlineData("capture-pending-3", "capture", PaymentStatus.Captured, "authorise approved, capture approved")]
    [InlineData("capture-refused", "capture", PaymentStatus.Authorized, "authorise approved, capture declined")]
    [InlineData("capture-fails-later", "capture", PaymentStatus.Failed, "authorise voided, capture declined, void approved")]
    [InlineData("cancel-lost-reply", "cancel", PaymentStatus.Cancelled, "authorise voided, void approved")]
    [InlineData("cancel-pending-3", "cancel", PaymentStatus.Cancelled, "authorise voided, void approved")]
    [InlineData("cancel-refused", "cancel", PaymentStatus.Authorized, "authorise approved, void declined")]
    public async Task Held_money_is_taken_or_let_go_once_or_stays_held(string scenario, string action, PaymentStatus end, string statement)
    {
        var (chain, reference) = (chains[ProviderMode.Smart2PayOurs], Orders.NewReference("held"));
        await chain.Second.ChangeAsync(Site, s => s with { Scenario = scenario });
        var held = await chain.First.PostAsync("/v1/payments", Orders.Direct(reference));
        Assert.Equal(9, held.StatusId);

        await chain.First.SendAsync(HttpMethod.Post, $"/v1/payments/{held.Payment["ID"]}/{action}");
        await chain.Second.AdvanceAsync(TimeSpan.FromSeconds(6));
        await CheckoutClient.EventuallyAsync(() => StatementAsync(chain, reference), said => said == statement);
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == end);
        Assert.Equal(end == PaymentStatus.Captured ? 2599 : 0, (await chain.PaymentAsync(reference)).CapturedMinor);
    }

    [Fact]
    public async Task A_cancel_that_failed_looks_like_one_still_on_its_way_until_none_can_be()
    {
        var (chain, reference) = (chains[ProviderMode.Smart2PayOurs], Orders.NewReference("held"));
        await chain.Second.ChangeAsync(Site, s => s with { Scenario = "cancel-fails-later" });
        var held = await chain.First.PostAsync("/v1/payments", Orders.Direct(reference));
        await chain.First.SendAsync(HttpMethod.Post, $"/v1/payments/{held.Payment["ID"]}/cancel");
        await chain.Second.AdvanceAsync(TimeSpan.FromSeconds(6));
        await CheckoutClient.EventuallyAsync(() => StatementAsync(chain, reference), said => said == "authorise approved, void declined");
        await Task.Delay(500);
        Assert.Equal(PaymentStatus.CancelRequested, (await chain.PaymentAsync(reference)).Status);

        // The provider shows both as held money, so only time tells them apart.
        await CheckoutClient.EventuallyAsync(
            async () =>
            {
                await chain.First.AdvanceAsync(TimeSpan.FromMinutes(31));
                await Task.Delay(300);
                return await chain.PaymentAsync(reference);
            },
            p => p.Status == PaymentStatus.Authorized);
        Assert.Equal("authorise approved, void declined", await StatementAsync(chain, reference));
    }

    private static async Task<string> StatementAsync(ChainedCheckout chain, string reference) =>
        string.Join(", ", (await chain.LedgerAsync(reference)).Select(l => $"{l.Kind} {l.State}"));
}
