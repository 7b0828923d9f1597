using Checkout.Tests.Server.Notices;

namespace Checkout.Tests.Server.Simulated;

/// <summary>What troubled notices must not change: when they are tried again, and that whatever has no proof lies.</summary>
public sealed class NoticeTroubleTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public async Task To_be_late_is_no_try()
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        shop.Answers = _ => Task.FromResult(500);
        var reference = Orders.NewReference();
        var payment = await shop.PayAsync(Orders.Direct(reference).With("Capture", true), "notices-delayed-300");
        // Once it was held back, which the sender does at its next look.
        await Task.Delay(TimeSpan.FromSeconds(1));
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(301));
        await HeardAsync(shop, reference, all => all.Count == 1);
        await server.Checkout.TriedAsync(shop.Site, (long)payment.Payment["ID"]!, 1);

        // A minute with up to a fifth on top, as after the first try of any notice.
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(73));
        await HeardAsync(shop, reference, all => all.Count == 2);
    }

    [Fact]
    public async Task Beside_the_notice_of_a_refund_the_forged_one_still_says_that_all_is_paid()
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        var (reference, refund) = (Orders.NewReference(), Orders.NewReference("refund"));
        var paid = await shop.PayAsync(Orders.Direct(reference).With("Capture", true), "notices-forged");
        await HeardAsync(shop, reference, all => all.Count == 2);
        Assert.Equal(201, (int)(await shop.RefundAsync(paid, Orders.Refund(refund, 2599))).Status);

        Assert.Equal((2, shop.Proof), (await HeardAsync(shop, refund, all => all.Any(n => n.Authorization == shop.Proof))).Select(n => (n.StatusId, n.Authorization)).Single());
        var told = await HeardAsync(shop, reference, all => all.Any(n => n.StatusId == 22));
        Assert.All(told.Where(n => n.Authorization != shop.Proof), n => Assert.Equal(("Payment", 11), (n.Kind, n.StatusId)));
        Assert.True(told.Count(n => n.Authorization != shop.Proof) >= 2);
    }

    private static Task<IReadOnlyList<HeardNotice>> HeardAsync(ScenarioShop shop, string reference, Func<IReadOnlyList<HeardNotice>, bool> holds) =>
        RunningCheckout.EventuallyAsync(() => Task.FromResult(shop.Heard(reference)), holds);
}
