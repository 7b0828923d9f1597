using Checkout.Core.Cards;
using Checkout.Core.Desk;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Core.Payments;

/// <summary>Which provider takes a charge, by what is at hand of the card.</summary>
public sealed class ChooseProviderTests
{
    private static readonly Provider Ours = new("ours-1", CardEntry.Ours);
    private static readonly Provider Theirs = new("theirs-2", CardEntry.Theirs);
    private static readonly Provider AtOnce = new("at-once-3", CardEntry.Ours, holds: false);

    private static Charge NewCharge(Actor by = Actor.Shopper) =>
        new() { Merchant = new Merchant { Id = 7, Name = "Shop" }, Payment = Some.Payment() with { CaptureNow = true }, By = by };

    private static SavedCard Saved(bool hasNumber, params string[] tokens) => new()
    {
        Merchant = 7, Number = 12, Check = 9, MadeIn = Dialect.Smart2Pay, Face = Some.Face, State = SavedCardState.Active, Fingerprint = [1], Created = Some.Now,
        Sealed = hasNumber ? new SealedNumber(1, [1], [2]) : null, TokensAt = tokens,
    };

    private static ValueTask<ChosenProvider> ChooseAsync(Charge charge, params Provider[] providers) => new ChooseProvider(new Providers(providers), new Tokens()).RunAsync(charge);

    [Fact]
    public async Task Without_a_provider_nobody_takes_it() => Assert.Equal(Refusal.NoProvider, (await ChooseAsync(NewCharge())).Refusal);

    [Fact]
    public async Task The_first_that_fits_takes_it()
    {
        Assert.Same(Theirs, (await ChooseAsync(NewCharge(), Theirs, Ours)).Connector);
        Assert.Same(Ours, (await ChooseAsync(NewCharge() with { Typed = Card() }, Theirs, Ours)).Connector);
    }

    [Fact]
    public async Task A_number_or_a_code_in_our_hands_never_goes_where_the_shopper_types_it()
    {
        SecurityCode.TryRead("123", out var code);
        Assert.Equal(Refusal.CardNotTaken, (await ChooseAsync(NewCharge() with { Typed = Card() }, Theirs)).Refusal);
        Assert.Equal(Refusal.CardNotTaken, (await ChooseAsync(NewCharge(Actor.Merchant) with { Saved = Saved(true, Theirs.Name), Code = code }, Theirs)).Refusal);
    }

    [Fact]
    public async Task A_saved_card_pays_by_its_token_where_it_has_one_and_by_its_number_elsewhere()
    {
        Assert.NotNull((await ChooseAsync(NewCharge(Actor.Merchant) with { Saved = Saved(true, Ours.Name) }, Ours)).Token);
        var byNumber = await ChooseAsync(NewCharge(Actor.Merchant) with { Saved = Saved(true) }, Theirs, Ours);
        Assert.Same(Ours, byNumber.Connector);
        Assert.Null(byNumber.Token);
        Assert.Same(Theirs, (await ChooseAsync(NewCharge(Actor.Merchant) with { Saved = Saved(false, Theirs.Name) }, Ours, Theirs)).Connector);
        Assert.Same(Theirs, (await ChooseAsync(NewCharge() with { Saved = Saved(true, Theirs.Name, Ours.Name) }, Ours, Theirs)).Connector);
    }

    [Fact]
    public async Task A_saved_card_that_nobody_knows_is_gone() =>
        Assert.Equal(Refusal.TokenGone, (await ChooseAsync(NewCharge(Actor.Merchant) with { Saved = Saved(false, "retired-9") }, Ours, Theirs)).Refusal);

    [Fact]
    public async Task Money_is_not_held_where_it_is_taken_at_once()
    {
        var holding = NewCharge() with { Typed = Card(), Payment = Some.Payment() with { CaptureNow = false } };
        Assert.Equal(Refusal.CannotHold, (await ChooseAsync(holding, AtOnce)).Refusal);
        Assert.Same(Ours, (await ChooseAsync(holding, AtOnce, Ours)).Connector);
        Assert.Same(AtOnce, (await ChooseAsync(NewCharge() with { Typed = Card() }, AtOnce, Ours)).Connector);
    }

    [Theory]
    [InlineData(false, CardEntry.Ours)]
    [InlineData(true, CardEntry.Theirs)]
    public async Task The_page_asks_for_a_card_as_the_provider_does_that_takes_it(bool captureNow, CardEntry entry)
    {
        var offered = new OfferedCards(new Tokens(), new Providers([new Provider("theirs-4", CardEntry.Theirs, holds: false), Ours]), TimeProvider.System);
        var payment = Some.Payment() with { CaptureNow = captureNow, Status = PaymentStatus.Open };
        Assert.Equal(entry, (await offered.OfAsync(payment, NewCharge().Merchant, hidesCards: true)).Entry);
    }

    private static TypedCard Card() => new(CardNumber.TryRead("4111111111111111", out var number, out _) ? number : throw new InvalidOperationException(), Some.Face.Expiry, "Ana Pop");

    private sealed class Provider(string name, CardEntry entry, bool holds = true) : IConnector
    {
        public string Name => name;

        public CardEntry Entry => entry;

        public bool HoldsMoney => holds;

        public bool KeepsTokens => true;

        public bool CancelsOpenCharges => false;

        public TimeSpan Horizon => TimeSpan.FromMinutes(50);

        public TimeSpan ShopperLimit => Horizon;

        public Task<ConnectorOutcome> AuthoriseAsync(AuthoriseRequest request, CancellationToken cancellation) => throw new InvalidOperationException("Choosing sends nothing.");

        public Task<ConnectorOutcome> FollowUpAsync(FollowUpRequest request, CancellationToken cancellation) => throw new InvalidOperationException("Choosing sends nothing.");

        public Task<ConnectorOutcome> QueryAsync(QueryRequest request, CancellationToken cancellation) => throw new InvalidOperationException("Choosing asks nothing.");
    }

    private sealed class Providers(IReadOnlyList<IConnector> all) : IConnectors
    {
        public IReadOnlyList<IConnector> For(Merchant merchant, bool isTest) => all;

        public IConnector Named(int merchant, string name) => all.Single(c => c.Name == name);
    }

    private sealed class Tokens : ISavedCardStore
    {
        public ValueTask<byte[]?> TokenAsync(int merchant, long card, string connector) => ValueTask.FromResult<byte[]?>([1, 2, 3]);

        public ValueTask<SavedCard?> FindAsync(int merchant, long card) => throw new InvalidOperationException("The card is at hand.");

        public ValueTask<SavedCard?> FindByWordAsync(int merchant, byte[] fingerprint) => throw new InvalidOperationException("The card is at hand.");

        public ValueTask<IReadOnlyList<SavedCard>> OfShopperAsync(int merchant, string shopper, bool isTest, int tokenLimit, int most) => throw new InvalidOperationException("The card is at hand.");

        public ValueTask<IReadOnlyList<SavedCard>> SameCardAsync(int merchant, string shopper, byte[] fingerprint) => throw new InvalidOperationException("The card is at hand.");
    }
}
