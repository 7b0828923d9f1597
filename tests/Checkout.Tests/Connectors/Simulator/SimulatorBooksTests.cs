using Checkout.Connectors.Simulator;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Simulator;

/// <summary>What happens when others write the same page, and what the ledger tells of it all.</summary>
public sealed class SimulatorBooksTests
{
    private readonly SimulatorRig _rig = new();

    [Fact]
    public async Task Two_of_the_same_charge_are_one()
    {
        var order = new ExamOrder { Capture = true };
        _rig.Books.BeforeWrite = async _ =>
        {
            _rig.Books.BeforeWrite = null;
            await _rig.SendAsync(order);
        };
        Assert.IsType<Approved>(await _rig.SendAsync(order));
        Assert.Equal("authorise approved 2599, capture approved 2599", await _rig.LedgerAsync("ORDER-7"));
    }

    [Fact]
    public async Task A_cancel_that_overtakes_an_approval_wins()
    {
        var order = new ExamOrder("4000000000003220") { Capture = true };
        await _rig.SendAsync(order);
        _rig.Books.BeforeWrite = async _ =>
        {
            _rig.Books.BeforeWrite = null;
            Assert.IsType<Approved>(await _rig.SendAsync(order.FollowUp(AttemptKind.Cancel)));
        };
        Assert.False((await _rig.Bank.DecideAsync(order.Reference, BankDecision.Approve))!.Counts);
        Assert.IsType<Cancelled>(await _rig.AskAsync(order));
        Assert.Equal("", await _rig.LedgerAsync("ORDER-7"));
    }

    [Fact]
    public async Task Books_that_never_take_a_page_mean_that_nothing_was_done()
    {
        var order = new ExamOrder();
        await _rig.SendAsync(order);
        var capture = order.FollowUp(AttemptKind.Capture);
        var others = 0;
        _rig.Books.BeforeWrite = async page =>
        {
            if (page.Group != "ORDER-7" || others++ % 2 == 1) return;
            await _rig.SendAsync(order.FollowUp(AttemptKind.Refund, 1));
        };
        Assert.Equal(ConnectorFault.ServerError, Assert.IsType<NotSent>(await _rig.SendAsync(capture)).Fault);
        _rig.Books.BeforeWrite = null;
        Assert.IsType<NotFound>(await _rig.AskAsync(capture));
        Assert.IsType<Approved>(await _rig.SendAsync(capture));
    }

    [Fact]
    public async Task Many_refunds_at_once_give_back_no_more_than_was_taken()
    {
        var order = new ExamOrder { Capture = true, Minor = 1000 };
        await _rig.SendAsync(order);
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => _rig.SendAsync(order.FollowUp(AttemptKind.Refund, 300)))));
        Assert.Equal(3, answers.Count(a => a is Approved));
    }

    [Fact]
    public async Task A_lost_answer_stays_lost_for_two_seconds()
    {
        var order = new ExamOrder("4000000000000119") { Capture = true };
        Assert.IsType<Unknown>(await _rig.SendAsync(order));
        Assert.IsType<Unknown>(await _rig.SendAsync(order));
        Assert.IsType<NotFound>(await _rig.AskAsync(order));
        Assert.Equal("authorise approved 2599, capture approved 2599", await _rig.LedgerAsync("ORDER-7"));
        _rig.Clock.Pass(TimeSpan.FromSeconds(2));
        Assert.IsType<Approved>(await _rig.AskAsync(order));
    }

    [Fact]
    public async Task The_ledger_is_found_by_either_reference_and_only_by_its_merchant()
    {
        var order = new ExamOrder { Capture = true };
        await _rig.SendAsync(order);
        var lines = await _rig.Ledger.ReadAsync(ExamOrder.Merchant, "ORDER-7");
        Assert.Equal(lines, await _rig.Ledger.ReadAsync(ExamOrder.Merchant, order.Reference));
        Assert.Equal(new LedgerLine(order.Reference, "authorise", "approved", 2599, "EUR", _rig.Clock.GetUtcNow()), lines[0]);
        Assert.Empty(await _rig.Ledger.ReadAsync(33258, "ORDER-7"));
        Assert.Empty(await _rig.Ledger.ReadAsync(ExamOrder.Merchant, "ORDER-8"));
    }

    [Fact]
    public async Task Two_tries_of_a_payment_stand_in_one_ledger()
    {
        await _rig.SendAsync(new ExamOrder("4000000000000002"));
        _rig.Clock.Pass(TimeSpan.FromSeconds(30));
        await _rig.SendAsync(new ExamOrder { Capture = true });
        Assert.Equal("authorise declined 2599, authorise approved 2599, capture approved 2599", await _rig.LedgerAsync("ORDER-7"));
    }

    [Fact]
    public async Task A_follow_up_in_another_currency_is_refused()
    {
        var order = new ExamOrder();
        await _rig.SendAsync(order);
        var other = order with { Currency = "USD" };
        Assert.Equal(PaymentReason.NotPermitted, Assert.IsType<Declined>(await _rig.SendAsync(other.FollowUp(AttemptKind.Capture))).Reason);
    }

    [Fact]
    public async Task A_name_of_the_upstream_stays_the_same_and_is_no_number()
    {
        var order = new ExamOrder();
        var first = Assert.IsType<Approved>(await _rig.SendAsync(order)).UpstreamId;
        Assert.Equal(first, Assert.IsType<Approved>(await _rig.AskAsync(order)).UpstreamId);
        Assert.Matches("^SIM[0-9A-Z]{20}$", first);
    }
}
