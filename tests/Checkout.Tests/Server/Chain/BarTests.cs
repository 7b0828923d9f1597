using Checkout.Core.Payments;
using Cards = Checkout.Tests.Server.Chain.ChainShopper.Cards;

namespace Checkout.Tests.Server.Chain;

/// <summary>A charge that is not found is barred at the provider, so that the doubt ends in seconds and nothing can come of it later (PAY-6).</summary>
public sealed class BarTests
{
    public static TheoryData<ProviderMode> Ours => ProviderModes.Ours;

    [Theory, MemberData(nameof(Ours))]
    public async Task What_was_held_back_is_refused_when_it_arrives_after_the_bar(ProviderMode mode)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        var (shopper, reference) = (new Shopper(chain.First), Orders.NewReference("barred"));
        HoldBackFirst(chain);
        var waiting = await shopper.PayAsync(await shopper.OrderAsync(Orders.Hosted(reference).With("Capture", true)), Cards.Good);
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p is { Status: PaymentStatus.Open, Reason: PaymentReason.NeverSent });

        Assert.All(await chain.Line.DeliverAsync(), status => Assert.InRange((int)status, 400, 499));
        Assert.DoesNotContain(await chain.LedgerAsync(reference), l => l.State == "approved");
        var attempt = Assert.Single(await chain.Payments.AttemptsAsync(1010, (await chain.PaymentAsync(reference)).Number));
        Assert.Equal(AttemptState.ProvenDead, attempt.State);
        Assert.Equal(attempt.Ended + TimeSpan.FromHours(1), attempt.CheckAt);

        // Another try is free at once.
        var again = await shopper.OpenAsync(waiting.Address);
        Assert.Contains("You have not been charged.", again.Element("declined").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("https://shop.example/back?o=7&data=2", (await shopper.PayAsync(again, Cards.AlsoGood)).GoesTo, StringComparison.Ordinal);
        await chain.BooksAgreeAsync(reference);
    }

    [Theory, MemberData(nameof(Ours))]
    public async Task A_bar_whose_answer_was_lost_is_found_and_nobody_is_sent_to_its_page(ProviderMode mode)
    {
        await using var chain = await ChainedCheckout.StartAsync(mode);
        var (shopper, reference, posts) = (new Shopper(chain.First), Orders.NewReference("barred"), 0);
        chain.Line.Has = passed => passed.Method != "POST" ? null : Interlocked.Increment(ref posts) switch { 1 => Trouble.HeldBack, 2 => Trouble.ResetAfter, _ => null };
        await shopper.PayAsync(await shopper.OrderAsync(Orders.Hosted(reference).With("Capture", true)), Cards.Good);
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p is { Status: PaymentStatus.Open, Reason: PaymentReason.NeverSent });
        Assert.All(await chain.Line.DeliverAsync(), status => Assert.InRange((int)status, 400, 499));
        await chain.BooksAgreeAsync(reference);
    }

    [Fact]
    public async Task A_charge_that_arrives_before_the_bar_is_found_and_counts()
    {
        await using var chain = await ChainedCheckout.StartAsync(ProviderMode.Smart2PayOurs);
        var (shopper, reference) = (new Shopper(chain.First), Orders.NewReference("early"));
        HoldBackFirst(chain, alsoAsking: true);
        await shopper.PayAsync(await shopper.OrderAsync(Orders.Hosted(reference).With("Capture", true)), Cards.Good);
        await chain.Line.DeliverAsync();
        chain.Line.Has = _ => null;
        await CheckoutClient.EventuallyAsync(() => chain.PaymentAsync(reference), p => p.Status == PaymentStatus.Captured);
        await chain.BooksAgreeAsync(reference);
    }

    private static void HoldBackFirst(ChainedCheckout chain, bool alsoAsking = false)
    {
        var posts = 0;
        chain.Line.Has = passed => passed.Method != "POST" ? (alsoAsking ? Trouble.Overload : null) : Interlocked.Increment(ref posts) == 1 ? Trouble.HeldBack : null;
    }
}
