using Checkout.Core.Payments;

namespace Checkout.Tests.Server.Chain;

/// <summary>
/// While a payment is under way where only the provider sees the card: whatever is said at the address that hears of changes, in any order, any
/// often and by anybody, it ends as the provider has it (PAY-9, PAY-16). The provider's own messages come besides.
/// </summary>
public sealed class MessagesUnderWayTests(AllChains chains) : IClassFixture<AllChains>
{
    private const int Site = 1010;
    private const int Seeds = 6;

    public static TheoryData<ProviderMode> Theirs => ProviderModes.Theirs;

    [Theory, MemberData(nameof(Theirs))]
    public async Task A_payment_that_is_captured_late_and_given_back_in_part(ProviderMode mode)
    {
        var chain = await PlayingAsync(mode, "capture-pending-3");
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (shopper, reference, talk) = (new ChainShopper(chain), Orders.NewReference("talk"), new Talk(chain, new Random(seed)));
            var form = await shopper.ToTheFormAsync(await shopper.OrdersAsync(reference));
            await talk.AboutAsync(reference);
            await shopper.VanishesAsync(form);
            await talk.AboutAsync(reference);
            Assert.True((await chain.PaymentAsync(reference)).CapturedMinor == 0, $"Seed {seed}: captured before the provider had it.");

            await chain.Second.AdvanceAsync(TimeSpan.FromSeconds(4));
            await talk.AboutAsync(reference);
            var paid = await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == PaymentStatus.Captured);
            await talk.AboutAsync(reference);
            Assert.Equal(201, (int)(await chain.First.PostAsync($"/v1/payments/{paid.Number}/refunds", Orders.Refund(reference + "-back", 1000))).Status);
            await talk.AboutAsync(reference);
            await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p is { RefundedMinor: 1000, RefundOpenMinor: 0 });
            await talk.AboutAsync(reference);
            await EndedAsync(chain, seed, reference, PaymentStatus.PartiallyRefunded, (AttemptKind.Authorise, AttemptState.Approved), (AttemptKind.Refund, AttemptState.Approved));
        }
    }

    [Theory, MemberData(nameof(Theirs))]
    public async Task A_payment_that_was_given_up_at_the_provider_and_then_paid_with_another_card(ProviderMode mode)
    {
        var chain = await PlayingAsync(mode, null);
        for (var seed = 0; seed < Seeds; seed++)
        {
            var (shopper, reference, talk) = (new ChainShopper(chain), Orders.NewReference("talk"), new Talk(chain, new Random(seed)));
            var form = await shopper.ToTheFormAsync(await shopper.OrdersAsync(reference));
            await talk.AboutAsync(reference);
            var back = await shopper.PressesAsync(form, "cancel");
            await talk.AboutAsync(reference);
            Assert.True((await chain.PaymentAsync(reference)).CapturedMinor == 0, $"Seed {seed}: captured after the shopper had left.");

            await shopper.PaysAsync(back);
            await talk.AboutAsync(reference);
            await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == PaymentStatus.Captured);
            await talk.AboutAsync(reference);
            await EndedAsync(chain, seed, reference, PaymentStatus.Captured, (AttemptKind.Authorise, AttemptState.CancelConfirmed), (AttemptKind.Authorise, AttemptState.Approved));
        }
    }

    private async Task<ChainedCheckout> PlayingAsync(ProviderMode mode, string? scenario)
    {
        await chains[mode].Second.ChangeAsync(Site, s => s with { Scenario = scenario });
        return chains[mode];
    }

    private static async Task EndedAsync(ChainedCheckout chain, int seed, string reference, PaymentStatus status, params (AttemptKind, AttemptState)[] attempts)
    {
        var payment = await chain.PaymentAsync(reference);
        var ended = (await chain.Payments.AttemptsAsync(Site, payment.Number)).Select(a => (a.Kind, a.State)).ToArray();
        Assert.True(status == payment.Status && attempts.SequenceEqual(ended), $"Seed {seed}: {payment.Status}, {string.Join(", ", ended)}");
        await chain.BooksAgreeAsync(reference);
    }
}
