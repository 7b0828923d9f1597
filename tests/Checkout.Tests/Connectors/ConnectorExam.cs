using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors;

/// <summary>What a shopper does on the upstream's page.</summary>
public enum AtTheBank { Approves, Refuses, GivesUp }

/// <summary>Cards that meet a certain fate at the upstream under examination. <paramref name="Silent"/>: charged, but the answer is lost.</summary>
public sealed record ExamCards(string Approves, string Declines, string Challenges, string Silent);

/// <summary>What every connector has to be able to do. Each sits the same exam over an upstream of its own.</summary>
public abstract class ConnectorExam
{
    protected abstract IConnector Connector { get; }

    protected abstract ExamCards Cards { get; }

    /// <summary>Whether a card can be checked without money.</summary>
    protected virtual bool ChecksCards => true;

    /// <summary>Everything the connector wrote down on its side of the line.</summary>
    protected abstract IEnumerable<string> Remembered { get; }

    protected abstract void Pass(TimeSpan time);

    /// <summary>The shopper follows the redirect and decides.</summary>
    protected abstract Task VisitBankAsync(string reference, ShopperRedirect redirect, AtTheBank does);

    protected Task<ConnectorOutcome> SendAsync(ExamOrder order) => Connector.AuthoriseAsync(order.Request(), CancellationToken.None);

    protected Task<ConnectorOutcome> SendAsync(FollowUpRequest request) => Connector.FollowUpAsync(request, CancellationToken.None);

    protected Task<ConnectorOutcome> AskAsync(ExamOrder order) => Connector.QueryAsync(order.Query(), CancellationToken.None);

    protected Task<ConnectorOutcome> AskAsync(FollowUpRequest request) =>
        Connector.QueryAsync(new QueryRequest(request.Merchant, request.Kind, request.Reference, request.Target, Amount: request.Amount), CancellationToken.None);

    [Fact]
    public void It_says_its_name_and_its_limits()
    {
        Assert.NotEmpty(Connector.Name);
        Assert.True(Connector.Horizon > TimeSpan.Zero);
        Assert.True(Connector.ShopperLimit > TimeSpan.Zero);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_good_card_is_approved_for_the_amount_that_was_asked(bool capture)
    {
        var order = new ExamOrder(Cards.Approves) { Capture = capture || !Connector.HoldsMoney };
        var approved = Assert.IsType<Approved>(await SendAsync(order));
        Assert.Equal(order.Amount, approved.Amount);
        Assert.NotNull(approved.UpstreamId);
        Assert.Equal(order.Amount, Assert.IsType<Approved>(await AskAsync(order)).Amount);
    }

    [Fact]
    public async Task A_bad_card_is_declined_with_a_reason()
    {
        var order = new ExamOrder(Cards.Declines) { Capture = !Connector.HoldsMoney };
        Assert.NotEqual(PaymentReason.None, Assert.IsType<Declined>(await SendAsync(order)).Reason);
        Assert.IsType<Declined>(await AskAsync(order));
    }

    [Fact]
    public async Task A_card_is_checked_without_money()
    {
        if (!ChecksCards) return;
        var order = new ExamOrder(Cards.Approves) { IsCheck = true, Minor = 0 };
        Assert.IsType<Approved>(await SendAsync(order));
        Assert.IsType<Declined>(await SendAsync(new ExamOrder(Cards.Declines) { IsCheck = true, Minor = 0 }));
    }

    [Fact]
    public async Task The_same_reference_is_the_same_charge()
    {
        var order = new ExamOrder(Cards.Approves) { Capture = true };
        var first = await SendAsync(order);
        Assert.Equal(first, await SendAsync(order));
        var all = order.FollowUp(AttemptKind.Refund);
        Assert.IsType<Approved>(await SendAsync(all));
        Assert.IsType<Declined>(await SendAsync(order.FollowUp(AttemptKind.Refund)));
    }

    [Theory]
    [InlineData(AttemptKind.Capture)]
    [InlineData(AttemptKind.Cancel)]
    public async Task A_held_charge_is_followed_up_once_per_reference(AttemptKind kind)
    {
        if (!Connector.HoldsMoney) return;
        var order = new ExamOrder(Cards.Approves);
        await SendAsync(order);
        var follow = order.FollowUp(kind);
        var first = Assert.IsType<Approved>(await SendAsync(follow));
        Assert.Equal(first, await SendAsync(follow));
        Assert.Equal(first, await AskAsync(follow));
        Assert.Equal(order.Amount, first.Amount);
    }

    [Fact]
    public async Task A_cancelled_charge_cannot_be_captured()
    {
        if (!Connector.HoldsMoney) return;
        var order = new ExamOrder(Cards.Approves);
        await SendAsync(order);
        await SendAsync(order.FollowUp(AttemptKind.Cancel));
        Assert.IsType<Cancelled>(await AskAsync(order));
        Assert.IsType<Declined>(await SendAsync(order.FollowUp(AttemptKind.Capture)));
    }

    [Fact]
    public async Task A_captured_charge_cannot_be_cancelled()
    {
        var order = new ExamOrder(Cards.Approves) { Capture = true };
        await SendAsync(order);
        Assert.IsType<Declined>(await SendAsync(order.FollowUp(AttemptKind.Cancel)));
    }

    [Fact]
    public async Task A_cancel_that_comes_first_refuses_its_charge()
    {
        if (!Connector.CancelsOpenCharges) return;
        var order = new ExamOrder(Cards.Approves);
        var cancel = order.FollowUp(AttemptKind.Cancel);
        Assert.IsType<Approved>(await SendAsync(cancel));
        Assert.IsType<Cancelled>(await SendAsync(order));
        Assert.IsType<Cancelled>(await AskAsync(order));
        Assert.IsType<Approved>(await SendAsync(cancel));
    }

    [Fact]
    public async Task A_charge_that_is_not_found_can_be_barred_and_is_refused_when_it_comes_late()
    {
        // Where charges cannot be barred, a cancel that comes first has to do the same.
        if (Connector is not IBarsCharges bars)
        {
            Assert.True(Connector.CancelsOpenCharges);
            return;
        }

        var order = new ExamOrder(Cards.Approves) { Capture = !Connector.HoldsMoney };
        var bar = new BarRequest(ExamOrder.Merchant, order.Reference, order.Amount, order.Capture);
        Assert.IsType<Barred>(await bars.BarAsync(bar, CancellationToken.None));
        Assert.IsType<Barred>(await AskAsync(order));
        Assert.IsNotType<Approved>(await SendAsync(order));
        Assert.IsType<Barred>(await AskAsync(order));
        Assert.IsNotType<NotFound>(await bars.BarAsync(bar, CancellationToken.None));
    }

    [Fact]
    public async Task What_is_there_cannot_be_barred()
    {
        if (Connector is not IBarsCharges bars) return;
        var order = new ExamOrder(Cards.Approves) { Capture = !Connector.HoldsMoney };
        await SendAsync(order);
        var taken = Assert.IsType<Unknown>(await bars.BarAsync(new BarRequest(ExamOrder.Merchant, order.Reference, order.Amount, order.Capture), CancellationToken.None));
        Assert.Equal(ConnectorFault.Undecided, taken.Fault);
        Assert.IsType<Approved>(await AskAsync(order));
    }

    [Fact]
    public async Task A_part_can_be_captured_and_never_more_than_was_held()
    {
        if (!Connector.HoldsMoney) return;
        var order = new ExamOrder(Cards.Approves);
        await SendAsync(order);
        Assert.IsType<Declined>(await SendAsync(order.FollowUp(AttemptKind.Capture, order.Minor + 1)));
        Assert.Equal(1000, Assert.IsType<Approved>(await SendAsync(order.FollowUp(AttemptKind.Capture, 1000))).Amount.Minor);
        Assert.IsType<Declined>(await SendAsync(order.FollowUp(AttemptKind.Capture, order.Minor - 1000)));
    }

    [Fact]
    public async Task Refunds_never_give_back_more_than_was_taken()
    {
        var order = new ExamOrder(Cards.Approves) { Capture = true };
        await SendAsync(order);
        Assert.IsType<Approved>(await SendAsync(order.FollowUp(AttemptKind.Refund, 2000)));
        Assert.IsType<Declined>(await SendAsync(order.FollowUp(AttemptKind.Refund, 600)));
        var rest = order.FollowUp(AttemptKind.Refund, 599);
        Assert.IsType<Approved>(await SendAsync(rest));
        Assert.IsType<Approved>(await AskAsync(rest));
    }

    [Fact]
    public async Task What_was_never_sent_is_not_found()
    {
        var order = new ExamOrder(Cards.Approves);
        Assert.IsType<NotFound>(await AskAsync(order));
        await SendAsync(order);
        Assert.IsType<NotFound>(await AskAsync(order.FollowUp(AttemptKind.Capture)));
    }

    [Fact]
    public async Task A_lost_answer_is_unknown_and_found_by_asking()
    {
        var order = new ExamOrder(Cards.Silent) { Capture = true };
        Assert.IsType<Unknown>(await SendAsync(order));
        Pass(TimeSpan.FromSeconds(5));
        Assert.Equal(order.Amount, Assert.IsType<Approved>(await AskAsync(order)).Amount);
    }

    [Fact]
    public async Task A_challenge_that_is_approved_is_paid()
    {
        var order = new ExamOrder(Cards.Challenges) { Capture = true, Authenticate = true };
        var redirect = Assert.IsType<NeedsShopper>(await SendAsync(order)).Redirect;
        Assert.IsType<NeedsShopper>(await AskAsync(order));
        await VisitBankAsync(order.Reference, redirect, AtTheBank.Approves);
        Assert.Equal(order.Amount, Assert.IsType<Approved>(await AskAsync(order)).Amount);
    }

    [Fact]
    public async Task A_challenge_that_is_refused_is_declined()
    {
        var order = new ExamOrder(Cards.Challenges) { Capture = !Connector.HoldsMoney, Authenticate = true };
        var redirect = Assert.IsType<NeedsShopper>(await SendAsync(order)).Redirect;
        await VisitBankAsync(order.Reference, redirect, AtTheBank.Refuses);
        Assert.Equal(PaymentReason.AuthenticationFailed, Assert.IsType<Declined>(await AskAsync(order)).Reason);
    }

    [Fact]
    public async Task A_challenge_that_is_given_up_is_cancelled()
    {
        var order = new ExamOrder(Cards.Challenges) { Capture = !Connector.HoldsMoney, Authenticate = true };
        var redirect = Assert.IsType<NeedsShopper>(await SendAsync(order)).Redirect;
        await VisitBankAsync(order.Reference, redirect, AtTheBank.GivesUp);
        Assert.IsType<Cancelled>(await AskAsync(order));
    }

    [Fact]
    public async Task A_challenge_that_was_cancelled_cannot_be_approved_in_another_tab()
    {
        if (!Connector.CancelsOpenCharges) return;
        var order = new ExamOrder(Cards.Challenges) { Capture = true, Authenticate = true };
        var redirect = Assert.IsType<NeedsShopper>(await SendAsync(order)).Redirect;
        Assert.IsType<Approved>(await SendAsync(order.FollowUp(AttemptKind.Cancel)));
        await VisitBankAsync(order.Reference, redirect, AtTheBank.Approves);
        Assert.IsType<Cancelled>(await AskAsync(order));
    }

    [Theory]
    [InlineData("123", CredentialUse.LaterByShopper)]
    [InlineData(null, CredentialUse.ByMerchant)]
    public async Task A_card_that_is_kept_gives_a_token_that_pays(string? code, CredentialUse use)
    {
        if (!Connector.KeepsTokens) return;
        var first = new ExamOrder(Cards.Approves) { Capture = true, KeepsCard = true, Shopper = "shopper-7", Use = CredentialUse.FirstByShopper };
        var kept = Assert.IsType<Approved>(await SendAsync(first));
        var token = kept.Token ?? Assert.IsType<Approved>(await AskAsync(first)).Token;
        Assert.NotNull(token);

        var next = new ExamOrder(Cards.Approves) { Capture = true, Token = token, Code = code, Shopper = "shopper-7", Use = use };
        Assert.Equal(next.Amount, Assert.IsType<Approved>(await SendAsync(next)).Amount);
    }

    [Fact]
    public async Task A_card_that_is_not_kept_gives_no_token()
    {
        if (!Connector.KeepsTokens) return;
        var order = new ExamOrder(Cards.Approves) { Capture = true, Shopper = "shopper-7" };
        Assert.Null(Assert.IsType<Approved>(await SendAsync(order)).Token);
    }

    [Fact]
    public async Task No_card_number_and_no_code_is_remembered_or_printed()
    {
        foreach (var card in new[] { Cards.Approves, Cards.Declines, Cards.Challenges, Cards.Silent })
        {
            var order = new ExamOrder(card) { Code = "7391", Capture = !Connector.HoldsMoney, Authenticate = card == Cards.Challenges };
            var request = order.Request();
            var outcome = await Connector.AuthoriseAsync(request, CancellationToken.None);
            var words = string.Join('\n', [.. Remembered, request.ToString(), outcome.ToString()]);
            Assert.DoesNotContain(card, words, StringComparison.Ordinal);
            Assert.DoesNotContain(card[..12], words, StringComparison.Ordinal);
            Assert.DoesNotContain("7391", words, StringComparison.Ordinal);
        }
    }
}
