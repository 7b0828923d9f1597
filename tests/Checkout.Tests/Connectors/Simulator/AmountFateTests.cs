using Checkout.Connectors.Simulator;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Simulator;

public sealed class AmountFateTests
{
    private readonly SimulatorRig _rig = new();

    [Fact]
    public void The_table_lists_each_amount_once() => Assert.Equal([10001, 10002, 10003, 10004, 10005, 10006], Fates.Amounts.Select(a => a.Minor));

    [Fact]
    public async Task The_first_is_declined()
    {
        Assert.Equal(PaymentReason.Declined, Assert.IsType<Declined>(await _rig.SendAsync(new ExamOrder { Minor = 10001 })).Reason);
        Assert.Equal("authorise declined 10001", await _rig.LedgerAsync("ORDER-7"));
    }

    [Theory]
    [InlineData(10002, ApprovalStage.Queued, PaymentReason.CaptureWillRetry)]
    [InlineData(10003, ApprovalStage.Requested, PaymentReason.None)]
    public async Task A_slow_capture_is_done_after_an_hour(long minor, ApprovalStage stage, PaymentReason note)
    {
        var once = new ExamOrder { Minor = minor, Capture = true, MerchantReference = "ONCE" };
        var approved = Assert.IsType<Approved>(await _rig.SendAsync(once));
        Assert.Equal((stage, note), (approved.Stage, approved.Note));

        var twice = new ExamOrder { Minor = minor };
        Assert.Equal(ApprovalStage.Done, Assert.IsType<Approved>(await _rig.SendAsync(twice)).Stage);
        var capture = twice.FollowUp(AttemptKind.Capture);
        approved = Assert.IsType<Approved>(await _rig.SendAsync(capture));
        Assert.Equal((stage, note), (approved.Stage, approved.Note));

        _rig.Clock.Pass(TimeSpan.FromMinutes(59));
        Assert.Equal(stage, Assert.IsType<Approved>(await _rig.AskAsync(capture)).Stage);
        Assert.Equal($"authorise approved {minor}", await _rig.LedgerAsync("ONCE"));

        _rig.Clock.Pass(TimeSpan.FromMinutes(1));
        foreach (var later in new[] { await _rig.AskAsync(once), await _rig.AskAsync(capture) })
        {
            approved = Assert.IsType<Approved>(later);
            Assert.Equal((ApprovalStage.Done, PaymentReason.None), (approved.Stage, approved.Note));
        }

        Assert.Equal($"authorise approved {minor}, capture approved {minor}", await _rig.LedgerAsync("ONCE"));
    }

    [Fact]
    public async Task A_refund_of_one_amount_stays_open()
    {
        var order = new ExamOrder { Minor = 10004, Capture = true };
        await _rig.SendAsync(order);
        var refund = order.FollowUp(AttemptKind.Refund, 500);
        Assert.Equal(ApprovalStage.Requested, Assert.IsType<Approved>(await _rig.SendAsync(refund)).Stage);
        _rig.Clock.Pass(TimeSpan.FromDays(30));
        Assert.Equal(ApprovalStage.Requested, Assert.IsType<Approved>(await _rig.AskAsync(refund)).Stage);
        Assert.Equal("authorise approved 10004, capture approved 10004", await _rig.LedgerAsync("ORDER-7"));
        Assert.IsType<Declined>(await _rig.SendAsync(order.FollowUp(AttemptKind.Refund, 10000)));
    }

    [Fact]
    public async Task A_capture_that_fails_lets_the_money_go()
    {
        var once = new ExamOrder { Minor = 10005, Capture = true, MerchantReference = "ONCE" };
        Assert.Equal(PaymentReason.CaptureTimedOut, Assert.IsType<Declined>(await _rig.SendAsync(once)).Reason);

        var twice = new ExamOrder { Minor = 10005, MerchantReference = "TWICE" };
        Assert.IsType<Approved>(await _rig.SendAsync(twice));
        var capture = twice.FollowUp(AttemptKind.Capture);
        Assert.Equal(PaymentReason.CaptureTimedOut, Assert.IsType<Declined>(await _rig.SendAsync(capture)).Reason);
        Assert.Equal(PaymentReason.CaptureTimedOut, Assert.IsType<Declined>(await _rig.AskAsync(capture)).Reason);

        const string Ledger = "authorise voided 10005, capture declined 10005, void approved 10005";
        Assert.Equal((Ledger, Ledger), (await _rig.LedgerAsync("ONCE"), await _rig.LedgerAsync("TWICE")));
    }

    [Fact]
    public async Task A_queued_cancel_is_done_after_an_hour()
    {
        var order = new ExamOrder { Minor = 10006 };
        await _rig.SendAsync(order);
        var cancel = order.FollowUp(AttemptKind.Cancel);
        Assert.Equal(ApprovalStage.Queued, Assert.IsType<Approved>(await _rig.SendAsync(cancel)).Stage);
        Assert.Equal("authorise approved 10006", await _rig.LedgerAsync("ORDER-7"));
        Assert.IsType<Declined>(await _rig.SendAsync(order.FollowUp(AttemptKind.Capture)));

        _rig.Clock.Pass(TimeSpan.FromHours(1));
        Assert.Equal(ApprovalStage.Done, Assert.IsType<Approved>(await _rig.AskAsync(cancel)).Stage);
        Assert.Equal("authorise voided 10006, capture declined 10006, void approved 10006", await _rig.LedgerAsync("ORDER-7"));
    }
}
