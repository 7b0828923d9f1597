using Checkout.Connectors.Simulator;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors.Simulator;

public sealed class SimulatedBankTests
{
    private readonly SimulatorRig _rig = new();

    [Fact]
    public async Task The_page_shows_amount_and_last_digits_and_knows_the_way_back()
    {
        var order = new ExamOrder("4000000000003220");
        await _rig.SendAsync(order);
        var visit = await _rig.Bank.ReadAsync(order.Reference);
        Assert.Equal(new BankVisit(order.Reference, order.Amount, "3220", true, null, "http://127.0.0.1:5080/return/abc", false), visit);
    }

    [Fact]
    public async Task A_card_that_is_entered_by_POST_leaves_by_POST_and_sends_the_three_known_fields()
    {
        var order = new ExamOrder("5123817234060000");
        var redirect = Assert.IsType<NeedsShopper>(await _rig.SendAsync(order)).Redirect;
        Assert.Equal(["MD", "PaReq", "TermUrl"], redirect.Fields.Select(f => f.Key));
        Assert.True((await _rig.Bank.DecideAsync(order.Reference, BankDecision.Approve))!.Visit.Post);
    }

    [Theory]
    [InlineData("4000000000003220", ChallengeShape.First, "05", "1")]
    [InlineData("4000000000003220", ChallengeShape.Second, "05", "2")]
    [InlineData("378282246310005", ChallengeShape.Second, "05", "2")]
    [InlineData("5123817234060000", ChallengeShape.First, "02", "1")]
    [InlineData("5555555555554444", ChallengeShape.Second, "02", "2")]
    [InlineData("6759649826438453", ChallengeShape.Second, "02", "2")]
    public async Task Who_passes_is_vouched_for_in_the_networks_word(string card, ChallengeShape shape, string eci, string version)
    {
        foreach (var decision in Enum.GetValues<BankDecision>())
        {
            var order = new ExamOrder(card) { Authenticate = true, Challenges = shape, Code = card[0] == '3' ? "1234" : "123" };
            Assert.Null(Assert.IsType<NeedsShopper>(await _rig.SendAsync(order)).Challenge);
            await _rig.Bank.DecideAsync(order.Reference, decision);
            Assert.Equal(decision == BankDecision.Approve ? new PassedChallenge(eci, version) : null, (await _rig.AskAsync(order)).Challenge);
        }
    }

    [Fact]
    public async Task Without_a_challenge_nobody_is_vouched_for() => Assert.Null(Assert.IsType<Approved>(await _rig.SendAsync(new ExamOrder())).Challenge);

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("1010-404-1-bcdfghjkmnpqrs")]
    [InlineData("99999999999999999999-1-1-b")]
    public async Task There_is_no_page_for_a_stranger(string reference)
    {
        Assert.Null(await _rig.Bank.ReadAsync(reference));
        Assert.Null(await _rig.Bank.DecideAsync(reference, BankDecision.Approve));
        Assert.Equal(0, _rig.Books.Writes);
    }

    [Fact]
    public async Task There_is_no_page_for_a_charge_without_challenge()
    {
        var order = new ExamOrder();
        await _rig.SendAsync(order);
        Assert.Null(await _rig.Bank.ReadAsync(order.Reference));
        Assert.Null(await _rig.Bank.DecideAsync(order.Reference, BankDecision.Cancel));
        Assert.IsType<Approved>(await _rig.AskAsync(order));
    }

    [Fact]
    public async Task The_first_decision_stands()
    {
        var order = new ExamOrder("4000000000003220") { Capture = true };
        await _rig.SendAsync(order);
        Assert.True((await _rig.Bank.DecideAsync(order.Reference, BankDecision.Approve))!.Counts);
        var writes = _rig.Books.Writes;

        Assert.True((await _rig.Bank.DecideAsync(order.Reference, BankDecision.Approve))!.Counts);
        var late = await _rig.Bank.DecideAsync(order.Reference, BankDecision.Refuse);
        Assert.False(late!.Counts);
        Assert.False(late.Visit.IsOpen);
        Assert.Equal(writes, _rig.Books.Writes);
        Assert.Equal("authorise approved 2599, capture approved 2599", await _rig.LedgerAsync("ORDER-7"));
    }

    [Fact]
    public async Task A_challenge_lapses_when_the_shopper_takes_too_long()
    {
        var order = new ExamOrder("4000000000003220");
        await _rig.SendAsync(order);
        _rig.Clock.Pass(_rig.Connector.ShopperLimit);
        Assert.False((await _rig.Bank.ReadAsync(order.Reference))!.IsOpen);
        Assert.False((await _rig.Bank.DecideAsync(order.Reference, BankDecision.Approve))!.Counts);
        Assert.Equal(PaymentReason.AuthenticationFailed, Assert.IsType<Declined>(await _rig.AskAsync(order)).Reason);
        Assert.Equal("", await _rig.LedgerAsync("ORDER-7"));
    }

    [Fact]
    public async Task A_doubted_shopper_passes_the_bank_and_still_waits_for_the_merchant()
    {
        var order = new ExamOrder { Authenticate = true, Email = "challenge@challenge.com" };
        Assert.IsType<NeedsShopper>(await _rig.SendAsync(order));
        await _rig.Bank.DecideAsync(order.Reference, BankDecision.Approve);
        Assert.Equal(new PassedChallenge("05", "1"), Assert.IsType<NeedsReview>(await _rig.AskAsync(order)).Challenge);
    }

    [Fact]
    public async Task A_card_can_be_checked_with_the_bank()
    {
        var order = new ExamOrder("4000000000003220") { IsCheck = true, Minor = 0 };
        Assert.IsType<NeedsShopper>(await _rig.SendAsync(order));
        await _rig.Bank.DecideAsync(order.Reference, BankDecision.Approve);
        Assert.IsType<Approved>(await _rig.AskAsync(order));
        Assert.Equal("", await _rig.LedgerAsync("ORDER-7"));
    }
}
