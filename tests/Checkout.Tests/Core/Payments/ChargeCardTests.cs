using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Checkout.Tests.Core.Till;
using static Checkout.Tests.Core.Till.Till;

namespace Checkout.Tests.Core.Payments;

/// <summary>One charge from the order to its end: what the bank is told, what lies in the store before it is, and what is left afterwards.</summary>
public sealed class ChargeCardTests
{
    private readonly Till.Till _till = new();

    private Bank Bank => _till.Bank;

    [Fact]
    public async Task The_bank_is_told_the_whole_order_once_and_the_intent_lies_there_before()
    {
        Attempt? intent = null;
        Bank.Meanwhile = async () =>
        {
            var submitting = (await _till.Store.Payments.ListAsync(new PaymentFilter(7, Dialect.Smart2Pay, null, null, 9))).Single();
            Assert.Equal((PaymentStatus.Submitting, 1), (submitting.Status, submitting.Attempts));
            intent = (await _till.AttemptsAsync(submitting)).Single();
        };
        Bank.Says(Yes());
        var paid = (await _till.PayAsync(_till.Order with { ReturnUrl = "https://shop.example/" })).Payment!;

        Assert.Equal((PaymentStatus.Captured, 2599, 1), (paid.Status, paid.CapturedMinor, paid.Attempts));
        Assert.Equal((AttemptKind.Authorise, AttemptState.Submitting, _till.Clock.GetUtcNow(), _till.Clock.GetUtcNow() + CheckSchedule.Stale), (intent!.Kind, intent.State, intent.Submitted, intent.CheckAt));
        Assert.Equal((Some.Money, true, "bank"), (intent.Amount, intent.Captures, intent.Connector));
        var sent = Bank.Charges.Single();
        Assert.Equal((intent.Reference, "order-1", Some.Money, true, false, false), (sent.Reference, sent.MerchantReference, sent.Amount, sent.Capture, sent.IsCheck, sent.Authenticate));
        Assert.Equal((CredentialUse.None, false, false, "shopper-7"), (sent.Use, sent.KeepsCard, sent.OnlyListedTestCards, sent.Shopper));
        Assert.Equal(("https://pay.example/return/BankReturn-" + paid.Number, Number, "123"), (sent.ReturnUrl, Bank.Digits[0].Number, Bank.Digits[0].Code));
        var attempt = (await _till.AttemptsAsync(paid)).Single();
        Assert.Equal((AttemptState.Approved, null, "UP1"), (attempt.State, attempt.CheckAt, attempt.UpstreamId));
    }

    [Fact]
    public async Task Number_and_code_are_wiped_when_the_bank_has_answered()
    {
        var (card, code) = (Card(), Code());
        Bank.Says(Yes());
        await _till.Take.RunAsync(_till.Order, new CardMeans.Typed(card) { Code = code });
        Assert.True(code.Reveal().IndexOfAnyInRange('1', '9') < 0, "The code is there still.");
        Assert.ThrowsAny<Exception>(() => card.Number.Reveal().ToString() == Number ? "there" : throw new ObjectDisposedException("wiped"));
    }

    [Theory]
    [InlineData(1, PaymentStatus.Captured, 2)]
    [InlineData(2, PaymentStatus.Captured, 3)]
    [InlineData(3, PaymentStatus.Failed, 3)]
    public async Task What_did_not_leave_is_sent_three_times_under_one_name(int failures, PaymentStatus end, int sends)
    {
        for (var i = 0; i < failures; i++) Bank.Says(Unsent);
        if (failures < 3) Bank.Says(Yes());
        var payment = (await _till.PayAsync()).Payment!;
        Assert.Equal((end, sends, 1), (payment.Status, Bank.Charges.Count, Bank.Charges.Select(c => c.Reference).Distinct().Count()));
        Assert.Equal(end == PaymentStatus.Failed ? AttemptState.ProvenDead : AttemptState.Approved, (await _till.AttemptsAsync(payment)).Single().State);
    }

    [Fact]
    public async Task No_answer_is_unknown_and_is_asked_about_and_never_sent_again()
    {
        Bank.Says(Silence);
        var payment = (await _till.PayAsync()).Payment!;
        Assert.Equal((PaymentStatus.Unknown, 1), (payment.Status, Bank.Charges.Count));
        Assert.NotNull((await _till.AttemptsAsync(payment)).Single().CheckAt);
    }

    [Fact]
    public async Task An_intent_that_waited_too_long_for_the_disk_is_not_sent()
    {
        var till = new Till.Till();
        var slow = new ChargeCard(new SlowStore(till.Store.Payments, () => till.Clock.Pass(CheckSchedule.Stale)), new ChooseProvider(till.Bank, till.Store.SavedCards), till.Keeper, SettleOf(till), new ChargeTools(till.Clock, new Web.Hosting.CryptographicRandom(), till, till));
        var result = await slow.RunAsync(new Charge { Merchant = till.Merchant, Payment = Some.Payment(need: CardNeed.Nothing) with { Version = 1, Attempts = 0 }, IsNew = true, Typed = Card(), By = Actor.Merchant });
        Assert.Equal((PaymentStatus.Unknown, 0), (result.Payment!.Status, till.Bank.Charges.Count));
    }

    [Theory]
    [InlineData(true, false, true)]
    [InlineData(false, false, false)]
    [InlineData(true, true, false)]
    public async Task A_bank_that_wants_the_shopper_first_gets_a_second_try_where_there_is_a_way_back(bool hasWayBack, bool isAuthenticated, bool tries)
    {
        Bank.Says(No(PaymentReason.AuthenticationNeeded));
        if (tries) Bank.Says(new ConnectorOutcome.NeedsShopper(ShopperRedirect.Get("https://bank.example/")));
        var payment = (await _till.PayAsync(_till.Order with { ReturnUrl = hasWayBack ? "https://shop.example/" : null, ThreeDSecure = isAuthenticated })).Payment!;

        Assert.Equal(tries ? PaymentStatus.AwaitingShopper : PaymentStatus.Failed, payment.Status);
        var attempts = await _till.AttemptsAsync(payment);
        Assert.Equal(tries ? 2 : 1, attempts.Length);
        Assert.Equal((AttemptState.Declined, PaymentReason.AuthenticationNeeded), (attempts[0].State, attempts[0].Reason));
        if (!tries) return;
        Assert.Equal((true, attempts[1].Reference, attempts[0].Reference), (Bank.Charges[1].Authenticate, Bank.Charges[1].Reference, attempts[1].Target));
        Assert.Equal(("123", Number), (Bank.Digits[1].Code, Bank.Digits[1].Number));
        Assert.NotEqual(attempts[0].Reference, attempts[1].Reference);
    }

    [Fact]
    public async Task Of_two_orders_of_one_name_the_second_sends_nothing()
    {
        Bank.Says(Yes());
        await _till.PayAsync();
        Assert.Equal(Refusal.DuplicateReference, (await _till.PayAsync()).Refusal);
        Assert.Single(Bank.Charges);
    }

    [Theory]
    [InlineData("yes", SavedCardState.Active, true)]
    [InlineData("silence", SavedCardState.Pending, true)]
    [InlineData("no", SavedCardState.Pending, false)]
    [InlineData("unsent", SavedCardState.Pending, false)]
    public async Task A_card_is_kept_when_something_came_of_it(string outcome, SavedCardState state, bool isKept)
    {
        Bank.Says(outcome switch { "yes" => [Yes()], "silence" => [Silence], "no" => [No()], _ => [Unsent, Unsent, Unsent] });
        var payment = (await _till.PayAsync(_till.Order with { KeepCard = true })).Payment!;
        Assert.Equal((CredentialUse.FirstByShopper, false), (Bank.Charges[0].Use, Bank.Charges[0].KeepsCard));
        var kept = _till.Store.Tables.Cards.Values.SingleOrDefault();
        Assert.Equal(isKept, kept is not null);
        if (kept is null) return;
        Assert.Equal((state, outcome == "yes"), (kept.State, payment.ShowToken));
        Assert.Equal((ConsentGiver.Merchant, "shopper-7"), (kept.Consent!.Giver, kept.Shopper));
    }

    [Theory]
    [InlineData(true, CredentialUse.LaterByShopper)]
    [InlineData(false, CredentialUse.ByMerchant)]
    public async Task A_saved_card_is_opened_audited_and_its_use_counted(bool hasCode, CredentialUse use)
    {
        var card = await _till.SavedAsync();
        Bank.Says(Yes());
        var payment = (await _till.Take.RunAsync(_till.Order, new CardMeans.Saved(card) { Code = hasCode ? Code() : null })).Payment!;

        Assert.Equal((use, Number, hasCode ? "123" : null), (Bank.Charges.Single().Use, Bank.Digits[0].Number, Bank.Digits[0].Code));
        Assert.Equal((1, true), ((await _till.Store.SavedCards.FindAsync(7, card.Number))!.Uses, payment.ShowToken));
        Assert.Equal((true, !hasCode), (payment.Details.BySavedCard, payment.Details.ByMerchantAlone));
        Assert.Equal((card.Number, Bank.Charges[0].Reference), _till.Store.Tables.Openings.Single());
    }

    [Fact]
    public async Task A_merchant_alone_is_never_sent_to_a_bank_page()
    {
        var card = await _till.SavedAsync();
        Bank.Says(No(PaymentReason.AuthenticationNeeded));
        var payment = (await _till.Take.RunAsync(_till.Order with { ReturnUrl = "https://shop.example/" }, new CardMeans.Saved(card))).Payment!;
        Assert.Equal((PaymentStatus.Failed, 1), (payment.Status, Bank.Charges.Count));
    }

    [Fact]
    public async Task A_card_that_does_not_open_sends_nothing_and_costs_no_use()
    {
        var card = await new Till.Till().SavedAsync();
        await _till.Store.Payments.CommitAsync([new Write.NewSavedCard(card)]);
        var payment = (await _till.Take.RunAsync(_till.Order, new CardMeans.Saved(card) { Code = Code() })).Payment!;
        Assert.Equal((PaymentStatus.Failed, PaymentReason.TokenNotAvailable, 0), (payment.Status, payment.Reason, Bank.Charges.Count));
        Assert.Equal(0, (await _till.Store.SavedCards.FindAsync(7, card.Number))!.Uses);
    }

    [Fact]
    public async Task Where_the_bank_keeps_cards_it_is_asked_to_and_its_word_is_used_the_next_time()
    {
        var till = new Till.Till(new Bank { KeepsTokens = true });
        till.Bank.Says(Yes() with { Token = UpstreamToken.Of("word-of-the-bank") });
        await till.PayAsync(till.Order with { KeepCard = true });
        Assert.True(till.Bank.Charges[0].KeepsCard);

        var kept = (await till.Store.SavedCards.FindAsync(7, till.Store.Tables.Cards.Values.Single().Number))!;
        till.Bank.Says(Yes());
        await till.Take.RunAsync(till.Order with { Reference = "order-2" }, new CardMeans.Saved(kept) { Code = Code() });
        Assert.Equal(("word-of-the-bank", null, false), (till.Bank.Charges[1].Token!.Reveal(), till.Bank.Charges[1].Card, till.Bank.Charges[1].KeepsCard));
        Assert.Empty(till.Store.Tables.Openings);

        // A card without a word there is sent whole, and a word is asked for.
        var other = await till.SavedAsync();
        till.Bank.Says(Yes());
        await till.Take.RunAsync(till.Order with { Reference = "order-3" }, new CardMeans.Saved(other) { Code = Code() });
        Assert.Equal((null, true), (till.Bank.Charges[2].Token, till.Bank.Charges[2].KeepsCard));

        till.Bank.Says(Yes());
        await till.PayAsync(till.Order with { Reference = "order-4" });
        Assert.False(till.Bank.Charges[3].KeepsCard);
    }

    [Theory]
    [InlineData(Dialect.Smart2Pay, true, false)]
    [InlineData(Dialect.Cardgate, true, true)]
    [InlineData(Dialect.Cardgate, false, false)]
    public async Task Only_test_payments_of_one_dialect_take_only_the_listed_cards(Dialect dialect, bool isTest, bool onlyListed)
    {
        Bank.Says(Yes());
        await _till.PayAsync(_till.Order with { Dialect = dialect, IsTest = isTest, PublicIds = ["cpi_1", "cgi_1"] });
        Assert.Equal(onlyListed, Bank.Charges.Single().OnlyListedTestCards);
        Assert.Equal(["cgi_1", "cpi_1"], _till.Store.Tables.PublicIds.Keys.Order());
        // In that dialect the beginning is told, and then the end.
        Assert.Equal(dialect == Dialect.Cardgate ? 2 : 1, _till.Notices.Count);
    }

    [Theory]
    [InlineData(Actor.Merchant, 0)]
    [InlineData(Actor.Shopper, 1)]
    public async Task What_the_answer_tells_needs_no_notice(Actor by, int notices)
    {
        Bank.Says(Yes());
        await _till.Charge.RunAsync(new Charge { Merchant = _till.Merchant, Payment = Some.Payment() with { Version = 1, Attempts = 0 }, IsNew = true, Typed = Card(), By = by });
        Assert.Equal(notices, _till.Notices.Count);
    }

    private static Checkout.Core.Payments.Settling.SettleAttempt SettleOf(Till.Till till) => new(
        till.Store.Payments, till.Bank, new Checkout.Core.Payments.Settling.Surroundings(till.Store.Payments, PaymentLimits.None, new HorizonWait(till.Clock), new Web.Hosting.CryptographicRandom(), till.Keeper), till, till);
}
