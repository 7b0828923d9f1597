using System.Globalization;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Tests.Server.Cardgate;
using Checkout.Web.Hosting.Merchants;
using Microsoft.Extensions.DependencyInjection;
using Cards = Checkout.Tests.Server.Chain.ChainShopper.Cards;

namespace Checkout.Tests.Server.Chain;

/// <summary>A request lies on the line until its payment is given up, and then arrives after all (PAY-19).</summary>
public sealed class LateChargeTests
{
    [Theory]
    [InlineData(false, "cancel", "voided")]
    [InlineData(true, "refund", "approved")]
    public async Task A_charge_that_arrives_after_the_end_is_taken_back_and_the_merchant_hears_no_other_end(bool capture, string by, string left)
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        var reference = await GivesUpAsync(chain, capture);
        var failed = await InvoiceAsync(chain, reference);
        await chain.RestartFirstAsync();
        await chain.Line.DeliverAsync();
        Assert.Single(await chain.LedgerAsync(reference), l => l is { Kind: "authorise", State: "approved" });

        await chain.First.AdvanceAsync(TimeSpan.FromMinutes(61));
        var ledger = await CheckoutClient.EventuallyAsync(() => chain.LedgerAsync(reference), lines => lines.Any(l => l.Kind is "void" or "refund"));
        Assert.Equal(left, ledger.Single(l => l.Kind == "authorise").State);
        Assert.Single(chain.Line.Passed, p => p.Method == "POST" && p.Path.EndsWith(by == "cancel" ? "/cancel" : "/refunds", StringComparison.Ordinal));
        if (capture) Assert.Equal(2599, ledger.Single(l => l is { Kind: "refund", State: "approved" }).Amount);

        // The intents are settled, nothing is left to do, and the payment is what the merchant was told.
        await CheckoutClient.EventuallyAsync(() => AttemptsAsync(chain, reference), all => all[^1] is { Undoes: true, State: AttemptState.Approved, CheckAt: null });
        Assert.Equal((PaymentStatus.Expired, 0), await StandsAsync(chain, reference));
        Assert.Equal((1, 0), (await chain.First.AlertsAsync("late_charge"), await chain.First.AlertsAsync("not_taken_back")));

        // It failed when it failed, whatever is done about it since (spec/cardgate.md §5).
        var later = await InvoiceAsync(chain, reference);
        Assert.Equal(("process_failed", failed.At), (later.Status, later.At));
        Assert.True(later.Updated > failed.Updated);
    }

    [Fact]
    public async Task The_providers_own_message_finds_it_before_we_ask()
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        var reference = await GivesUpAsync(chain, capture: true);
        await chain.Line.DeliverAsync();
        await CheckoutClient.EventuallyAsync(() => chain.LedgerAsync(reference), lines => lines.Any(l => l is { Kind: "refund", State: "approved", Amount: 2599 }));
        Assert.Equal((PaymentStatus.Expired, 0), await StandsAsync(chain, reference));
    }

    [Fact]
    public async Task It_pays_the_payment_after_all_where_the_merchant_wants_that()
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        await AdoptsAsync(chain.First);
        var reference = await GivesUpAsync(chain, capture: true);
        await chain.Line.DeliverAsync();
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p is { Status: PaymentStatus.Captured, Reason: PaymentReason.LateCharge, CapturedMinor: 2599 });
        await chain.BooksAgreeAsync(reference);
        Assert.Equal(1, await chain.First.AlertsAsync("late_charge"));
        var payment = await chain.PaymentAsync(reference);
        Assert.Equal(11, (await chain.First.GetAsync($"/v1/payments/{payment.Number}")).StatusId);
    }

    /// <summary>A payment whose only charge lies on the line, and whose end the merchant has been told.</summary>
    private static async Task<string> GivesUpAsync(ChainedCheckout chain, bool capture)
    {
        var (shopper, reference, held) = (new Shopper(chain.First), Orders.NewReference("late"), 0);
        chain.Line.Has = passed => passed is not { Method: "POST", Path: "/v1/payments" } ? null : Interlocked.Increment(ref held) == 1 ? Trouble.HeldBack : Trouble.ResetBefore;
        await shopper.PayAsync(await shopper.OrderAsync(Orders.Hosted(reference).With("Capture", capture).With("PaymentTokenLifetime", 15)), Cards.Good);
        await chain.First.AdvanceAsync(TimeSpan.FromMinutes(61));
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == PaymentStatus.Expired);
        return reference;
    }

    /// <summary>The payment as an invoice of the other dialect.</summary>
    private static async Task<(string? Status, long? At, long Updated)> InvoiceAsync(ChainedCheckout chain, string reference)
    {
        var number = (await chain.PaymentAsync(reference)).Number.ToString(CultureInfo.InvariantCulture);
        var invoice = CardgateShop.Attributes(await new CardgateShop(chain.First).GetAsync("/payment-invoices/" + number));
        return ((string?)invoice["status"], (long?)invoice["failed"], (long)invoice["updated"]!);
    }

    private static async Task<IReadOnlyList<Attempt>> AttemptsAsync(ChainedCheckout chain, string reference)
    {
        var payment = await chain.PaymentAsync(reference);
        return await chain.Payments.AttemptsAsync(payment.Merchant, payment.Number);
    }

    private static async Task<(PaymentStatus Status, long Captured)> StandsAsync(ChainedCheckout chain, string reference) =>
        await chain.PaymentAsync(reference) is var payment ? (payment.Status, payment.CapturedMinor) : default;

    private static async Task AdoptsAsync(RunningCheckout checkout)
    {
        var (store, site) = (checkout.Services.GetRequiredService<IMerchantStore>(), int.Parse(CheckoutClient.Site, CultureInfo.InvariantCulture));
        var merchant = (await store.AllAsync()).Single(e => e.Merchant.Id == site).Merchant;
        await store.SetAsync(site, merchant.Name, merchant.Settings with { LateCharge = LateCharge.Adopt });
        await checkout.Services.GetRequiredService<MerchantRegister>().RefreshAsync();
    }
}
