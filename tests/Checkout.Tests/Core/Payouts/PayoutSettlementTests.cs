using Checkout.Core.Alerts;
using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Upstream;
using Checkout.Web.Hosting;
using static Checkout.Core.Upstream.ConnectorOutcome;
using static Checkout.Tests.Storage.Sample;

namespace Checkout.Tests.Core.Payouts;

/// <summary>What each outcome means for a payout in each step.</summary>
public sealed class PayoutSettlementTests
{
    private static readonly TimeSpan Horizon = TimeSpan.FromMinutes(5);

    public static TheoryData<PayoutStep, string, PayoutStep, AlertKind?> Moves => new()
    {
        { PayoutStep.Submitting, "done", PayoutStep.Done, null }, { PayoutStep.Submitting, "requested", PayoutStep.Requested, null },
        { PayoutStep.Submitting, "declined", PayoutStep.Declined, null }, { PayoutStep.Submitting, "unknown", PayoutStep.Unknown, null },
        { PayoutStep.Submitting, "not sent", PayoutStep.ProvenDead, null }, { PayoutStep.Submitting, "another amount", PayoutStep.NeedsOperator, AlertKind.PayoutContradiction },
        { PayoutStep.Unknown, "done", PayoutStep.Done, null }, { PayoutStep.Unknown, "declined", PayoutStep.Declined, null },
        { PayoutStep.Unknown, "not found", PayoutStep.Unknown, null }, { PayoutStep.Unknown, "not found for long", PayoutStep.ProvenDead, null },
        { PayoutStep.Requested, "done", PayoutStep.Done, null }, { PayoutStep.Requested, "declined", PayoutStep.Declined, null },
        // What was accepted once is there, whatever a list shows.
        { PayoutStep.Requested, "not found for long", PayoutStep.Requested, null }, { PayoutStep.Requested, "unknown", PayoutStep.Requested, null },
        { PayoutStep.ProvenDead, "done", PayoutStep.Done, AlertKind.LatePayout }, { PayoutStep.ProvenDead, "requested", PayoutStep.Requested, AlertKind.LatePayout },
        { PayoutStep.Declined, "done", PayoutStep.Done, AlertKind.LatePayout }, { PayoutStep.ProvenDead, "another amount", PayoutStep.NeedsOperator, AlertKind.PayoutContradiction },
    };

    [Theory, MemberData(nameof(Moves))]
    public void An_outcome_moves_a_payout(PayoutStep from, string outcome, PayoutStep to, AlertKind? alert)
    {
        var before = Payout(1, from) with { Checks = 2 };
        var settled = Settle(before, outcome)!;

        Assert.Equal((to, alert, before.Version + 1), (settled.Payout.Step, settled.Alert, settled.Payout.Version));
        var isOpen = to is PayoutStep.Unknown or PayoutStep.Requested;
        Assert.Equal(isOpen || (to == PayoutStep.ProvenDead && outcome != "not sent"), settled.Payout.CheckAt is not null);
        Assert.Equal(to == PayoutStep.ProvenDead && outcome != "not sent", settled.Payout.Ended is not null);
        Assert.Equal(to is PayoutStep.Declined or PayoutStep.ProvenDead or PayoutStep.NeedsOperator, settled.Payout.Reason != PaymentReason.None);
    }

    [Theory]
    [InlineData(PayoutStep.Done), InlineData(PayoutStep.NeedsOperator)]
    public void What_is_over_for_good_never_moves(PayoutStep step) =>
        Assert.All(Outcomes, o => Assert.Null(Settle(Payout(1, step), o)));

    [Fact]
    public void A_message_between_two_looks_changes_nothing_and_a_look_leads_to_the_next()
    {
        var ended = Payout(1, PayoutStep.ProvenDead) with { Ended = Noon, CheckAt = Noon.AddHours(1) };
        Assert.Null(Settle(ended, "not found", Noon.AddMinutes(59)));
        Assert.Equal(Noon.AddHours(6), Settle(ended, "not found", Noon.AddHours(1))!.Payout.CheckAt);
        Assert.Null(Settle(ended with { CheckAt = Noon.AddHours(72) }, "not found", Noon.AddHours(72))!.Payout.CheckAt);
        // A look without an answer is repeated.
        Assert.Equal(Noon.AddHours(73), Settle(ended with { CheckAt = Noon.AddHours(72) }, "silence", Noon.AddHours(72))!.Payout.CheckAt);
        // And so is one that found it undecided.
        Assert.Equal(Noon.AddHours(73), Settle(ended with { CheckAt = Noon.AddHours(72) }, "unknown", Noon.AddHours(72))!.Payout.CheckAt);
        Assert.Null(Settle(Payout(1, PayoutStep.Declined), "not found", Noon.AddHours(1)));
    }

    [Fact]
    public void Somebody_is_told_of_what_stays_in_doubt()
    {
        Assert.Null(Settle(Payout(1, PayoutStep.Unknown) with { Checks = 18 }, "unknown")!.Alert);
        Assert.Equal(AlertKind.PayoutLongInDoubt, Settle(Payout(1, PayoutStep.Unknown) with { Checks = 19 }, "unknown")!.Alert);
        Assert.Equal(AlertKind.PayoutLongInDoubt, Settle(Payout(1, PayoutStep.Requested) with { Checks = 39 }, "requested")!.Alert);
    }

    private static readonly string[] Outcomes = ["done", "requested", "declined", "unknown", "not sent", "not found", "not found for long", "another amount", "silence"];

    private static SettledPayout? Settle(Payout payout, string outcome, DateTimeOffset? at = null)
    {
        var now = at ?? Noon + (outcome == "not found for long" ? Horizon + TimeSpan.FromSeconds(1) : TimeSpan.FromSeconds(1));
        return new PayoutSettlement(now, Horizon, new CryptographicRandom()).Of(payout, outcome switch
        {
            "done" => new Approved(payout.Amount, ApprovalStage.Done, "their-id"),
            "requested" => new Approved(payout.Amount, ApprovalStage.Requested),
            "another amount" => new Approved(Euro(501), ApprovalStage.Done),
            "declined" => new ConnectorOutcome.Declined(PaymentReason.InsufficientFunds),
            "not sent" => new NotSent(ConnectorFault.NotConnected),
            "silence" => new Unknown(ConnectorFault.NoAnswer),
            "unknown" => new Unknown(ConnectorFault.Undecided),
            _ => new NotFound(),
        });
    }
}
