using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Simulator;

public sealed class SettlingTests
{
    private static readonly TimeSpan Settles = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Deferred_means_requested_first_and_done_later()
    {
        var rig = new SimulatorRig(SimulatorRig.Deferred);
        var paid = new ExamOrder { Capture = true };
        Assert.Equal(ApprovalStage.Requested, Stage(await rig.SendAsync(paid)));
        Assert.Equal("authorise approved 2599", await rig.LedgerAsync("ORDER-7"));
        Assert.IsType<Declined>(await rig.SendAsync(paid.FollowUp(AttemptKind.Refund)));

        rig.Clock.Pass(Settles);
        Assert.Equal(ApprovalStage.Done, Stage(await rig.AskAsync(paid)));
        var refund = paid.FollowUp(AttemptKind.Refund);
        Assert.Equal(ApprovalStage.Requested, Stage(await rig.SendAsync(refund)));
        rig.Clock.Pass(Settles);
        Assert.Equal(ApprovalStage.Done, Stage(await rig.AskAsync(refund)));
        Assert.Equal("authorise approved 2599, refund declined 2599, capture approved 2599, refund approved 2599", await rig.LedgerAsync("ORDER-7"));
    }

    [Theory]
    [InlineData(AttemptKind.Capture, "authorise approved 2599, capture approved 2599")]
    [InlineData(AttemptKind.Cancel, "authorise voided 2599, void approved 2599")]
    public async Task Deferred_holds_for_captures_and_cancels(AttemptKind kind, string ledger)
    {
        var rig = new SimulatorRig(SimulatorRig.Deferred);
        var held = new ExamOrder();
        Assert.Equal(ApprovalStage.Done, Stage(await rig.SendAsync(held)));
        var follow = held.FollowUp(kind);
        Assert.Equal(ApprovalStage.Requested, Stage(await rig.SendAsync(follow)));
        Assert.Equal("authorise approved 2599", await rig.LedgerAsync("ORDER-7"));
        rig.Clock.Pass(Settles);
        Assert.Equal(ApprovalStage.Done, Stage(await rig.AskAsync(follow)));
        Assert.Equal(ledger, await rig.LedgerAsync("ORDER-7"));
    }

    [Fact]
    public async Task A_challenge_is_cancelled_at_once_even_when_cancels_take_time()
    {
        var rig = new SimulatorRig(SimulatorRig.Deferred);
        var order = new ExamOrder { Authenticate = true, Minor = 10006 };
        await rig.SendAsync(order);
        Assert.Equal(ApprovalStage.Done, Stage(await rig.SendAsync(order.FollowUp(AttemptKind.Cancel))));
    }

    [Theory]
    [InlineData("USD", "BR")]
    [InlineData("EUR", "ar")]
    [InlineData("MXN", null)]
    [InlineData("CLP", "DE")]
    public async Task Captures_take_their_time_in_Latin_America(string currency, string? country)
    {
        var rig = new SimulatorRig();
        var paid = new ExamOrder { Capture = true, Currency = currency, Country = country };
        Assert.Equal(ApprovalStage.Requested, Stage(await rig.SendAsync(paid)));
        rig.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(ApprovalStage.Done, Stage(await rig.AskAsync(paid)));
        Assert.Equal(ApprovalStage.Done, Stage(await rig.SendAsync(paid.FollowUp(AttemptKind.Refund))));

        var held = new ExamOrder { Currency = currency, Country = country };
        Assert.Equal(ApprovalStage.Done, Stage(await rig.SendAsync(held)));
        Assert.Equal(ApprovalStage.Done, Stage(await rig.SendAsync(held.FollowUp(AttemptKind.Cancel))));
    }

    [Fact]
    public async Task Nothing_takes_time_elsewhere() =>
        Assert.Equal(ApprovalStage.Done, Stage(await new SimulatorRig().SendAsync(new ExamOrder { Capture = true, Country = "DE" })));

    private static ApprovalStage Stage(ConnectorOutcome outcome) => Assert.IsType<Approved>(outcome).Stage;
}
