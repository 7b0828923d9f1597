using Checkout.Core.Payments;
using Checkout.Core.Storage;
using static Checkout.Tests.Storage.Sample;

namespace Checkout.Tests.Storage;

public abstract partial class StoreExam
{
    [Fact]
    public async Task A_payment_comes_back_as_it_went_in()
    {
        await CommitAsync(New(FullPayment(1)), New(Payment(2)));

        AssertSame(FullPayment(1), await Store.Payments.FindAsync(Site, 1));
        AssertSame(Payment(2), await Store.Payments.FindAsync(Site, 2));
        AssertSame(FullPayment(1), await Store.Payments.FindByReferenceAsync(Site, Dialect.Cardgate, false, "order-1"));
        Assert.Equal(FullPayment(1).Card!.Expiry.YearText, (await Store.Payments.FindAsync(Site, 1))!.Card!.Expiry.YearText);
    }

    [Fact]
    public async Task Nothing_is_found_under_another_merchant_dialect_or_mode()
    {
        await CommitAsync(New(Payment(1)));

        Assert.Null(await Store.Payments.FindAsync(Site + 1, 1));
        Assert.Null(await Store.Payments.FindByReferenceAsync(Site, Dialect.Link, true, "order-1"));
        Assert.Null(await Store.Payments.FindByReferenceAsync(Site, Dialect.Smart2Pay, false, "order-1"));
    }

    [Fact]
    public async Task A_move_replaces_what_can_change_and_nothing_else()
    {
        var before = Payment(1);
        await CommitAsync(New(before));
        var full = FullPayment(1);
        await CommitAsync(Move(full with { Version = 2, Amount = Euro(9999), Reference = "other", LinkCheck = 1, Notified = Noon }));

        var expected = full with
        {
            Version = 2, Dialect = before.Dialect, IsTest = before.IsTest, Reference = before.Reference, LinkCheck = before.LinkCheck, Notified = null,
            Shopper = before.Shopper, ReturnUrl = before.ReturnUrl, CaptureNow = before.CaptureNow, KeepCard = before.KeepCard,
        };
        AssertSame(expected, await Store.Payments.FindAsync(Site, 1));
    }

    [Fact]
    public async Task A_reference_is_taken_for_ever_in_its_dialect_and_mode()
    {
        await CommitAsync(New(Payment(1)));
        var same = Payment(2) with { Reference = "order-1" };

        await RefusedAsync(Verdict.DuplicateReference, New(same));
        await CommitAsync(New(same with { Number = 3, IsTest = false }), New(same with { Number = 4, Dialect = Dialect.Link }));
        Assert.Null(await Store.Payments.FindAsync(Site, 2));
    }

    [Fact]
    public async Task A_number_that_is_taken_is_broken_code_and_fails_its_caller_alone()
    {
        await CommitAsync(New(Payment(1)));

        var results = await AllAtOnceAsync(8, async i =>
        {
            if (i == 3) await Assert.ThrowsAnyAsync<Exception>(() => Store.Payments.CommitAsync([New(Payment(1) with { Reference = "other" })]));
            else await CommitAsync(New(Payment(10 + i)));
            return Verdict.Done;
        });
        Assert.Equal(8, results.Length);
    }

    [Fact]
    public async Task Of_64_moves_from_the_same_version_one_wins()
    {
        await CommitAsync(New(Payment(1)));
        var next = Payment(1).MoveTo(PaymentStatus.Submitting, PaymentReason.None, Noon);

        var verdicts = await AllAtOnceAsync(64, i => Store.Payments.CommitAsync([Move(next with { Tries = i }), new Write.NewAttempt(Attempt(1, i + 1))]));

        Assert.Single(verdicts, Verdict.Done);
        Assert.Equal(63, verdicts.Count(v => v == Verdict.Stale));
        var attempt = Assert.Single(await Store.Payments.AttemptsAsync(Site, 1));
        Assert.Equal((await Store.Payments.FindAsync(Site, 1))!.Tries, attempt.Number - 1);
    }

    [Fact]
    public async Task A_move_of_a_payment_that_is_not_there_is_stale() => await RefusedAsync(Verdict.Stale, Move(Payment(9) with { Version = 2 }));

    [Fact]
    public async Task A_change_lands_whole_or_not_at_all()
    {
        await CommitAsync(New(Payment(1)), New(Payment(2)));
        Write.MovePayment Stale() => new(Payment(2) with { Version = 9 }, Actor.Clock);

        await RefusedAsync(
            Verdict.Stale, New(Payment(3)), new Write.NewAttempt(Attempt(3)), new Write.NewSavedCard(Card(1)), new Write.NewRefund(Refund(1, 1)),
            new Write.NewNotice(Notice(3)), new Write.ClaimRequest(Request("k"), 3, Noon), Move(Payment(1) with { Version = 2, Tries = 5 }), Stale());

        Assert.Null(await Store.Payments.FindAsync(Site, 3));
        Assert.Empty(await Store.Payments.AttemptsAsync(Site, 3));
        Assert.Null(await Store.SavedCards.FindAsync(Site, 1));
        Assert.Empty(await Store.Payments.RefundsAsync(Site, 1));
        Assert.Empty(await Store.Notices.DueAsync(Noon.AddDays(1), 10, 100));
        Assert.Null(await Store.Requests.FindAsync(Site, "POST /v1/payments", "k"));
        AssertSame(Payment(1), await Store.Payments.FindAsync(Site, 1));
    }

    [Fact]
    public async Task Failing_changes_leave_their_neighbours_whole()
    {
        await CommitAsync(New(Payment(1)));

        // Every third change fails at its last write, after it has already written.
        var verdicts = await AllAtOnceAsync(90, i => Store.Payments.CommitAsync(
            [New(Payment(100 + i)), new Write.NewAttempt(Attempt(100 + i)), i % 3 == 0 ? New(Payment(500 + i) with { Reference = "order-1" }) : new Write.NewNotice(Notice(100 + i))]));

        for (var i = 0; i < 90; i++)
        {
            Assert.Equal(i % 3 == 0 ? Verdict.DuplicateReference : Verdict.Done, verdicts[i]);
            Assert.Equal(i % 3 != 0, await Store.Payments.FindAsync(Site, 100 + i) is not null);
            Assert.Equal(i % 3 == 0 ? 0 : 1, (await Store.Payments.AttemptsAsync(Site, 100 + i)).Count);
        }

        Assert.Equal(60, (await Store.Notices.DueAsync(Noon, 1000, 100)).Count);
    }

    [Fact]
    public async Task Lists_are_of_one_dialect_newest_first_and_without_card_checks()
    {
        await CommitAsync([.. Enumerable.Range(1, 6).Select(n => New(Payment(n)))]);
        await CommitAsync(New(Payment(7) with { Dialect = Dialect.Link }), New(Payment(8) with { Purpose = PaymentPurpose.CardCheck }), New(Payment(9) with { Reference = "order-3", IsTest = false }));

        Assert.Equal([9, 6, 5], await NumbersAsync(new PaymentFilter(Site, Dialect.Smart2Pay, null, null, 3)));
        Assert.Equal([4, 3], await NumbersAsync(new PaymentFilter(Site, Dialect.Smart2Pay, null, 4, 2)));
        Assert.Equal([9, 3], await NumbersAsync(new PaymentFilter(Site, Dialect.Smart2Pay, "order-3", null, 10)));
        Assert.Equal([3], await NumbersAsync(new PaymentFilter(Site, Dialect.Smart2Pay, "order-3", 8, 10)));
        Assert.Equal([7], await NumbersAsync(new PaymentFilter(Site, Dialect.Link, null, null, 10)));
        Assert.Empty(await NumbersAsync(new PaymentFilter(Site + 1, Dialect.Smart2Pay, null, null, 10)));
    }

    [Fact]
    public async Task Lists_are_narrowed_by_all_that_can_be_asked_and_turned_around()
    {
        await CommitAsync([.. Enumerable.Range(1, 4).Select(n => New(Payment(n) with { Dialect = Dialect.Cardgate }))]);
        await CommitAsync(
            New(Payment(5) with { Dialect = Dialect.Cardgate, Purpose = PaymentPurpose.CardCheck }),
            New(Payment(6) with { Dialect = Dialect.Cardgate, Shopper = "shopper-6", IsTest = false, Reference = "order-3" }),
            New(Payment(7, PaymentStatus.Captured) with { Dialect = Dialect.Cardgate, CapturedMinor = 2599, RefundOpenMinor = 100 }));

        var all = new PaymentFilter(Site, Dialect.Cardgate, null, null, 10);
        Assert.Equal([7, 6, 5, 4, 3, 2, 1], await NumbersAsync(all));
        Assert.Equal([1, 2, 3], await NumbersAsync(all with { OldestFirst = true, Limit = 3 }));
        Assert.Equal([4, 5], await NumbersAsync(all with { OldestFirst = true, Since = 4, UpTo = 5 }));
        Assert.Equal([5, 4], await NumbersAsync(all with { Since = 4, UpTo = 5 }));
        Assert.Equal([3, 6], await NumbersAsync(all with { Reference = "order-3", OldestFirst = true }));
        Assert.Equal([6], await NumbersAsync(all with { IsTest = false }));
        Assert.Equal([6], await NumbersAsync(all with { Shopper = "shopper-6" }));
        Assert.Equal([7], await NumbersAsync(all with { IsRefunding = true }));
        Assert.Equal([6, 5], await NumbersAsync(all with { IsRefunding = false, Since = 5 }));

        await CommitAsync(New(Payment(8, PaymentStatus.Expired) with { Dialect = Dialect.Cardgate, Attempts = 1 }), New(Payment(9, PaymentStatus.Expired) with { Dialect = Dialect.Cardgate, Attempts = 0 }));
        Assert.Equal([8, 7], await NumbersAsync(all with { ExpiredTried = true, Since = 7 }));
        Assert.Equal([9, 7], await NumbersAsync(all with { ExpiredTried = false, Since = 7 }));
    }

    [Fact]
    public async Task Lapsed_payments_are_the_open_ones_whose_time_is_over()
    {
        await CommitAsync(
            New(Payment(1) with { PayableUntil = Noon }), New(Payment(2) with { PayableUntil = Noon.AddMilliseconds(1) }), New(Payment(3)),
            New(Payment(4, PaymentStatus.Failed) with { PayableUntil = Noon }), New(Payment(5) with { PayableUntil = Noon.AddHours(-1) }));

        Assert.Equal([5, 1], (await Store.Payments.LapsedAsync(Noon, 10)).Select(p => p.Number));
        Assert.Equal([5], (await Store.Payments.LapsedAsync(Noon, 1)).Select(p => p.Number));
    }

    private async Task<IEnumerable<long>> NumbersAsync(PaymentFilter filter) => (await Store.Payments.ListAsync(filter)).Select(p => p.Number);
}
