using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using static Checkout.Tests.Storage.Sample;

namespace Checkout.Tests.Storage;

public abstract partial class StoreExam
{
    [Fact]
    public async Task Notices_of_a_payment_keep_their_order_and_do_not_hold_up_others()
    {
        await CommitAsync(New(Payment(1)), New(Payment(2)));
        await CommitAsync(new Write.NewNotice(Notice(1)), new Write.NewNotice(Notice(1)), new Write.NewNotice(Notice(2, Noon.AddSeconds(-1))));

        var due = await Store.Notices.DueAsync(Noon, 10, 100);
        Assert.Equal([2, 1], due.Select(n => n.Payment));
        AssertSame(Notice(1) with { Id = due[1].Id }, due[1]);

        await Store.Notices.PostponeAsync(due[1], Noon.AddMinutes(1));
        Assert.Equal([2], (await Store.Notices.DueAsync(Noon, 10, 100)).Select(n => n.Payment));

        var again = (await Store.Notices.DueAsync(Noon.AddMinutes(1), 10, 100)).Single(n => n.Payment == 1);
        Assert.Equal((due[1].Id, 1), (again.Id, again.Tries));
    }

    [Fact]
    public async Task A_notice_that_is_held_waits_without_having_been_tried()
    {
        await CommitAsync(New(Payment(1)), new Write.NewNotice(Notice(1)));
        var first = Assert.Single(await Store.Notices.DueAsync(Noon, 10, 100));
        await Store.Notices.HoldAsync(first, Noon.AddMinutes(5));

        Assert.Empty(await Store.Notices.DueAsync(Noon.AddMinutes(4), 10, 100));
        AssertSame(first with { NextAt = Noon.AddMinutes(5) }, Assert.Single(await Store.Notices.DueAsync(Noon.AddMinutes(5), 10, 100)));
    }

    [Fact]
    public async Task A_delivered_notice_goes_and_the_payment_remembers_without_a_new_version()
    {
        await CommitAsync(New(Payment(1)), new Write.NewNotice(Notice(1)), new Write.NewNotice(Notice(1)));
        var first = Assert.Single(await Store.Notices.DueAsync(Noon, 10, 100));

        await Store.Notices.DeliveredAsync(first, Noon.AddSeconds(3), first.Id);

        AssertSame(Payment(1) with { Notified = Noon.AddSeconds(3) }, await Store.Payments.FindAsync(Site, 1));
        var second = Assert.Single(await Store.Notices.DueAsync(Noon, 10, 100));
        Assert.True(second.Id > first.Id);

        await CommitAsync(Move(Payment(1) with { Version = 2 }));
        Assert.Equal(Noon.AddSeconds(3), (await Store.Payments.FindAsync(Site, 1))!.Notified);
    }

    [Fact]
    public async Task A_notice_that_tells_also_what_waits_behind_it_takes_that_along_and_nothing_else()
    {
        await CommitAsync(New(Payment(1)), New(Payment(2)), new Write.NewNotice(Notice(1)), new Write.NewNotice(Notice(1)), new Write.NewNotice(Notice(2)));
        var first = (await Store.Notices.DueAsync(Noon, 10, 100))[0];
        var newest = await Store.Notices.NewestAsync(first);
        Assert.True(newest > first.Id);
        await CommitAsync(new Write.NewNotice(Notice(1)), new Write.NewNotice(Notice(1) with { Subject = NoticeSubject.Payout }));

        await Store.Notices.DeliveredAsync(first, Noon, newest);
        var left = await Store.Notices.DueAsync(Noon, 10, 100);
        Assert.Equal([(2L, NoticeSubject.Payment), (1L, NoticeSubject.Payment), (1L, NoticeSubject.Payout)], left.Select(n => (n.Payment, n.Subject)));
        Assert.Equal(left[1].Id, await Store.Notices.NewestAsync(left[1]));
        Assert.Equal(left[2].Id, await Store.Notices.NewestAsync(left[2]));
    }

    [Fact]
    public async Task A_given_up_notice_lets_the_next_one_go_and_ids_never_come_back()
    {
        await CommitAsync(New(Payment(1)), new Write.NewNotice(Notice(1)), new Write.NewNotice(Notice(1)));
        var first = Assert.Single(await Store.Notices.DueAsync(Noon, 10, 100));
        await Store.Notices.PostponeAsync(first, null);

        var second = Assert.Single(await Store.Notices.DueAsync(Noon, 10, 100));
        await Store.Notices.DeliveredAsync(second, Noon, second.Id);
        await CommitAsync(new Write.NewNotice(Notice(1)));

        Assert.True(Assert.Single(await Store.Notices.DueAsync(Noon, 10, 100)).Id > second.Id);
    }

    [Fact]
    public async Task News_bring_forward_what_could_not_be_told_of_the_same_payment_and_nothing_else()
    {
        await CommitAsync(New(Payment(1)), New(Payment(2)), new Write.NewNotice(Notice(1)), new Write.NewNotice(Notice(2)), new Write.NewNotice(Notice(1) with { Subject = NoticeSubject.Payout }));
        foreach (var due in await Store.Notices.DueAsync(Noon, 10, 100)) await Store.Notices.PostponeAsync(due, Noon.AddHours(1));
        await CommitAsync(New(Payment(3)), new Write.NewNotice(Notice(3)));
        await Store.Notices.HoldAsync((await Store.Notices.DueAsync(Noon, 10, 100)).Single(), Noon.AddHours(1));

        var later = Noon.AddMinutes(10);
        await CommitAsync(new Write.NewNotice(Notice(1, later)), new Write.NewNotice(Notice(3, later)));
        var first = Assert.Single(await Store.Notices.DueAsync(later, 10, 100));
        Assert.Equal((1L, NoticeSubject.Payment, 1), (first.Payment, first.Subject, first.Tries));

        // A change that is refused brings nothing forward.
        await Store.Notices.PostponeAsync(first, Noon.AddHours(1));
        await RefusedAsync(Verdict.DuplicateReference, new Write.NewNotice(Notice(1, later)), New(Payment(4) with { Reference = Payment(1).Reference }));
        Assert.Empty(await Store.Notices.DueAsync(later, 10, 100));
    }

    [Fact]
    public async Task What_was_given_up_goes_out_again_as_if_it_were_new()
    {
        await CommitAsync(New(Payment(1)), New(Payment(2)), new Write.NewNotice(Notice(1)), new Write.NewNotice(Notice(2, Noon.AddMinutes(5)) with { Created = Noon.AddMinutes(5) }));
        foreach (var due in await Store.Notices.DueAsync(Noon.AddMinutes(5), 10, 100)) await Store.Notices.PostponeAsync(due, null);
        Assert.Equal(0, await Store.Notices.ResendAsync(Site + 1, DateTimeOffset.MinValue, Noon));
        Assert.Equal(1, await Store.Notices.ResendAsync(Site, Noon.AddMinutes(3), Noon.AddHours(1)));
        Assert.Equal(0, await Store.Notices.ResendAsync(Site, Noon.AddMinutes(3), Noon.AddHours(1)));

        var again = Assert.Single(await Store.Notices.DueAsync(Noon.AddHours(1), 10, 100));
        Assert.Equal((2L, 0, Noon.AddHours(1), Noon.AddHours(1)), (again.Payment, again.Tries, again.NextAt, again.Created));
        Assert.Equal(1, await Store.Notices.ResendAsync(Site, DateTimeOffset.MinValue, Noon));
    }

    [Fact]
    public async Task A_merchant_with_many_notices_does_not_hide_those_of_others()
    {
        for (var payment = 1; payment <= 5; payment++)
            await CommitAsync(New(Payment(payment)), new Write.NewNotice(Notice(payment, Noon.AddMinutes(-10))));
        await CommitAsync(New(Payment(1) with { Merchant = Site + 1 }), new Write.NewNotice(Notice(1) with { Merchant = Site + 1 }));

        var due = await Store.Notices.DueAsync(Noon, limit: 4, perMerchant: 2);
        Assert.Equal([Site, Site, Site + 1], due.Select(n => n.Merchant));
    }

    [Fact]
    public async Task A_notice_for_nobody_goes_and_nothing_says_that_it_was_delivered()
    {
        await CommitAsync(New(Payment(1)), new Write.NewNotice(Notice(1)));
        await Store.Notices.ForgetAsync(Assert.Single(await Store.Notices.DueAsync(Noon, 10, 100)));

        Assert.Empty(await Store.Notices.DueAsync(Noon, 10, 100));
        AssertSame(Payment(1), await Store.Payments.FindAsync(Site, 1));
    }

    [Fact]
    public async Task A_request_key_is_claimed_once_and_answered_once()
    {
        await CommitAsync(New(Payment(1)), new Write.ClaimRequest(Request("k"), 1, Noon));
        await RefusedAsync(Verdict.RequestSeen, new Write.ClaimRequest(Request("k"), 2, Noon), New(Payment(2)));
        AssertSame(new SeenRequest([1, 2, 3], 1, 0, null), await Store.Requests.FindAsync(Site, "POST /v1/payments", "k"));

        Assert.False(await Store.Requests.AnswerAsync(Request("k", 9), 7, 200, [7], Noon));
        Assert.False(await Store.Requests.AnswerAsync(Request("k"), null, 400, [4], Noon));
        Assert.True(await Store.Requests.AnswerAsync(Request("k"), 1, 201, [5, 6], Noon));
        Assert.False(await Store.Requests.AnswerAsync(Request("k"), 3, 400, [1], Noon));

        AssertSame(new SeenRequest([1, 2, 3], 1, 201, [5, 6]), await Store.Requests.FindAsync(Site, "POST /v1/payments", "k"));
        Assert.Null(await Store.Payments.FindAsync(Site, 2));
    }

    [Fact]
    public async Task An_answer_without_a_claim_is_kept_and_blocks_a_later_claim()
    {
        await Store.Requests.AnswerAsync(Request("k"), null, 400, [], Noon);

        AssertSame(new SeenRequest([1, 2, 3], null, 400, []), await Store.Requests.FindAsync(Site, "POST /v1/payments", "k"));
        await RefusedAsync(Verdict.RequestSeen, new Write.ClaimRequest(Request("k"), null, Noon));
        Assert.Null(await Store.Requests.FindAsync(Site, "POST /v1/refunds", "k"));
        Assert.Null(await Store.Requests.FindAsync(Site + 1, "POST /v1/payments", "k"));
    }

    [Fact]
    public async Task Request_keys_are_kept_for_a_month_and_not_for_ever()
    {
        await Store.Requests.AnswerAsync(Request("old"), null, 200, [1], Noon);
        await Store.Requests.AnswerAsync(Request("younger"), null, 200, [1], Noon.AddDays(5));
        for (var i = 0; i < 100; i++) await Store.Requests.AnswerAsync(Request($"new-{i}"), null, 200, [1], Noon.AddDays(33));

        Assert.Null(await Store.Requests.FindAsync(Site, "POST /v1/payments", "old"));
        Assert.NotNull(await Store.Requests.FindAsync(Site, "POST /v1/payments", "younger"));
        Assert.NotNull(await Store.Requests.FindAsync(Site, "POST /v1/payments", "new-0"));
    }

    [Fact]
    public void Settings_are_kept_by_room()
    {
        Assert.True(Store.Settings.Write("vault", "epoch-1", "a"));
        Assert.False(Store.Settings.Write("vault", "epoch-1", "b", onlyNew: true));
        Assert.True(Store.Settings.Write("vault", "epoch-2", "", onlyNew: true));
        Assert.True(Store.Settings.Write("sandbox", "clock", "x"));
        Assert.True(Store.Settings.Write("sandbox", "clock", "y"));

        AssertSame(new Dictionary<string, string> { ["epoch-1"] = "a", ["epoch-2"] = "" }, new Dictionary<string, string>(Store.Settings.ReadAll("vault")));
        Assert.Equal("y", Store.Settings.ReadAll("sandbox")["clock"]);
        Assert.Empty(Store.Settings.ReadAll("nobody"));
    }

    [Fact]
    public async Task Merchants_come_back_and_every_change_raises_the_version()
    {
        var merchant = new Merchant { Id = 33258, Name = "Shop", IsSandbox = true, Settings = new MerchantSettings { Currencies = ["EUR"], TokenLimit = 3, FraudCheck = false, AutoReturn = false, SkipsResult = true, Page = Sample.Wishes } };
        var key = new MerchantKey(33258, MerchantKeyKind.Api, [1], [2, 3], Noon);
        var start = await Store.Merchants.VersionAsync();

        Assert.True(await Store.Merchants.AddAsync(merchant, [key, key with { Kind = MerchantKeyKind.Link }]));
        Assert.False(await Store.Merchants.AddAsync(merchant with { Name = "Again" }, [key]));
        AssertSame(new MerchantEntry(merchant, [key with { Kind = MerchantKeyKind.Link }, key]), Assert.Single(await Store.Merchants.AllAsync()));
        var added = await Store.Merchants.VersionAsync();

        Assert.True(await Store.Merchants.SetAsync(33258, "Shop 2", merchant.Settings with { ReturnSchemes = ["myshop"] }));
        Assert.False(await Store.Merchants.SetAsync(1, "Nobody", new MerchantSettings()));
        var changed = Assert.Single(await Store.Merchants.AllAsync()).Merchant;
        AssertSame(merchant with { Name = "Shop 2", Version = 2, Settings = merchant.Settings with { ReturnSchemes = ["myshop"] } }, changed);
        Assert.True(start < added && added < await Store.Merchants.VersionAsync());
    }

    [Fact]
    public async Task A_new_key_pushes_the_oldest_of_its_kind_out()
    {
        var key = new MerchantKey(5, MerchantKeyKind.Api, [1], [0], Noon);
        await Store.Merchants.AddAsync(new Merchant { Id = 5, Name = "Shop" }, [key, key with { Kind = MerchantKeyKind.Link, Hash = [9] }]);
        await Store.Merchants.AddKeyAsync(key with { Hash = [2], Created = Noon.AddDays(1) }, keep: 2);
        var before = await Store.Merchants.VersionAsync();
        await Store.Merchants.AddKeyAsync(key with { Hash = [3], Created = Noon.AddDays(2) }, keep: 2);

        var entry = Assert.Single(await Store.Merchants.AllAsync());
        Assert.Equal([3, 2], entry.Keys.Where(k => k.Kind == MerchantKeyKind.Api).Select(k => (int)k.Hash[0]));
        Assert.Single(entry.Keys, k => k.Kind == MerchantKeyKind.Link);
        Assert.Equal(3, entry.Merchant.Version);
        Assert.True(before < await Store.Merchants.VersionAsync());
    }

    [Fact]
    public async Task Numbers_begin_where_they_should_and_never_repeat()
    {
        Assert.Equal(100_001, await Store.Numbers.NextAsync(Site, NumberKind.Payment));
        Assert.Equal(1, await Store.Numbers.NextAsync(Site, NumberKind.SavedCard));
        Assert.Equal(100_001, await Store.Numbers.NextAsync(Site + 1, NumberKind.Payment));

        var drawn = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(async () =>
        {
            List<long> own = [];
            for (var i = 0; i < 200; i++) own.Add(await Store.Numbers.NextAsync(Site, NumberKind.Payment));
            Assert.Equal(own.Order(), own);
            return own;
        })));
        Assert.Equal(3200, drawn.SelectMany(own => own).Distinct().Count());
    }

    [Fact]
    public async Task Pages_of_the_books_go_up_one_version_at_a_time()
    {
        var page = new BookPage(Site, "key", "group", 0, [1]);
        Assert.True(await Store.Books.WriteAsync(page));
        Assert.False(await Store.Books.WriteAsync(page));
        AssertSame(page with { Version = 1 }, await Store.Books.FindAsync(Site, "key"));

        var next = Enumerable.Range(0, 16).Select(i => Store.Books.WriteAsync(page with { Version = 1, Text = [(byte)i] }));
        Assert.Single(await Task.WhenAll(next), true);
        Assert.False(await Store.Books.WriteAsync(page with { Key = "other", Version = 3 }));
        Assert.True(await Store.Books.WriteAsync(page with { Key = "other" }));

        Assert.Equal(["key", "other"], (await Store.Books.GroupAsync(Site, "group")).Select(p => p.Key));
        Assert.Empty(await Store.Books.GroupAsync(Site + 1, "group"));
    }
}
