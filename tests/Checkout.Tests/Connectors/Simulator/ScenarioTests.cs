using System.Text.RegularExpressions;
using Checkout.Connectors.Simulator;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Simulator;

/// <summary>Scenarios by themselves: what the acquirer answers, when, and what its books hold.</summary>
public sealed class ScenarioTests
{
    private const string Paid = "authorise approved 2599, capture approved 2599";

    private readonly SimulatorRig _rig = new();

    [Fact]
    public void Every_name_fits_at_the_end_of_a_reference_and_stands_once()
    {
        Assert.Equal(Scenarios.All.Count, Scenarios.All.Select(s => s.Name).Distinct().Count());
        Assert.All(Scenarios.All, row =>
        {
            var name = row.Name.Replace("-N", "-30", StringComparison.Ordinal);
            Assert.Matches(new Regex("^[a-z]+(-[a-z0-9]+)+$"), name);
            Assert.InRange(name.Length, 1, 24);
            Assert.Equal(name, Scenarios.Find(name)?.Name);
            Assert.Equal(name, Scenarios.AtTheEndOf("order--7" + Scenarios.Mark + name));
        });
    }

    [Theory]
    [InlineData("lost-reply", ConnectorFault.NoAnswer)]
    [InlineData("reset-after-charge", ConnectorFault.NoAnswer)]
    [InlineData("error-after-charge", ConnectorFault.ServerError)]
    [InlineData("unreadable-answer", ConnectorFault.UnreadableAnswer)]
    [InlineData("reset-before-charge", ConnectorFault.NoAnswer)]
    [InlineData("late-charge", ConnectorFault.NoAnswer)]
    [InlineData("approve-after-5", ConnectorFault.Undecided)]
    public async Task What_is_no_answer_stays_none_when_the_same_is_sent_again_and_charges_no_second_time(string scenario, ConnectorFault fault)
    {
        var order = new ExamOrder { Capture = true, MerchantReference = scenario };
        for (var sends = 0; sends < 3; sends++) Assert.Equal(new Unknown(fault), await PlayAsync(order, scenario));
        _rig.Clock.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal(scenario == "reset-before-charge" ? "" : Paid, await _rig.LedgerAsync(scenario));
    }

    [Theory]
    [InlineData("late-charge", 20)]
    [InlineData("too-late-charge", 150)]
    [InlineData("approve-after-40", 40)]
    public async Task What_is_decided_later_is_in_no_book_before_and_has_its_own_time_afterwards(string scenario, int seconds)
    {
        var order = new ExamOrder { Capture = true };
        var sent = _rig.Clock.GetUtcNow();
        await PlayAsync(order, scenario);
        _rig.Clock.Pass(TimeSpan.FromSeconds(seconds - 1));
        Assert.Equal("", await _rig.LedgerAsync(order.Reference));
        Assert.IsNotType<Approved>(await _rig.AskAsync(order));

        _rig.Clock.Pass(TimeSpan.FromSeconds(1));
        Assert.IsType<Approved>(await _rig.AskAsync(order));
        _rig.Clock.Pass(TimeSpan.FromDays(1));
        Assert.All(await _rig.Ledger.ReadAsync(ExamOrder.Merchant, order.Reference), line => Assert.Equal(sent.AddSeconds(seconds), line.At));
    }

    [Theory]
    [InlineData("late-charge")]
    [InlineData("too-late-charge")]
    [InlineData("approve-after-40")]
    [InlineData("reset-before-charge")]
    public async Task A_cancel_that_comes_before_the_decision_leaves_nothing_to_charge(string scenario)
    {
        var order = new ExamOrder { Capture = true };
        await PlayAsync(order, scenario);
        Assert.IsType<Approved>(await _rig.SendAsync(order.FollowUp(AttemptKind.Cancel)));
        _rig.Clock.Pass(TimeSpan.FromMinutes(5));
        Assert.IsNotType<Approved>(await _rig.AskAsync(order));
        Assert.Equal("", await _rig.LedgerAsync(order.Reference));
    }

    [Theory]
    [InlineData("4000000000000002", "authorise declined 2599")]
    [InlineData("4000000000003220", "")]
    public async Task The_card_goes_on_deciding_what_the_answer_is(string card, string ledger)
    {
        foreach (var scenario in new[] { "lost-reply", "approve-after-5" })
        {
            var order = new ExamOrder(card) { Capture = true };
            Assert.IsType<Unknown>(await PlayAsync(order, scenario));
            _rig.Clock.Pass(TimeSpan.FromSeconds(5));
            Assert.IsType(card.EndsWith('2') ? typeof(Declined) : typeof(NeedsShopper), await _rig.AskAsync(order));
            Assert.Equal(ledger, await _rig.LedgerAsync(order.Reference));
        }
    }

    [Fact]
    public async Task Only_the_first_try_of_a_payment_plays_it_unless_every_try_must()
    {
        var again = new ExamOrder();
        again = again with { Reference = again.Reference.Replace("-1-", "-2-", StringComparison.Ordinal), Use = CredentialUse.LaterByShopper };
        Assert.IsType<Approved>(await PlayAsync(again, "lost-reply"));
        var third = again with { Reference = again.Reference + "z" };
        Assert.Equal(new Declined(PaymentReason.TokenNotAvailable, Fates.NoVerdict), await PlayAsync(third, "token-revoked"));
    }

    [Fact]
    public async Task A_capture_of_its_own_fails_later_too_and_the_held_money_is_let_go()
    {
        var order = new ExamOrder();
        Assert.IsType<Approved>(await PlayAsync(order, "capture-fails-later"));
        var capture = order.FollowUp(AttemptKind.Capture);
        Assert.Equal(ApprovalStage.Requested, Assert.IsType<Approved>(await _rig.SendAsync(capture)).Stage);

        // Meanwhile it can neither be captured again nor cancelled.
        Assert.IsType<Declined>(await _rig.SendAsync(order.FollowUp(AttemptKind.Capture)));
        Assert.IsType<Declined>(await _rig.SendAsync(order.FollowUp(AttemptKind.Cancel)));

        _rig.Clock.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(new Declined(PaymentReason.CaptureTimedOut), await _rig.AskAsync(capture));
        Assert.Equal("authorise voided 2599, capture declined 2599, void declined 2599, capture declined 2599, void approved 2599", await _rig.LedgerAsync(order.Reference));
        Assert.IsType<Declined>(await _rig.SendAsync(order.FollowUp(AttemptKind.Capture)));
    }

    [Theory]
    [InlineData("wrong-amount", 2699, "EUR")]
    [InlineData("wrong-currency", 2599, "USD")]
    [InlineData("partial-approval", 1300, "EUR")]
    public async Task What_was_charged_is_what_the_answer_says(string scenario, long minor, string currency)
    {
        var order = new ExamOrder();
        var said = Assert.IsType<Approved>(await PlayAsync(order, scenario)).Amount;
        Assert.Equal((minor, currency), (said.Minor, said.Currency.Code));
        var line = Assert.Single(await _rig.Ledger.ReadAsync(ExamOrder.Merchant, order.Reference));
        Assert.Equal((minor, currency), (line.Amount, line.Currency));
    }

    [Fact]
    public async Task A_card_check_plays_none() => Assert.IsType<Approved>(await PlayAsync(new ExamOrder { IsCheck = true, Minor = 0 }, "lost-reply"));

    [Fact]
    public async Task A_slow_answer_waits_for_its_caller_to_give_up_and_the_charge_stands()
    {
        var order = new ExamOrder();
        using var patience = new CancellationTokenSource();
        var calling = _rig.Connector.AuthoriseAsync(Request(order, "slow-answer"), patience.Token);
        Assert.False(calling.IsCompleted);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => calling);
        Assert.IsType<Approved>(await _rig.AskAsync(order));
    }

    private static AuthoriseRequest Request(ExamOrder order, string scenario)
    {
        var request = order.Request();
        return request with { Details = request.Details with { Scenario = scenario } };
    }

    private Task<ConnectorOutcome> PlayAsync(ExamOrder order, string scenario) => _rig.Connector.AuthoriseAsync(Request(order, scenario), CancellationToken.None);
}
