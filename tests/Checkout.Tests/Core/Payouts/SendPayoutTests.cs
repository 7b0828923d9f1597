using Checkout.Core.Alerts;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Checkout.Tests.Core.Till;
using static Checkout.Tests.Core.Till.Till;

namespace Checkout.Tests.Core.Payouts;

/// <summary>One payout from the order to its end: who may, what the bank is told, and what is asked later.</summary>
public sealed class SendPayoutTests
{
    private readonly Till.Till _till = new();

    private Bank Bank => _till.Bank;

    [Fact]
    public async Task The_bank_is_told_once_and_the_intent_lies_there_before()
    {
        Payout? intent = null;
        Bank.Meanwhile = async () => intent = await _till.Store.Payments.FindPayoutByReferenceAsync(7, "out-1");
        Bank.Says(Yes());
        var paid = (await SendAsync()).Payout!;

        Assert.Equal((PayoutStep.Submitting, 1, _till.Clock.GetUtcNow() + CheckSchedule.Stale), (intent!.Step, intent.Version, intent.CheckAt));
        Assert.Equal((PayoutState.Done, 2, "UP1", null), (paid.State, paid.Version, paid.UpstreamId, paid.CheckAt));
        var sent = Bank.Payouts.Single();
        Assert.Equal((paid.UpstreamReference, "out-1", Some.Money, Number), (sent.Reference, sent.MerchantReference, sent.Amount, Bank.Digits[0].Number));
        Assert.StartsWith($"7-{paid.Number}-p-", paid.UpstreamReference, StringComparison.Ordinal);
        Assert.Single(_till.Notices);
    }

    [Theory]
    [InlineData(2, PayoutState.Done, 3)]
    [InlineData(3, PayoutState.Failed, 3)]
    public async Task What_did_not_leave_is_sent_three_times_under_one_name(int failures, PayoutState end, int sends)
    {
        for (var i = 0; i < failures; i++) Bank.Says(Unsent);
        if (failures < 3) Bank.Says(Yes());
        Assert.Equal(end, (await SendAsync()).Payout!.State);
        Assert.Equal((sends, 1), (Bank.Payouts.Count, Bank.Payouts.Select(p => p.Reference).Distinct().Count()));
    }

    [Fact]
    public async Task An_intent_that_waited_too_long_for_the_disk_is_not_sent()
    {
        var slow = new SlowStore(_till.Store.Payments, () => _till.Clock.Pass(CheckSchedule.Stale));
        var random = new Web.Hosting.CryptographicRandom();
        var settle = new SettlePayout(_till.Store.Payments, Bank, new HorizonWait(_till.Clock), random, _till);
        var send = new SendPayout(slow, new PlanPayout(Bank, _till.Store.SavedCards, _till.Store.Numbers, _till.Clock, random), _till.Keeper, settle, _till.Clock);
        Assert.Equal(PayoutStep.Unknown, (await send.RunAsync(Order())).Payout!.Step);
        Assert.Empty(Bank.Payouts);
    }

    [Theory]
    [InlineData(true, false, PayoutRefusal.None)]
    [InlineData(false, true, PayoutRefusal.None)]
    [InlineData(false, false, PayoutRefusal.NotAllowed)]
    public async Task Only_who_may_pays_out(bool isSandbox, bool mayPayOut, PayoutRefusal refusal)
    {
        _till.Merchant = _till.Merchant with { IsSandbox = isSandbox, Settings = new MerchantSettings { Payouts = mayPayOut } };
        if (refusal == PayoutRefusal.None) Bank.Says(Yes());
        Assert.Equal(refusal, (await SendAsync()).Refusal);
    }

    [Fact]
    public async Task A_saved_card_goes_by_the_banks_word_or_is_opened_and_audited()
    {
        var card = await _till.SavedAsync();
        Bank.Says(Yes());
        await SendAsync(Order(card));
        Assert.Equal((card.Number, Bank.Payouts[0].Reference), _till.Store.Tables.Openings.Single());
        Assert.Equal((Number, card.Number), (Bank.Digits[0].Number, (await _till.Store.Payments.FindPayoutAsync(7, 1))!.SavedCard));

        var named = await _till.SavedAsync();
        await _till.Store.Payments.CommitAsync([_till.Keeper.KeepToken(named.Owner, "bank", UpstreamToken.Of("word")!)]);
        Bank.Says(Yes());
        await SendAsync(Order((await _till.Store.SavedCards.FindAsync(7, named.Number))!, "out-2"));
        Assert.Equal(("word", null), (Bank.Payouts[1].Token!.Reveal(), Bank.Payouts[1].Card));
        Assert.Single(_till.Store.Tables.Openings);
    }

    [Fact]
    public async Task A_card_that_is_gone_or_does_not_open_is_paid_nothing()
    {
        Assert.Equal(PayoutRefusal.TokenGone, (await SendAsync(Order(await _till.SavedAsync(SavedCardState.Cancelled)))).Refusal);
        var foreign = await new Till.Till().SavedAsync();
        await _till.Store.Payments.CommitAsync([new Write.NewSavedCard(foreign with { Number = 77 })]);
        var failed = (await SendAsync(Order(foreign with { Number = 77 }))).Payout!;
        Assert.Equal((PayoutState.Failed, PaymentReason.TokenNotAvailable), (failed.State, failed.Reason));
        Assert.Empty(Bank.Payouts);
    }

    [Fact]
    public async Task Where_the_provider_collects_cards_only_its_own_word_is_paid()
    {
        var till = new Till.Till(new Bank { Entry = CardEntry.Theirs });
        Assert.Equal(PayoutRefusal.CardNotTaken, (await till.SendPayout.RunAsync(Order())).Refusal);
        Assert.Equal(PayoutRefusal.TokenGone, (await till.SendPayout.RunAsync(Order(await till.SavedAsync()))).Refusal);
        till.Bank.IsClosed = true;
        Assert.Equal(PayoutRefusal.NoProvider, (await till.SendPayout.RunAsync(Order())).Refusal);
    }

    [Fact]
    public async Task Names_and_requests_are_taken_once_and_the_day_has_its_limit()
    {
        _till.Merchant = _till.Merchant with { Settings = new MerchantSettings { PayoutDailyLimit = 6000 } };
        var key = new RequestKey(7, "post", "key", [1]);
        Bank.Says(Yes(), Yes());
        Assert.Equal(PayoutRefusal.None, (await _till.SendPayout.RunAsync(Order(), key)).Refusal);
        Assert.Equal(1, (await _till.Store.Requests.FindAsync(7, "post", "key"))!.Payment);
        Assert.Equal(PayoutRefusal.RequestSeen, (await _till.SendPayout.RunAsync(Order(reference: "out-2"), key)).Refusal);
        Assert.Equal(PayoutRefusal.DuplicateReference, (await SendAsync()).Refusal);
        Assert.Equal(PayoutRefusal.None, (await SendAsync(Order(reference: "out-2"))).Refusal);
        Assert.Equal(PayoutRefusal.AboveDailyLimit, (await SendAsync(Order(reference: "out-3"))).Refusal);
        Assert.Equal(2, Bank.Payouts.Count);
    }

    [Fact]
    public async Task Nobody_knows_until_it_is_found_or_the_horizon_is_over_and_then_it_is_watched()
    {
        Bank.Says(Silence);
        var payout = (await SendAsync()).Payout!;
        Assert.Equal((PayoutStep.Unknown, PayoutState.Open, 0), (payout.Step, payout.State, _till.Notices.Count));

        payout = await AskAsync(payout, new ConnectorOutcome.NotFound(), TimeSpan.FromMinutes(1));
        Assert.Equal(PayoutStep.Unknown, payout.Step);
        payout = await AskAsync(payout, new ConnectorOutcome.NotFound(), TimeSpan.FromMinutes(16));
        Assert.Equal((PayoutStep.ProvenDead, PaymentReason.NeverSent, 1), (payout.Step, payout.Reason, _till.Notices.Count));
        payout = await AskAsync(payout, Yes(), TimeSpan.FromHours(1));
        Assert.Equal((PayoutState.Done, 2), (payout.State, _till.Notices.Count));
        Assert.Equal([AlertKind.LatePayout], _till.Alerts);
        payout = await AskAsync(payout, No(), TimeSpan.FromHours(1));
        Assert.Equal((PayoutState.Done, 1), (payout.State, Bank.Payouts.Count));
    }

    [Fact]
    public async Task While_its_own_call_is_under_way_only_a_decision_counts()
    {
        PayoutStep? asked = null;
        Bank.Meanwhile = async () =>
        {
            if (Bank.Questions.Count > 0 || asked is not null) return;
            asked = PayoutStep.Submitting;
            var (seen, isAnswered) = await _till.ResolvePayout.RunAsync((await _till.Store.Payments.FindPayoutByReferenceAsync(7, "out-1"))!, Actor.Upstream);
            (asked, _) = (seen.Step, isAnswered);
            Assert.False(isAnswered);
        };
        Bank.Says(new ConnectorOutcome.NotFound(), Yes());
        Assert.Equal(PayoutState.Done, (await SendAsync()).Payout!.State);
        Assert.Equal(PayoutStep.Submitting, asked);
    }

    [Fact]
    public async Task An_older_answer_does_not_bring_a_refused_payout_back()
    {
        var accepted = new ConnectorOutcome.Approved(Some.Money, ApprovalStage.Requested);
        Bank.Says(accepted);
        var payout = (await SendAsync()).Payout!;
        var isInner = false;
        Bank.Meanwhile = async () =>
        {
            if (isInner) return;
            isInner = true;
            Assert.Equal(PayoutStep.Declined, (await _till.ResolvePayout.RunAsync(payout, Actor.Upstream)).Payout.Step);
        };
        Bank.Says(No(), accepted);
        var (now, isAnswered) = await _till.ResolvePayout.RunAsync(payout, Actor.Clock);
        Assert.Equal((PayoutStep.Declined, false), (now.Step, isAnswered));
        Assert.Empty(_till.Alerts);
    }

    [Fact]
    public async Task A_token_that_was_cancelled_a_moment_ago_is_not_paid_to()
    {
        var saved = await _till.SavedAsync();
        Assert.Equal(Verdict.Done, await _till.Store.Payments.CommitAsync([new Write.MoveSavedCard(7, saved.Number, SavedCardState.Active, SavedCardState.Cancelled)]));
        Assert.Equal(PayoutRefusal.TokenGone, (await SendAsync(Order(saved))).Refusal);
        Assert.Empty(Bank.Payouts);
    }

    [Fact]
    public async Task A_doubt_that_is_due_is_asked_about_on_reading()
    {
        Bank.Says(Silence);
        var payout = (await SendAsync()).Payout!;
        var read = new ReadPayout(_till.Store.Payments, _till.ResolvePayout, _till.Clock);
        Assert.Equal(PayoutState.Open, (await read.RunAsync(7, payout.Number))!.State);
        Assert.Empty(Bank.Questions);

        _till.Clock.Pass(TimeSpan.FromSeconds(2));
        Bank.Says(Yes());
        Assert.Equal(PayoutState.Done, (await read.RunAsync(7, payout.Number))!.State);
        Assert.Equal(PayoutState.Done, (await read.RunAsync(7, payout.Number))!.State);
        Assert.Single(Bank.Questions);
        Assert.Null(await read.RunAsync(8, payout.Number));
    }

    private async Task<Payout> AskAsync(Payout payout, ConnectorOutcome outcome, TimeSpan after)
    {
        _till.Clock.Pass(after);
        Bank.Says(outcome);
        return (await _till.ResolvePayout.RunAsync(payout, Actor.Clock)).Payout;
    }

    private Task<PayoutResult> SendAsync(PayoutOrder? order = null) => _till.SendPayout.RunAsync(order ?? Order());

    private PayoutOrder Order(SavedCard? saved = null, string reference = "out-1") =>
        new(_till.Merchant, reference, Some.Money, new PaymentDetails(), saved is null ? Card() : null, saved);
}
