using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.Payments.Settling;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Checkout.Tests.Core.Till;
using Checkout.Tests.Vault;
using static Checkout.Tests.Core.Till.Till;

namespace Checkout.Tests.Core.Payments;

/// <summary>A card that is typed again where merchants know a card by one token.</summary>
public sealed class SameCardTests
{
    private static readonly UpstreamToken Word = UpstreamToken.Of("word-1")!;

    private static readonly CardFace There = Some.Face with { Holder = "ANA POP" };

    private readonly Till.Till _till = new(new Bank { KeepsTokens = true });
    private int _orders;

    private Bank Bank => _till.Bank;

    [Fact]
    public async Task It_keeps_its_token_with_what_was_typed_last()
    {
        var first = await PayAsync();
        var again = await PayAsync(expiry: "2034", holder: "Ana Popescu", at: TimeSpan.FromDays(1));

        Assert.Equal((first.SavedCard, first.SavedCardCheck, true), (again.SavedCard, again.SavedCardCheck, again.ShowToken));
        var card = await CardAsync(again);
        Assert.Equal((2034, "Ana Popescu", _till.Clock.GetUtcNow()), (card.Face.Expiry.Year, card.Face.Holder, card.LastUsed));
        Assert.Single(_till.Store.Tables.Cards);
        Assert.Equal(again.SavedCard, (await _till.AttemptsAsync(again)).Single().SavedCard);
        Assert.Equal(Number, (await OpensAsync(card)).Number.Reveal().ToString());
    }

    [Theory]
    [InlineData(Dialect.Smart2Pay, true, "shopper-7", 7)]
    [InlineData(Dialect.Link, true, "shopper-7", 7)]
    [InlineData(Dialect.Cardgate, false, "shopper-7", 7)]
    [InlineData(Dialect.Cardgate, true, "another", 7)]
    [InlineData(Dialect.Cardgate, true, null, 7)]
    [InlineData(Dialect.Cardgate, true, "shopper-7", 8)]
    public async Task Of_another_dialect_mode_shopper_or_merchant_it_is_another(Dialect dialect, bool isTest, string? shopper, int merchant)
    {
        var first = await PayAsync();
        _till.Merchant = _till.Merchant with { Id = merchant };
        var other = await PayAsync(o => o with { Dialect = dialect, IsTest = isTest, Shopper = shopper });
        Assert.NotEqual((first.Merchant, first.SavedCard), (other.Merchant, other.SavedCard));
        Assert.Equal(2, _till.Store.Tables.Cards.Count);
    }

    [Theory]
    [InlineData(Dialect.Smart2Pay, "shopper-7")]
    [InlineData(Dialect.Cardgate, null)]
    public async Task Where_each_payment_brings_a_token_it_does_so_again(Dialect dialect, string? shopper)
    {
        var first = await PayAsync(o => o with { Dialect = dialect, Shopper = shopper });
        Assert.NotEqual(first.SavedCard, (await PayAsync(o => o with { Dialect = dialect, Shopper = shopper })).SavedCard);
    }

    [Theory]
    [InlineData(SavedCardState.Cancelled)]
    [InlineData(SavedCardState.Removed)]
    public async Task One_that_is_gone_comes_back_with_another_token(SavedCardState gone)
    {
        var first = await PayAsync();
        await EndAsync(first.SavedCard!.Value, gone);
        var again = await PayAsync();
        Assert.NotEqual(first.SavedCard, again.SavedCard);
        Assert.Equal(SavedCardState.Active, (await CardAsync(again)).State);
        Assert.Equal(gone, (await CardAsync(first)).State);
    }

    [Fact]
    public async Task Its_word_of_the_upstream_goes_with_it()
    {
        var first = await PayAsync();
        Bank.Says(Yes() with { Token = Word });
        var again = await PayAsync(says: false);
        Assert.Equal(first.SavedCard, again.SavedCard);
        Assert.Equal(Word, (await OpensAsync(await CardAsync(again))).Token);
    }

    [Fact]
    public async Task Only_a_success_refreshes_it_and_what_waited_goes()
    {
        var first = await PayAsync();
        var before = await CardAsync(first);

        // Declined at once, and after a visit to the bank.
        Bank.Says(No());
        await PayAsync(expiry: "2035", says: false);
        Bank.Says(Visit, No());
        var refused = await PayAsync(expiry: "2035", says: false);
        Assert.Equal(SavedCardState.Pending, (await CardAsync(refused)).State);
        await ResolveAsync(refused);
        Storage.Sample.AssertSame(before, await CardAsync(first));

        Bank.Says(Visit, Yes() with { Token = Word });
        var visiting = await PayAsync(expiry: "2036", says: false);
        Storage.Sample.AssertSame(before, await CardAsync(first));
        var paid = await ResolveAsync(visiting);
        Assert.Equal((first.SavedCard, first.SavedCardCheck, true), (paid.SavedCard, paid.SavedCardCheck, paid.ShowToken));
        var card = await CardAsync(first);
        Assert.Equal(2036, card.Face.Expiry.Year);
        Assert.Equal(Word, (await OpensAsync(card)).Token);
        Assert.All(_till.Store.Tables.Cards.Values.Where(c => c.Number != card.Number), c => Assert.Equal((SavedCardState.Removed, null), (c.State, c.Sealed)));
    }

    [Fact]
    public async Task One_that_goes_while_it_is_refreshed_leaves_the_new_one_its_place()
    {
        var first = await PayAsync();
        Bank.Says(Visit);
        var visiting = await PayAsync(says: false);
        var store = new SlowStore(_till.Store.Payments, meanwhile: () => { })
        {
            Before = change => change.Any(w => w is Write.RefreshSavedCard) ? EndAsync(first.SavedCard!.Value, SavedCardState.Cancelled) : Task.CompletedTask,
        };
        var settle = new SettleAttempt(store, Bank, new Surroundings(store, PaymentLimits.None, new HorizonWait(_till.Clock), new Web.Hosting.CryptographicRandom(), _till.Keeper), _till, _till);

        var paid = await settle.RunAsync(visiting, (await _till.AttemptsAsync(visiting)).Single(), Yes() with { Token = Word }, Actor.Upstream);

        Assert.Equal((PaymentStatus.Captured, visiting.SavedCard, true), (paid.Status, paid.SavedCard, paid.ShowToken));
        var card = await CardAsync(paid);
        Assert.Equal(SavedCardState.Active, card.State);
        Assert.Equal(Word, (await OpensAsync(card)).Token);
        Assert.Equal(Number, (await OpensAsync(card with { TokensAt = [] })).Number.Reveal().ToString());
    }

    [Theory]
    [InlineData(CardEntry.Ours)]
    [InlineData(CardEntry.Theirs)]
    public async Task Two_first_payments_in_one_moment_make_one_token(CardEntry entry)
    {
        var till = new Till.Till(new Bank { KeepsTokens = true, Entry = entry });
        till.Bank.Says(Visit);
        var waiting = await FirstAsync(till);
        Payment? faster = null;
        var store = new SlowStore(till.Store.Payments, meanwhile: () => { })
        {
            Before = async change =>
            {
                if (faster is not null || !change.Any(w => w is Write.NeedNoTwin)) return;
                till.Bank.Says(Yes() with { Token = Word, Card = entry == CardEntry.Theirs ? There : null });
                faster = await FirstAsync(till);
            },
        };
        var settle = new SettleAttempt(store, till.Bank, new Surroundings(store, PaymentLimits.None, new HorizonWait(till.Clock), new Web.Hosting.CryptographicRandom(), till.Keeper), till, till);

        var answer = Yes() with { Token = Word, Card = entry == CardEntry.Theirs ? There : null };
        var paid = await settle.RunAsync(waiting, (await till.AttemptsAsync(waiting)).Single(), answer, Actor.Upstream);

        Assert.Equal((PaymentStatus.Captured, faster!.SavedCard, faster.SavedCardCheck, true), (paid.Status, paid.SavedCard, paid.SavedCardCheck, paid.ShowToken));
        Assert.Equal(faster.SavedCard, Assert.Single(till.Store.Tables.Cards.Values, c => c.State == SavedCardState.Active).Number);
    }

    [Fact]
    public async Task A_message_that_overtakes_the_answer_leaves_the_card_to_the_call_that_has_it()
    {
        var first = await PayAsync();
        var yes = Yes() with { Token = Word, Card = Some.Face };
        Bank.Says(yes, yes);
        Bank.Meanwhile = async () =>
        {
            Bank.Meanwhile = () => Task.CompletedTask;
            var sent = _till.Store.Tables.Attempts.Values.SelectMany(a => a).Single(a => a.State == AttemptState.Submitting);
            Assert.False((await _till.Resolve.RunAsync(sent, Actor.Upstream)).IsAnswered);
        };

        var again = await PayAsync(says: false);

        Assert.Equal((first.SavedCard, PaymentStatus.Captured), (again.SavedCard, again.Status));
        Assert.Single(_till.Store.Tables.Cards);
    }

    [Fact]
    public async Task One_that_only_the_upstream_saw_is_known_by_its_word()
    {
        var till = new Till.Till(new Bank { KeepsTokens = true, Entry = CardEntry.Theirs });
        var first = await ThereAsync(till, There);
        var again = await ThereAsync(till, There with { Expiry = Until("2039"), Holder = "" });
        Assert.Equal((first.SavedCard, true), (again.SavedCard, again.ShowToken));
        var card = Assert.Single(till.Store.Tables.Cards.Values);
        Assert.Equal((2039, "ANA POP"), (card.Face.Expiry.Year, card.Face.Holder));
    }

    [Fact]
    public async Task A_word_that_comes_after_the_money_finds_it_too()
    {
        var till = new Till.Till(new Bank { KeepsTokens = true, Entry = CardEntry.Theirs });
        var first = await ThereAsync(till, There);
        var paid = await ThereAsync(till, There, word: null);
        Assert.False(paid.ShowToken);

        till.Bank.Says(Yes() with { Token = Word, Card = There with { Expiry = Until("2038") } });
        await till.Resolve.RunAsync((await till.AttemptsAsync(paid)).Single(), Actor.Upstream);
        var told = (await till.Store.Payments.FindAsync(paid.Merchant, paid.Number))!;
        Assert.Equal((first.SavedCard, first.SavedCardCheck, true), (told.SavedCard, told.SavedCardCheck, told.ShowToken));
        Assert.Equal(2038, Assert.Single(till.Store.Tables.Cards.Values).Face.Expiry.Year);
    }

    [Theory]
    [InlineData(Agreement.OneClick, Agreement.OneClick, "new")]
    [InlineData(Agreement.OneClick, Agreement.Unscheduled, "new")]
    [InlineData(Agreement.Unscheduled, Agreement.Unscheduled, "new")]
    [InlineData(Agreement.Unscheduled, Agreement.OneClick, "old")]
    [InlineData(Agreement.OneClick, null, "old")]
    public async Task The_newer_agreement_counts_unless_it_covers_less(Agreement before, Agreement? now, string kept)
    {
        Consent AgreedTo(Agreement what, string text) => new(ConsentGiver.Shopper, what, text, "en", Some.Now, null);
        var card = await CardAsync(await PayAsync());
        _till.Store.Tables.Cards[(card.Merchant, card.Number)] = card with { Consent = AgreedTo(before, "old") };
        var twin = await _till.Keeper.TwinAsync(card with { Number = 900, Consent = now is { } agreed ? AgreedTo(agreed, "new") : null }, 0);
        Assert.Equal((card.Number, kept), (twin!.Number, twin.Consent!.TextVersion));
    }

    [Fact]
    public async Task A_token_that_may_pay_no_more_is_given_to_nobody_again()
    {
        _till.Merchant = _till.Merchant with { Settings = _till.Merchant.Settings with { TokenLimit = 1 } };
        var first = await PayAsync();
        Assert.Equal(first.SavedCard, (await PayAsync()).SavedCard);
        Assert.Equal(Verdict.Done, await _till.Store.Payments.CommitAsync([new Write.SpendToken(7, first.SavedCard!.Value, 1, Some.Now)]));
        Assert.NotEqual(first.SavedCard, (await PayAsync()).SavedCard);
    }

    [Fact]
    public async Task A_charge_by_the_merchant_alone_refers_to_the_one_that_proved_it_first()
    {
        var first = new FirstCharge((await _till.AttemptsAsync(await PayAsync())).Single().Reference, "UP1", Bank.Name);
        var card = await CardAsync(await PayAsync());
        Assert.Equal(first, card.FirstCharge);

        foreach (var (code, refersTo) in new (SecurityCode?, FirstCharge?)[] { (null, first), (Code(), null) })
        {
            Bank.Says(Yes());
            await _till.Take.RunAsync(Order(_till, ++_orders), new CardMeans.Saved(card) { Code = code });
            Assert.Equal(refersTo, Bank.Charges[^1].FirstCharge);
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task One_that_waited_for_the_bank_is_proved_by_the_charge_that_went_there(bool isKnown)
    {
        var known = isKnown ? await PayAsync() : null;
        Bank.Says(Visit, Yes());
        var paid = await ResolveAsync(await PayAsync(says: false));
        var proof = (await _till.AttemptsAsync(known ?? paid)).Single();
        Assert.Equal(new FirstCharge(proof.Reference, "UP1", Bank.Name), (await CardAsync(paid)).FirstCharge);
    }

    [Fact]
    public async Task One_that_an_older_version_kept_is_proved_when_it_is_typed_again()
    {
        var old = (await _till.SavedAsync()) with { Number = 900, MadeIn = Dialect.Cardgate, FirstCharge = null };
        await _till.Store.Payments.CommitAsync([new Write.NewSavedCard(old)]);
        var paid = await PayAsync();
        Assert.Equal(900, paid.SavedCard);
        Assert.Equal((await _till.AttemptsAsync(paid)).Single().Reference, (await CardAsync(paid)).FirstCharge!.Reference);
    }

    private static ConnectorOutcome Visit => new ConnectorOutcome.NeedsShopper(ShopperRedirect.Get("https://bank.example/acs"));

    private static Expiry Until(string year) => Expiry.TryRead("05", year, out var until) ? until : throw new InvalidOperationException();

    private async Task<Payment> PayAsync(Func<PaymentOrder, PaymentOrder>? with = null, string expiry = "2031", string holder = "Ana Pop", bool says = true, TimeSpan? at = null)
    {
        if (says) Bank.Says(Yes());
        _till.Clock.Pass(at ?? TimeSpan.FromMinutes(1));
        var order = Order(_till, ++_orders);
        var card = new TypedCard(PlainVault.Card(), Until(expiry), holder);
        return (await _till.Take.RunAsync(with?.Invoke(order) ?? order, new CardMeans.Typed(card) { Code = Code() })).Payment!;
    }

    private static PaymentOrder Order(Till.Till till, int number) =>
        till.Order with { Dialect = Dialect.Cardgate, Reference = FormattableString.Invariant($"order-{number}"), KeepCard = true, ReturnUrl = "https://shop.example/back" };

    /// <summary>Typed at the upstream, which answers at once with its word, or without.</summary>
    private Task<Payment> ThereAsync(Till.Till till, CardFace face, string? word = "word-1")
    {
        till.Bank.Says(Yes() with { Card = face, Token = UpstreamToken.Of(word) });
        return FirstAsync(till);
    }

    private async Task<Payment> FirstAsync(Till.Till till)
    {
        if (till.Bank.Entry == CardEntry.Ours)
            return (await till.Take.RunAsync(Order(till, ++_orders), new CardMeans.Typed(new TypedCard(PlainVault.Card(), Until("2031"), "Ana Pop")) { Code = Code() })).Payment!;
        var opened = (await till.Take.RunAsync(Order(till, ++_orders), new CardMeans.None())).Payment!;
        return (await till.Charge.RunAsync(new Charge { Merchant = till.Merchant, Payment = opened, Keep = true, By = Actor.Shopper })).Payment!;
    }

    private async Task<Payment> ResolveAsync(Payment payment)
    {
        await _till.Resolve.RunAsync((await _till.AttemptsAsync(payment)).Single(), Actor.Upstream);
        return (await _till.Store.Payments.FindAsync(payment.Merchant, payment.Number))!;
    }

    private async Task<SavedCard> CardAsync(Payment payment) => (await _till.Store.SavedCards.FindAsync(payment.Merchant, payment.SavedCard!.Value))!;

    private async Task<(CardNumber Number, UpstreamToken? Token)> OpensAsync(SavedCard card)
    {
        var token = await _till.Store.SavedCards.TokenAsync(card.Merchant, card.Number, Bank.Name);
        return (_till.Keeper.AtHand(card, null).Card!.Number, token is null ? null : _till.Keeper.AtHand(card, token).Token);
    }

    private async Task EndAsync(long card, SavedCardState how) =>
        Assert.Equal(Verdict.Done, await _till.Store.Payments.CommitAsync([new Write.MoveSavedCard(7, card, SavedCardState.Active, how)]));
}
