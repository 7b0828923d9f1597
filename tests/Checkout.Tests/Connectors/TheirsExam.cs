using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using static Checkout.Core.Upstream.ConnectorOutcome;

namespace Checkout.Tests.Connectors;

/// <summary>What every connector has to be able to do whose provider collects the card itself. No number and no code ever passes it.</summary>
public abstract class TheirsExam
{
    private static int _shoppers;

    // Each fact has a shopper of its own: there, a known one would be offered the cards of the others.
    private readonly string _shopper = $"shopper-{Interlocked.Increment(ref _shoppers)}";

    protected abstract IConnector Connector { get; }

    protected abstract ExamCards Cards { get; }

    /// <summary>The shopper follows the redirect, types the card, or only the code of a card that is known there, and pays.</summary>
    protected abstract Task PayThereAsync(ExamOrder order, ShopperRedirect redirect);

    /// <summary>The shopper follows the redirect and gives up.</summary>
    protected abstract Task GiveUpThereAsync(ExamOrder order, ShopperRedirect redirect);

    private ExamOrder Order(string card) =>
        new(card) { Capture = true, AtTheirPage = true, KeepsCard = true, Shopper = _shopper, Use = CredentialUse.FirstByShopper };

    private Task<ConnectorOutcome> SendAsync(ExamOrder order) => Connector.AuthoriseAsync(order.Request(), CancellationToken.None);

    private Task<ConnectorOutcome> AskAsync(ExamOrder order) => Connector.QueryAsync(order.Query(), CancellationToken.None);

    [Fact]
    public void It_collects_no_cards() => Assert.Equal(CardEntry.Theirs, Connector.Entry);

    [Fact]
    public async Task The_first_purchase_is_typed_there_and_gives_a_token_and_the_face_of_the_card()
    {
        var order = Order(Cards.Approves);
        var sent = Assert.IsType<NeedsShopper>(await SendAsync(order));
        Assert.IsType<NeedsShopper>(await AskAsync(order));
        await PayThereAsync(order, sent.Redirect);

        var paid = Assert.IsType<Approved>(await AskAsync(order));
        Assert.Equal(order.Amount, paid.Amount);
        Assert.NotNull(paid.Token);
        Assert.Equal(Cards.Approves[^4..], paid.Card!.Last4);
    }

    [Fact]
    public async Task The_next_purchase_asks_there_for_the_code_only()
    {
        var next = Order(Cards.Approves) with { KeepsCard = false, Token = await TokenAsync(), Use = CredentialUse.LaterByShopper };
        var sent = Assert.IsType<NeedsShopper>(await SendAsync(next));
        await PayThereAsync(next, sent.Redirect);
        Assert.Equal(next.Amount, Assert.IsType<Approved>(await AskAsync(next)).Amount);
    }

    [Fact]
    public async Task A_merchant_charges_the_token_alone()
    {
        var alone = Order(Cards.Approves) with { KeepsCard = false, Token = await TokenAsync(), Use = CredentialUse.ByMerchant };
        Assert.Equal(alone.Amount, Assert.IsType<Approved>(await SendAsync(alone)).Amount);
    }

    [Fact]
    public async Task A_shopper_who_gives_up_there_has_paid_nothing()
    {
        var order = Order(Cards.Approves);
        await GiveUpThereAsync(order, Assert.IsType<NeedsShopper>(await SendAsync(order)).Redirect);
        Assert.IsType<Cancelled>(await AskAsync(order));
    }

    [Fact]
    public async Task What_was_paid_there_can_be_given_back()
    {
        var order = Order(Cards.Approves);
        await PayThereAsync(order, Assert.IsType<NeedsShopper>(await SendAsync(order)).Redirect);
        var refund = order.FollowUp(AttemptKind.Refund, 1000);
        Assert.Equal(1000, Assert.IsType<Approved>(await Connector.FollowUpAsync(refund, CancellationToken.None)).Amount.Minor);
        Assert.IsType<Approved>(await Connector.QueryAsync(new QueryRequest(refund.Merchant, refund.Kind, refund.Reference, refund.Target), CancellationToken.None));
    }

    [Fact]
    public async Task A_charge_that_is_not_found_can_be_barred_and_is_refused_when_it_comes_late()
    {
        if (Connector is not IBarsCharges bars)
        {
            Assert.True(Connector.CancelsOpenCharges);
            return;
        }

        var order = Order(Cards.Approves);
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
        var order = Order(Cards.Approves);
        await SendAsync(order);
        var taken = Assert.IsType<Unknown>(await bars.BarAsync(new BarRequest(ExamOrder.Merchant, order.Reference, order.Amount, order.Capture), CancellationToken.None));
        Assert.Equal(ConnectorFault.Undecided, taken.Fault);
        Assert.IsType<NeedsShopper>(await AskAsync(order));
    }

    [Fact]
    public async Task What_was_never_sent_is_not_found() => Assert.IsType<NotFound>(await AskAsync(Order(Cards.Approves)));

    private async Task<UpstreamToken> TokenAsync()
    {
        var order = Order(Cards.Approves);
        await PayThereAsync(order, Assert.IsType<NeedsShopper>(await SendAsync(order)).Redirect);
        return Assert.IsType<Approved>(await AskAsync(order)).Token!;
    }
}
