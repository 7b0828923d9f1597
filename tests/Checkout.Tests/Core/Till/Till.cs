using Checkout.Core.Alerts;
using Checkout.Core.Cards;
using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.Payouts;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Tokens;
using Checkout.Core.Upstream;
using Checkout.Simulation.Memory;
using Checkout.Tests.Connectors;
using Checkout.Tests.Vault;
using Checkout.Web.Hosting;

namespace Checkout.Tests.Core.Till;

/// <summary>The real Core over a store in memory and a bank that says what it is told: one merchant, one operation at a time, everything to be seen.</summary>
internal sealed class Till : IMerchants, IAlerts, IOpaqueTokens, IPublicAddress
{
    public const string Number = "4111111111111111";

    public Till(Bank? bank = null)
    {
        Bank = bank ?? new Bank();
        var random = new CryptographicRandom();
        Keeper = new CardKeeper(PlainVault.WithRandomKeys(), Store.SavedCards, Store.Numbers, Clock, random);
        var horizon = new HorizonWait(Clock);
        var settle = new SettleAttempt(Store.Payments, Bank, new Surroundings(Store.Payments, PaymentLimits.None, horizon, random, Keeper), this, this);
        var abandon = new AbandonChallenge(Store.Payments, Bank, settle, Clock, random);
        var charge = new ChargeCard(Store.Payments, new ChooseProvider(Bank, Store.SavedCards), Keeper, settle, new ChargeTools(Clock, random, this, this));
        var followUp = new FollowUp(Store.Payments, Bank, settle, Clock, random);
        var settlePayout = new SettlePayout(Store.Payments, Bank, horizon, random, this);
        Charge = charge;
        Take = new TakePayment(new OpenPayment(Store.Numbers, Clock, random), charge, Keeper, Store.Payments, Bank);
        Resolve = new ResolveAttempt(Store.Payments, Bank, settle, abandon, horizon);
        ResolvePayout = new ResolvePayout(Store.Payments, Bank, settlePayout, horizon);
        SendPayout = new SendPayout(Store.Payments, new PlanPayout(Bank, Store.SavedCards, Store.Numbers, Clock, random), Keeper, settlePayout, Clock);
        Hear = new HearCallback(Store.Payments, Resolve, ResolvePayout);
        Capture = new CapturePayment(Store.Payments, followUp);
        Decide = new DecideReview(Store.Payments, followUp, Resolve);
        Moderate = new ModeratePayment(Store.Payments, new EndPayment(Store.Payments, Store.SavedCards, abandon, Clock), Clock);
        Refund = new RefundPayment(Store.Payments, Store.Numbers, followUp, Clock);
    }

    public TestClock Clock { get; } = new();

    public MemoryStore Store { get; } = new();

    public Bank Bank { get; }

    public Merchant Merchant { get; set; } = new() { Id = 7, Name = "Shop", IsSandbox = true, Settings = new MerchantSettings() };

    public List<AlertKind> Alerts { get; } = [];

    public CardKeeper Keeper { get; }

    public ChargeCard Charge { get; }

    public TakePayment Take { get; }

    public ResolveAttempt Resolve { get; }

    public ResolvePayout ResolvePayout { get; }

    public SendPayout SendPayout { get; }

    public HearCallback Hear { get; }

    public CapturePayment Capture { get; }

    public DecideReview Decide { get; }

    public ModeratePayment Moderate { get; }

    public RefundPayment Refund { get; }

    public PaymentOrder Order => new()
    {
        Merchant = Merchant, Dialect = Dialect.Smart2Pay, IsTest = true, Reference = "order-1", Amount = Some.Money, CaptureNow = true, LinkLifetime = TimeSpan.FromMinutes(10),
        Shopper = "shopper-7",
    };

    public string Base => "https://pay.example";

    public static TypedCard Card() => new(PlainVault.Card(), Some.Face.Expiry, "Ana Pop");

    public static SecurityCode Code() => SecurityCode.TryRead("123", out var code) ? code : throw new InvalidOperationException();

    public static ConnectorOutcome.Approved Yes(ApprovalStage stage = ApprovalStage.Done) => new(Some.Money, stage, "UP1");

    public static ConnectorOutcome.Declined No(PaymentReason reason = PaymentReason.InsufficientFunds) => new(reason);

    public static ConnectorOutcome Silence => new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer);

    public static ConnectorOutcome Unsent => new ConnectorOutcome.NotSent(ConnectorFault.NotConnected);

    /// <summary>A payment with a typed card and its code.</summary>
    public Task<TakeResult> PayAsync(PaymentOrder? order = null) => Take.RunAsync(order ?? Order, new CardMeans.Typed(Card()) { Code = Code() });

    /// <summary>A card that was kept earlier.</summary>
    public async Task<SavedCard> SavedAsync(SavedCardState state = SavedCardState.Active)
    {
        var card = await Keeper.SealAsync(Some.Payment() with { Shopper = "shopper-7" }, Card(), state, null);
        Assert.Equal(Verdict.Done, await Store.Payments.CommitAsync([new Write.NewSavedCard(card)]));
        return card;
    }

    public async Task<Attempt[]> AttemptsAsync(Payment payment) => [.. await Store.Payments.AttemptsAsync(payment.Merchant, payment.Number)];

    public IReadOnlyList<Notice> Notices => [.. Store.Tables.Notices.Values];

    public Merchant? Find(int merchant) => Merchant;

    public void Raise(Alert alert) => Alerts.Add(alert.Kind);

    public string Seal(TokenPurpose purpose, TokenTarget target) => FormattableString.Invariant($"{purpose}-{target.Number}");

    public bool TryOpen(TokenPurpose purpose, string? word, out TokenTarget target) => throw new NotSupportedException("Nobody comes back here.");
}
