using Checkout.Core.Desk;
using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.Payouts;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Checkout.Simulation.Upstream;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Rooms;

/// <summary>The real Core of one process, put together as the server does it, over the wires of its world.</summary>
internal sealed class Server
{
    public Server(World world, Life life, Func<TimeSpan> skew)
    {
        var planted = world.Planted;
        Clock = planted.Clock(new NodeClock(world.Timeline, life, skew));
        var random = world.Chance;
        var wire = new StoreWire(world, life);
        Payments = planted.Payments(new WiredPayments(wire, world), world);
        var cards = planted.Cards(new WiredCards(wire, world));
        Notices = new WiredNotices(wire, world);
        Requests = planted.Requests(new WiredRequests(wire, world));
        Connectors = planted.Connectors(new SimulatedConnectors([.. world.Upstreams.Select(u => planted.Connector(u.Traits.Bars ? new BarringConnector(world, life, u) : new WiredConnector(world, life, u), Clock))]));
        var keeper = new CardKeeper(new PlainVault(), cards, world.Store.Numbers, Clock, random);
        var tools = new ChargeTools(Clock, random, PlainTokens.One, PlainTokens.One);
        var horizon = new HorizonWait(Clock);
        var settle = new SettleAttempt(Payments, Connectors, new Surroundings(Payments, new PaymentLimits(5, 3), horizon, random, keeper), world.Merchants, new NoAlerts());
        var abandon = new AbandonChallenge(Payments, Connectors, settle, Clock, random);
        var end = new EndPayment(Payments, cards, abandon, Clock);
        var charge = new ChargeCard(Payments, new ChooseProvider(Connectors, cards), keeper, settle, tools);
        var followUp = new FollowUp(Payments, Connectors, settle, Clock, random);
        Resolve = new ResolveAttempt(Payments, Connectors, settle, abandon, horizon);
        var open = new OpenPayment(world.Store.Numbers, Clock, random);
        Check = new CheckCard(open, charge, cards, random);
        Take = new TakePayment(open, charge, keeper, Payments, Connectors);
        Capture = new CapturePayment(Payments, followUp);
        Cancel = new CancelPayment(Payments, followUp);
        Review = new DecideReview(Payments, followUp, Resolve);
        Moderate = new ModeratePayment(Payments, end, Clock);
        Refund = new RefundPayment(Payments, world.Store.Numbers, followUp, Clock);
        Read = new ReadPayment(Payments, end, Resolve);
        var settlePayout = new SettlePayout(Payments, Connectors, horizon, random, new NoAlerts());
        ResolvePayout = new ResolvePayout(Payments, Connectors, settlePayout, horizon);
        SendPayout = new SendPayout(Payments, new PlanPayout(Connectors, cards, world.Store.Numbers, Clock, random), keeper, settlePayout, Clock);
        ReadPayout = new ReadPayout(Payments, ResolvePayout, Clock);
        Hear = new HearCallback(Payments, Resolve, ResolvePayout);
        End = end;
        Find = new FindSavedCard(cards, PlainTokens.One, new PlainVault());
        CancelCard = new CancelSavedCard(Find, cards, Payments);
        var reader = new TurnReader(Payments, new OfferedCards(cards, Connectors, Clock), world.Merchants, PlainTokens.One, end);
        Desk = new CheckoutDesk(reader, charge, end, new ShopperActions(reader, abandon, Resolve, CancelCard, Payments), new ReturnCheck(Payments, Connectors));
        Links = reader;
    }

    public TimeProvider Clock { get; }

    public IPaymentStore Payments { get; }

    public INoticeStore Notices { get; }

    public IRequestStore Requests { get; }

    public IConnectors Connectors { get; }

    public ResolveAttempt Resolve { get; }

    public TakePayment Take { get; }

    public CheckCard Check { get; }

    public CapturePayment Capture { get; }

    public CancelPayment Cancel { get; }

    public DecideReview Review { get; }

    public ModeratePayment Moderate { get; }

    public RefundPayment Refund { get; }

    public ReadPayment Read { get; }

    public SendPayout SendPayout { get; }

    public ResolvePayout ResolvePayout { get; }

    public ReadPayout ReadPayout { get; }

    public HearCallback Hear { get; }

    public EndPayment End { get; }

    public FindSavedCard Find { get; }

    public CancelSavedCard CancelCard { get; }

    public CheckoutDesk Desk { get; }

    public TurnReader Links { get; }
}
