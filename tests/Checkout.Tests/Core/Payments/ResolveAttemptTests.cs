using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Checkout.Tests.Core.Till;
using static Checkout.Tests.Core.Till.Till;

namespace Checkout.Tests.Core.Payments;

/// <summary>What is done about an upstream that knows nothing of a charge, long after anything could be on its way.</summary>
public sealed class ResolveAttemptTests
{
    private static readonly ConnectorOutcome Held = new ConnectorOutcome.NeedsReview(new FraudVerdict(FraudStatus.Challenge, 60, "listed"), "UP9");

    private readonly Till.Till _till = new(new Bank { CancelsOpenCharges = true });

    [Fact]
    public async Task A_charge_under_review_is_neither_cancelled_nor_given_up()
    {
        _till.Bank.Says(Held, new ConnectorOutcome.NotFound(), new ConnectorOutcome.NotFound(), Yes());
        var payment = (await _till.PayAsync()).Payment!;
        for (var looks = 0; looks < 2; looks++) Assert.Equal(PaymentStatus.AwaitingReview, (payment = await LookAsync(payment)).Status);
        Assert.Empty(_till.Bank.FollowUps);
        Assert.Equal(PaymentStatus.Captured, (await LookAsync(payment)).Status);
    }

    [Fact]
    public async Task A_charge_nobody_answered_is_cancelled_by_its_reference_before_it_is_given_up()
    {
        _till.Bank.Says(Silence, new ConnectorOutcome.NotFound(), new ConnectorOutcome.Cancelled());
        var payment = await LookAsync((await _till.PayAsync()).Payment!);
        Assert.Equal(PaymentReason.NeverSent, payment.Reason);
        Assert.Equal(AttemptKind.Cancel, Assert.Single(_till.Bank.FollowUps).Kind);
    }

    /// <summary>Later than any look that is planned, and than the horizon.</summary>
    private Task<Payment> LookAsync(Payment payment)
    {
        _till.Clock.Pass(TimeSpan.FromHours(2));
        return _till.Resolve.RunAsync(payment, Actor.Clock);
    }
}
