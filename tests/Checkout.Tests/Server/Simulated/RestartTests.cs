namespace Checkout.Tests.Server.Simulated;

/// <summary>What a scenario holds back is in the books: a restart in between changes nothing of how it ends.</summary>
public sealed class RestartTests
{
    [Fact]
    public async Task Captures_cancels_refunds_and_notices_go_on_after_a_restart()
    {
        var before = await RunningCheckout.StartAsync();
        await using var shop = await ScenarioShop.OpenAsync(before);
        var (captured, cancelled, refunded, late) = (Orders.NewReference(), Orders.NewReference(), Orders.NewReference(), Orders.NewReference());
        Assert.Equal(13, (await shop.ActAsync(await shop.PayAsync(Orders.Direct(captured), "capture-pending-60"), "capture")).StatusId);
        Assert.Equal(15, (await shop.ActAsync(await shop.PayAsync(Orders.Direct(cancelled), "cancel-fails-later"), "cancel")).StatusId);
        var paid = await shop.PayAsync(Orders.Direct(refunded).With("Capture", true), "refund-pending-60");
        Assert.Equal(201, (int)(await shop.RefundAsync(paid, Orders.Refund(Orders.NewReference("refund"), 2599))).Status);
        await shop.PayAsync(Orders.Direct(late).With("Capture", true), "notices-delayed-60");

        await using var after = await before.RestartAsync();
        shop.Checkout = after;
        Assert.Equal((13, 11), (await shop.StatusAsync(captured), await shop.StatusAsync(refunded)));
        Assert.Empty(shop.Heard(late));
        await after.AdvanceAsync(TimeSpan.FromSeconds(61));
        foreach (var (reference, end) in new[] { (captured, 11), (cancelled, 9), (refunded, 22), (late, 11) })
        {
            await ScenarioShop.BecomesAsync(() => shop.StatusAsync(reference), end);
            await shop.HearsAsync(reference, [.. new[] { 11, end }.Distinct().Where(status => status == end || reference == refunded)]);
        }

        Assert.Equal(Story.Paid, await shop.LedgerAsync(captured));
        Assert.Equal("authorise approved 2599 EUR, void declined 2599 EUR", await shop.LedgerAsync(cancelled));
        Assert.Equal(Story.Paid + ", refund approved 2599 EUR", await shop.LedgerAsync(refunded));
    }

    [Fact]
    public async Task A_lost_answer_is_asked_for_after_a_restart_and_nothing_is_done_twice()
    {
        var before = await RunningCheckout.StartAsync();
        await using var shop = await ScenarioShop.OpenAsync(before);
        var (captured, cancelled) = (Orders.NewReference(), Orders.NewReference());
        await shop.ActAsync(await shop.PayAsync(Orders.Direct(captured), "capture-lost-reply"), "capture");
        await shop.ActAsync(await shop.PayAsync(Orders.Direct(cancelled), "cancel-lost-reply"), "cancel");

        await using var after = await before.RestartAsync();
        shop.Checkout = after;
        await ScenarioShop.BecomesAsync(() => shop.StatusAsync(captured), 11);
        await ScenarioShop.BecomesAsync(() => shop.StatusAsync(cancelled), 3);
        Assert.Equal(Story.Paid, await shop.LedgerAsync(captured));
        Assert.Equal("authorise voided 2599 EUR, void approved 2599 EUR", await shop.LedgerAsync(cancelled));
    }
}
