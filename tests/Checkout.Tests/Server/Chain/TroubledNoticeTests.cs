using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Microsoft.Extensions.DependencyInjection;
using Cards = Checkout.Tests.Server.Chain.ChainShopper.Cards;

namespace Checkout.Tests.Server.Chain;

/// <summary>The provider's messages come twice, late, out of order or beside forged ones: the first Checkout ends where it would have without.</summary>
public sealed class TroubledNoticeTests(AllChains chains) : IClassFixture<AllChains>
{
    private const int Site = 1010;

    public static TheoryData<ProviderMode, string?> Troubles
    {
        get
        {
            var all = new TheoryData<ProviderMode, string?>();
            foreach (var mode in Enum.GetValues<ProviderMode>())
            {
                foreach (var scenario in new[] { null, "notices-twice", "notices-delayed-30", "notices-out-of-order", "notices-forged" }) all.Add(mode, scenario);
            }

            return all;
        }
    }

    [Theory, MemberData(nameof(Troubles))]
    public async Task A_payment_and_its_refund_end_the_same(ProviderMode mode, string? scenario)
    {
        var chain = await PlayingAsync(mode, scenario);
        var (shopper, reference, forged) = (new ChainShopper(chain), Orders.NewReference("told"), await chain.First.AlertsAsync("callback_forged"));
        await shopper.PaysAsync(await shopper.OrdersAsync(reference));
        await TimePassesAsync(chain);
        var paid = await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == PaymentStatus.Captured);
        Assert.Equal(2599, paid.CapturedMinor);

        var refund = await chain.First.PostAsync($"/v1/payments/{paid.Number}/refunds", Orders.Refund(reference + "-back", 1000));
        Assert.Equal(201, (int)refund.Status);
        await TimePassesAsync(chain);
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p is { Status: PaymentStatus.PartiallyRefunded, RefundedMinor: 1000, RefundOpenMinor: 0 });
        Assert.Equal([(AttemptKind.Authorise, AttemptState.Approved), (AttemptKind.Refund, AttemptState.Approved)], await AttemptsAsync(chain, reference));
        await chain.BooksAgreeAsync(reference);
        // Nothing of this one may still be on its way when the next one counts.
        await TimePassesAsync(chain);
        Assert.Equal(scenario == "notices-forged", await chain.First.AlertsAsync("callback_forged") > forged);
    }

    [Theory, MemberData(nameof(Troubles))]
    public async Task What_was_declined_stays_unpaid(ProviderMode mode, string? scenario)
    {
        var chain = await PlayingAsync(mode, scenario);
        var (shopper, reference) = (new ChainShopper(chain), Orders.NewReference("told"));
        Assert.True((await shopper.PaysAsync(await shopper.OrdersAsync(reference), Cards.Bad)).Has("declined"));
        await TimePassesAsync(chain);
        var payment = await chain.PaymentAsync(reference);
        Assert.False(PaymentMoves.IsPaid(payment.Status), $"{payment.Status}");
        Assert.Equal(0, payment.CapturedMinor);
        await chain.BooksAgreeAsync(reference);
    }

    [Theory, MemberData(nameof(ProviderModes.Theirs), MemberType = typeof(ProviderModes))]
    public async Task A_late_message_outlives_a_restart_of_the_provider(ProviderMode mode)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        await chain.Second.ChangeAsync(Site, s => s with { Scenario = "notices-delayed-30" });
        var (shopper, reference) = (new ChainShopper(chain), Orders.NewReference("told"));
        await shopper.VanishesAsync(await shopper.ToTheFormAsync(await shopper.OrdersAsync(reference)));
        await chain.RestartSecondAsync();
        await TimePassesAsync(chain);
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == PaymentStatus.Captured);
        await chain.BooksAgreeAsync(reference);
    }

    private async Task<ChainedCheckout> PlayingAsync(ProviderMode mode, string? scenario)
    {
        await chains[mode].Second.ChangeAsync(Site, s => s with { Scenario = scenario });
        return chains[mode];
    }

    /// <summary>At the provider time passes until it has nothing more to tell.</summary>
    private static async Task TimePassesAsync(ChainedCheckout chain)
    {
        var outbox = chain.Second.Services.GetRequiredService<INoticeStore>();
        await CheckoutClient.EventuallyAsync(
            async () =>
            {
                await chain.Second.AdvanceAsync(TimeSpan.FromSeconds(31));
                await Task.Delay(200);
                return (await outbox.DueAsync(chain.Second.Clock.GetUtcNow().AddDays(1), 1000, 1000)).Count(n => n.Merchant == Site);
            },
            waiting => waiting == 0);
    }

    private static async Task<IReadOnlyList<(AttemptKind, AttemptState)>> AttemptsAsync(ChainedCheckout chain, string reference) =>
        [.. (await chain.Payments.AttemptsAsync(Site, (await chain.PaymentAsync(reference)).Number)).Select(a => (a.Kind, a.State))];
}
