using Checkout.Core.Money;
using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Checkout.Simulation.Memory;
using Checkout.Simulation.Planted;
using Checkout.Simulation.Rooms;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation;

/// <summary>What worlds have found in Core, each told by itself in the fewest steps; a seed means something else after every change of a world.</summary>
public sealed class Regressions
{
    private static readonly Amount Price = new(1000, Currency.Of("EUR"));

    private readonly HandClock _clock = new();
    private readonly MemoryStore _store = new();
    private readonly Upstream _upstream = new();
    private ResolveAttempt? _resolve;
    private AbandonChallenge? _abandon;

    /// <summary>Seed 1245: the process stood still after its commit, others found nothing and declared the refund dead, and then it was sent.</summary>
    [Fact]
    public async Task A_refund_is_not_sent_when_its_intent_has_long_been_asked_about()
    {
        await CommitAsync(PaymentStatus.Captured, AttemptState.Approved);
        var store = new SlowStore(_store.Payments, () => _clock.Pass(TimeSpan.FromMinutes(4)));

        var result = await new RefundPayment(store, _store.Numbers, FollowUpOver(store), _clock).RunAsync(new RefundOrder(1, 1, "r", 500, null, null, null));

        Assert.Equal(0, _upstream.FollowUps);
        Assert.Equal(RefundState.Open, result.Refund!.State);
        Assert.NotNull((await _store.Payments.AttemptsAsync(1, 1))[^1].CheckAt);
    }

    /// <summary>Seed 780: read as authorized, and let go by somebody else before its attempts were read.</summary>
    [Fact]
    public async Task A_capture_of_a_charge_that_was_just_let_go_is_busy()
    {
        await CommitAsync(PaymentStatus.Authorized, AttemptState.CancelConfirmed);

        var result = await new CapturePayment(_store.Payments, FollowUpOver(_store.Payments)).RunAsync(1, 1);

        Assert.Equal(Refusal.Busy, result.Refusal);
        Assert.Equal(0, _upstream.FollowUps);
    }

    /// <summary>Seed 4704: asked before the horizon, answered before the horizon, weighed after it.</summary>
    [Fact]
    public async Task Not_found_is_not_final_because_its_answer_came_late()
    {
        await CommitAsync(PaymentStatus.Unknown, AttemptState.Unknown);
        await ResolveAsync();
        _clock.Pass(Upstream.Limit + CheckSchedule.Stale - TimeSpan.FromSeconds(1));
        _upstream.Asked = () => _clock.Pass(TimeSpan.FromSeconds(10));

        Assert.Equal(PaymentStatus.Unknown, await ResolveAsync());
        Assert.Equal(PaymentStatus.Failed, await ResolveAsync());
    }

    /// <summary>Seed 34, clocks that are set: an hour later on the wall, and three seconds for whoever waits.</summary>
    [Fact]
    public async Task A_horizon_is_not_over_because_somebody_set_the_clock()
    {
        await CommitAsync(PaymentStatus.Unknown, AttemptState.Unknown);
        await ResolveAsync();
        _clock.Set(TimeSpan.FromHours(1));
        _clock.Pass(TimeSpan.FromSeconds(3));
        Assert.Equal(PaymentStatus.Unknown, await ResolveAsync());

        _clock.Pass(Upstream.Limit + CheckSchedule.Stale);
        Assert.Equal(PaymentStatus.Failed, await ResolveAsync());
    }

    /// <summary>Seed 16800: a cancel was said again minutes after its intent, was declared dead by the age of that, and then acted.</summary>
    [Fact]
    public async Task A_cancel_is_said_again_only_while_its_intent_is_young()
    {
        await CommitAsync(PaymentStatus.AwaitingShopper, AttemptState.AwaitingShopper);
        _upstream.Answer = new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer);
        await AbandonAsync();
        _clock.Pass(TimeSpan.FromSeconds(10));
        await AbandonAsync();
        Assert.Equal(2, _upstream.FollowUps);

        _clock.Pass(CheckSchedule.Stale);
        await AbandonAsync();

        Assert.Equal(2, _upstream.FollowUps);
    }

    /// <summary>Seed 80017: a server whose clock was behind said another's cancel again, when that had long been found missing.</summary>
    [Fact]
    public async Task Another_servers_cancel_is_not_said_again_however_young_it_looks()
    {
        await CommitAsync(PaymentStatus.AwaitingShopper, AttemptState.AwaitingShopper);
        _upstream.Answer = new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer);
        await AbandonAsync();
        _clock.Pass(CheckSchedule.Stale);
        _clock.Set(-CheckSchedule.Stale);
        await AbandonAsync();
        _abandon = NewAbandon();
        await AbandonAsync();

        Assert.Equal(1, _upstream.FollowUps);
    }

    /// <summary>Seed 1027761: the payment was read while its shopper was at the bank, its attempt after somebody else had doubted it again.</summary>
    [Fact]
    public async Task An_attempt_that_is_ahead_of_its_payment_is_weighed_again()
    {
        await CommitAsync(PaymentStatus.AwaitingShopper, AttemptState.AwaitingShopper);
        var payment = (await _store.Payments.FindAsync(1, 1))!;
        var attempt = (await _store.Payments.AttemptsAsync(1, 1))[0];
        var doubted = attempt with { State = AttemptState.Unknown };
        Assert.Equal(Verdict.Done, await _store.Payments.CommitAsync(
            [new Write.MoveAttempt(doubted, attempt), new Write.MovePayment(payment.MoveTo(PaymentStatus.Unknown, PaymentReason.None, _clock.GetUtcNow()), Actor.Clock)]));

        var settled = await SettleOver(_store.Payments).RunAsync(payment, doubted, new ConnectorOutcome.NeedsShopper(ShopperRedirect.Get("https://bank.example/")), Actor.Clock);

        Assert.Equal((PaymentStatus.AwaitingShopper, 3), (settled.Status, settled.Version));
    }

    /// <summary>Seed 875 of its time: somebody had asked while the shopper was still at the bank, and was answered after the review had begun.</summary>
    [Fact]
    public async Task An_answer_from_before_the_review_sends_nobody_back_to_the_bank()
    {
        await CommitAsync(PaymentStatus.AwaitingReview, AttemptState.AwaitingReview);
        var payment = (await _store.Payments.FindAsync(1, 1))!;
        var attempt = (await _store.Payments.AttemptsAsync(1, 1))[0];

        var settled = await SettleOver(_store.Payments).RunAsync(payment, attempt, new ConnectorOutcome.NeedsShopper(ShopperRedirect.Get("https://bank.example/")), Actor.Clock);

        Assert.Equal(payment, settled);
        Assert.Equal(AttemptState.AwaitingReview, await StateAsync(1));
    }

    /// <summary>No seed: its own answer was taken for one that is older than the attempt.</summary>
    [Fact]
    public async Task What_could_not_be_sent_to_take_a_charge_back_goes_out_when_it_is_due_again_and_not_before()
    {
        await CommitAsync(PaymentStatus.Failed, AttemptState.ProvenDead);
        var undo = new Attempt
        {
            Merchant = 1, Payment = 1, Number = 2, Kind = AttemptKind.Cancel, Undoes = true, State = AttemptState.Submitting, Reference = "1-1-2-word", Target = "1-1-1-word",
            Amount = Price, Connector = _upstream.Name, Submitted = _clock.GetUtcNow(), CheckAt = _clock.GetUtcNow(),
        };
        Assert.Equal(Verdict.Done, await _store.Payments.CommitAsync([new Write.NewAttempt(undo)]));

        _upstream.Answer = new ConnectorOutcome.NotSent(ConnectorFault.NotConnected);
        await ResolveAsync(2);
        await ResolveAsync(2);
        Assert.Equal((AttemptState.Submitting, 1), (await StateAsync(2), _upstream.FollowUps));

        _clock.Pass(TimeSpan.FromSeconds(5));
        _upstream.Answer = new ConnectorOutcome.Cancelled();
        await ResolveAsync(2);
        Assert.Equal((AttemptState.Approved, 2), (await StateAsync(2), _upstream.FollowUps));
    }

    private async Task<AttemptState> StateAsync(int number) => (await _store.Payments.AttemptsAsync(1, 1)).Single(a => a.Number == number).State;

    private async Task CommitAsync(PaymentStatus status, AttemptState state)
    {
        var payment = new Payment
        {
            Merchant = 1, Number = 1, Dialect = Dialect.Smart2Pay, Reference = "o", Amount = Price, Status = status, Version = 1, LinkCheck = 1, Attempts = 1,
            CapturedMinor = status == PaymentStatus.Captured ? Price.Minor : 0, Created = _clock.GetUtcNow(), Changed = _clock.GetUtcNow(),
        };
        var attempt = new Attempt
        {
            Merchant = 1, Payment = 1, Number = 1, Kind = AttemptKind.Authorise, State = state, Reference = "1-1-1-word", Amount = Price, Connector = _upstream.Name,
            Submitted = _clock.GetUtcNow(), CheckAt = state is AttemptState.Unknown or AttemptState.AwaitingShopper ? _clock.GetUtcNow() : null,
        };
        Assert.Equal(Verdict.Done, await _store.Payments.CommitAsync([new Write.NewPayment(payment, Actor.Merchant), new Write.NewAttempt(attempt)]));
    }

    private FollowUp FollowUpOver(IPaymentStore store) => new(store, _upstream, SettleOver(store), _clock, new Chance(1));

    private SettleAttempt SettleOver(IPaymentStore store) => new(
        store, _upstream, new Surroundings(store, PaymentLimits.None, new HorizonWait(_clock), new Chance(1), new CardKeeper(new PlainVault(), _store.SavedCards, _store.Numbers, _clock, new Chance(1))), new SimulatedMerchants(tokenLimit: 0), new NoAlerts());

    private AbandonChallenge NewAbandon() => new(_store.Payments, _upstream, SettleOver(_store.Payments), _clock, new Chance(2));

    private async Task AbandonAsync() => await (_abandon ??= NewAbandon()).RunAsync((await _store.Payments.FindAsync(1, 1))!, Actor.Shopper);

    /// <returns>How the payment stands then.</returns>
    private async Task<PaymentStatus> ResolveAsync(int number = 1)
    {
        _resolve ??= new ResolveAttempt(_store.Payments, _upstream, SettleOver(_store.Payments), NewAbandon(), new HorizonWait(_clock));
        await _resolve.RunAsync((await _store.Payments.AttemptsAsync(1, 1)).Single(a => a.Number == number), Actor.Clock);
        return (await _store.Payments.FindAsync(1, 1))!.Status;
    }

    private sealed class HandClock : TimeProvider
    {
        private DateTimeOffset _now = Timeline.Start;
        private TimeSpan _passed;

        public override DateTimeOffset GetUtcNow() => _now;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _passed.Ticks;

        public void Pass(TimeSpan time) => (_now, _passed) = (_now + time, _passed + time);

        /// <summary>Only what the wall says.</summary>
        public void Set(TimeSpan ahead) => _now += ahead;
    }

    /// <summary>Time passes between a commit that begins something and the word that it is done.</summary>
    private sealed class SlowStore(IPaymentStore store, Action passes) : PassingPayments(store)
    {
        public override async Task<Verdict> CommitAsync(IReadOnlyList<Write> change)
        {
            var verdict = await Store.CommitAsync(change);
            if (change.Any(w => w is Write.NewAttempt)) passes();
            return verdict;
        }
    }

    /// <summary>An upstream that knows nothing, and counts what it is told.</summary>
    private sealed class Upstream : IConnector, IConnectors
    {
        public static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

        public int FollowUps { get; private set; }

        public ConnectorOutcome Answer { get; set; } = new ConnectorOutcome.Cancelled();

        public Action Asked { get; set; } = () => { };

        public string Name => "upstream";

        public CardEntry Entry => CardEntry.Ours;

        public bool HoldsMoney => true;

        public bool KeepsTokens => false;

        public bool CancelsOpenCharges => true;

        public TimeSpan Horizon => Limit;

        public TimeSpan ShopperLimit => TimeSpan.FromMinutes(10);

        public Task<ConnectorOutcome> AuthoriseAsync(AuthoriseRequest request, CancellationToken cancellation) => throw new InvalidOperationException("Nothing is charged here.");

        public Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation)
        {
            FollowUps++;
            return Task.FromResult(Answer);
        }

        public Task<ConnectorOutcome> QueryAsync(QueryRequest request, CancellationToken cancellation)
        {
            Asked();
            return Task.FromResult<ConnectorOutcome>(new ConnectorOutcome.NotFound());
        }

        public IReadOnlyList<IConnector> For(Checkout.Core.Merchants.Merchant merchant, bool isTest) => [this];

        public IConnector Named(int merchant, string name) => this;
    }
}
