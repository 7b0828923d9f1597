using Checkout.Core.Payments;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Simulator;

public sealed class FraudFateTests
{
    private readonly SimulatorRig _rig = new();

    [Theory]
    [InlineData(null)]
    [InlineData("ann@example.com")]
    public async Task Nobody_in_particular_is_accepted(string? email)
    {
        var approved = Assert.IsType<Approved>(await _rig.SendAsync(new ExamOrder { Email = email }));
        Assert.Equal(new FraudVerdict(FraudStatus.Accept, 31, "No decision provided"), approved.Fraud);
    }

    [Fact]
    public async Task Who_is_known_is_accepted() =>
        Assert.Equal(FraudStatus.Accept, Assert.IsType<Approved>(await _rig.SendAsync(new ExamOrder { Email = "Accept@accept.com" })).Fraud!.Status);

    [Fact]
    public async Task Who_is_denied_is_declined()
    {
        var declined = Assert.IsType<Declined>(await _rig.SendAsync(new ExamOrder { Email = "deny@deny.com", Authenticate = true }));
        Assert.Equal((PaymentReason.FraudDenied, FraudStatus.Deny), (declined.Reason, declined.Fraud!.Status));
    }

    [Fact]
    public async Task Who_is_doubted_waits_for_the_merchant()
    {
        var order = new ExamOrder { Email = "challenge@challenge.com", Capture = true };
        var held = Assert.IsType<NeedsReview>(await _rig.SendAsync(order));
        Assert.Equal(FraudStatus.Challenge, held.Fraud.Status);
        Assert.True(held.Fraud.Score > 0);
        Assert.NotEmpty(held.Fraud.Reason);
        Assert.Equal("authorise approved 2599", await _rig.LedgerAsync("ORDER-7"));

        Assert.IsType<NeedsReview>(await _rig.AskAsync(order));
        Assert.IsType<Approved>(await _rig.SendAsync(order.FollowUp(AttemptKind.Capture)));
        Assert.IsType<Approved>(await _rig.AskAsync(order));
    }

    [Fact]
    public async Task Who_is_doubted_can_be_rejected()
    {
        var order = new ExamOrder { Email = "challenge@challenge.com" };
        await _rig.SendAsync(order);
        Assert.IsType<Approved>(await _rig.SendAsync(order.FollowUp(AttemptKind.Cancel)));
        Assert.IsType<Cancelled>(await _rig.AskAsync(order));
        Assert.Equal("authorise voided 2599, void approved 2599", await _rig.LedgerAsync("ORDER-7"));
    }
}
