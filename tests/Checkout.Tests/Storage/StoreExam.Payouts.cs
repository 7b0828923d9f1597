using Checkout.Core.Notices;
using Checkout.Core.Payouts;
using Checkout.Core.Storage;
using static Checkout.Tests.Storage.Sample;

namespace Checkout.Tests.Storage;

public abstract partial class StoreExam
{
    [Fact]
    public async Task Payouts_come_back_as_they_went_in()
    {
        await CommitAsync(new Write.NewPayout(Payout(1), 0), new Write.NewPayout(FullPayout(2), 0));

        AssertSame(Payout(1), await Store.Payments.FindPayoutAsync(Site, 1));
        AssertSame(FullPayout(2), await Store.Payments.FindPayoutByReferenceAsync(Site, "payout-2"));
        AssertSame([FullPayout(2), Payout(1)], (await Store.Payments.PayoutsAsync(new PayoutFilter(Site, null, null, 10))).ToArray());
        AssertSame([Payout(1)], (await Store.Payments.PayoutsAsync(new PayoutFilter(Site, null, 1, 10))).ToArray());
        AssertSame([FullPayout(2)], (await Store.Payments.PayoutsAsync(new PayoutFilter(Site, "payout-2", null, 10))).ToArray());
        AssertSame([FullPayout(2)], (await Store.Payments.PayoutsAsync(new PayoutFilter(Site, null, null, 1))).ToArray());
        Assert.Empty(await Store.Payments.PayoutsAsync(new PayoutFilter(Site, "payout-2", 1, 10)));
        Assert.Empty(await Store.Payments.PayoutsAsync(new PayoutFilter(Site + 1, null, null, 10)));
        Assert.Null(await Store.Payments.FindPayoutAsync(Site + 1, 1));
        Assert.Null(await Store.Payments.FindPayoutByReferenceAsync(Site + 1, "payout-1"));
    }

    [Fact]
    public async Task A_payout_takes_its_reference_for_ever_and_moves_version_by_version()
    {
        await CommitAsync(new Write.NewPayout(Payout(1), 0));
        await RefusedAsync(Verdict.DuplicateReference, new Write.NewPayout(Payout(2) with { Reference = "payout-1" }, 0));

        var failed = FullPayout(1) with { Version = 2, Step = PayoutStep.ProvenDead, SavedCard = null, Details = Payout(1).Details, CheckAt = Noon.AddHours(1) };
        await CommitAsync(new Write.MovePayout(failed, Payout(1), Actor.Clock));
        await RefusedAsync(Verdict.Stale, new Write.MovePayout(failed, Payout(1), Actor.Clock));
        await RefusedAsync(Verdict.Stale, new Write.MovePayout(Payout(3) with { Version = 2 }, Payout(3), Actor.Clock));
        await RefusedAsync(Verdict.DuplicateReference, new Write.NewPayout(Payout(2) with { Reference = "payout-1" }, 0));

        AssertSame(failed, await Store.Payments.FindPayoutAsync(Site, 1));
        Assert.Null(await Store.Payments.FindPayoutAsync(Site, 2));
    }

    [Fact]
    public async Task A_day_pays_out_no_more_than_its_limit()
    {
        const long Limit = 1200;
        await CommitAsync(new Write.NewPayout(Payout(1), Limit));
        await CommitAsync(new Write.NewPayout(Payout(2), Limit));
        await RefusedAsync(Verdict.AboveDailyLimit, new Write.NewPayout(Payout(3), Limit));
        await RefusedAsync(Verdict.AboveDailyLimit, new Write.NewPayout(Payout(3) with { Amount = Euro(1201), Created = Noon.AddDays(3) }, Limit));
        await CommitAsync(new Write.NewPayout(Payout(4) with { Amount = Euro(200) }, Limit));

        // Another day, another currency, another merchant.
        await CommitAsync(new Write.NewPayout(Payout(5) with { Created = Noon.AddDays(1) }, Limit));
        await CommitAsync(new Write.NewPayout(Payout(6) with { Amount = new(500, Checkout.Core.Money.Currency.Of("USD")) }, Limit));
        await CommitAsync(new Write.NewPayout(Payout(7) with { Merchant = Site + 1 }, Limit));

        // What failed leaves room, and what paid all the same takes it again, also where there is none.
        var failed = Payout(1) with { Version = 2, Step = PayoutStep.Declined };
        await CommitAsync(new Write.MovePayout(failed, Payout(1), Actor.Upstream));
        await CommitAsync(new Write.NewPayout(Payout(8), Limit));
        await CommitAsync(new Write.MovePayout(failed with { Version = 3, Step = PayoutStep.Done }, failed, Actor.Upstream));
        await RefusedAsync(Verdict.AboveDailyLimit, new Write.NewPayout(Payout(9) with { Amount = Euro(1) }, Limit));
        await CommitAsync(new Write.NewPayout(Payout(9), 0));
    }

    [Fact]
    public async Task Of_32_parallel_payouts_those_begin_that_the_day_has_room_for()
    {
        var verdicts = await AllAtOnceAsync(32, i => Store.Payments.CommitAsync([new Write.NewPayout(Payout(i + 1), 1600)]));

        Assert.Equal(3, verdicts.Count(v => v == Verdict.Done));
        Assert.Equal(29, verdicts.Count(v => v == Verdict.AboveDailyLimit));
    }

    [Fact]
    public async Task Payouts_are_due_when_their_time_has_come_oldest_first()
    {
        await CommitAsync(
            new Write.NewPayout(Payout(1) with { CheckAt = Noon }, 0), new Write.NewPayout(Payout(2) with { CheckAt = Noon.AddSeconds(-5) }, 0),
            new Write.NewPayout(Payout(3) with { CheckAt = Noon.AddMilliseconds(1) }, 0), new Write.NewPayout(Payout(4) with { CheckAt = null }, 0));

        Assert.Equal([2, 1], (await Store.Payments.DuePayoutsAsync(Noon, 10)).Select(p => p.Number));
        Assert.Equal([2], (await Store.Payments.DuePayoutsAsync(Noon, 1)).Select(p => p.Number));
    }

    [Fact]
    public async Task Notices_of_a_payout_wait_for_no_payment_of_the_same_number()
    {
        await CommitAsync(New(Payment(1)), new Write.NewPayout(Payout(1), 0), new Write.NewNotice(Notice(1)), new Write.NewNotice(Notice(1) with { Subject = NoticeSubject.Payout }));

        var due = await Store.Notices.DueAsync(Noon, 10, 10);
        Assert.Equal([NoticeSubject.Payment, NoticeSubject.Payout], due.Select(n => n.Subject));

        await Store.Notices.DeliveredAsync(due[1], Noon.AddMinutes(3), due[1].Id);
        Assert.Null((await Store.Payments.FindAsync(Site, 1))!.Notified);
    }
}
