using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using Checkout.Core.Upstream;
using Checkout.Tests.Core.Till;
using static Checkout.Tests.Core.Till.Till;

namespace Checkout.Tests.Core.Payments;

/// <summary>What becomes of an order: charged, opened for a page, or refused before anything is sent.</summary>
public sealed class TakePaymentTests
{
    private readonly Till.Till _till = new();

    [Fact]
    public async Task Without_a_card_a_page_asks_for_all_of_it()
    {
        var payment = (await _till.Take.RunAsync(_till.Order with { PublicIds = ["cpi_1"] }, new CardMeans.None(), new RequestKey(7, "post", "key", [1]))).Payment!;
        Assert.Equal((PaymentStatus.Open, CardNeed.FullCard, _till.Clock.GetUtcNow().AddMinutes(10)), (payment.Status, payment.Need, payment.PayableUntil));
        Assert.Equal(payment, await _till.Store.Payments.FindByPublicIdAsync("cpi_1"));
        Assert.Equal(payment.Number, (await _till.Store.Requests.FindAsync(7, "post", "key"))!.Payment);
        Assert.Empty(_till.Notices);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Without_the_code_a_page_asks_for_that(bool isSaved)
    {
        var saved = isSaved ? await _till.SavedAsync() : null;
        CardMeans means = saved is null ? new CardMeans.Typed(Card()) { AskCode = true } : new CardMeans.Saved(saved) { AskCode = true };
        var payment = (await _till.Take.RunAsync(_till.Order with { KeepCard = true }, means)).Payment!;
        Assert.Equal((PaymentStatus.Open, CardNeed.SecurityCode, isSaved, isSaved), (payment.Status, payment.Need, payment.ShowToken, payment.Details.BySavedCard));
        var card = _till.Store.Tables.Cards.Values.Single();
        Assert.Equal((card.Number, isSaved ? SavedCardState.Active : SavedCardState.Pending, "1111"), (payment.SavedCard!.Value, card.State, payment.Card!.Last4));
        Assert.Equal(isSaved, card.Consent is null);
    }

    [Fact]
    public async Task In_the_other_dialect_the_beginning_is_told()
    {
        await _till.Take.RunAsync(_till.Order with { Dialect = Dialect.Cardgate }, new CardMeans.None());
        Assert.Single(_till.Notices);
    }

    [Fact]
    public async Task Without_a_provider_nothing_is_opened()
    {
        _till.Bank.IsClosed = true;
        var (card, code) = (Card(), Code());
        Assert.Equal(Refusal.NoProvider, (await _till.Take.RunAsync(_till.Order, new CardMeans.Typed(card) { Code = code })).Refusal);
        Assert.Equal(Refusal.NoProvider, (await _till.Take.RunAsync(_till.Order, new CardMeans.None())).Refusal);
        Assert.True(code.Reveal().IndexOfAnyInRange('1', '9') < 0);
        Assert.Empty(_till.Store.Tables.Payments);
    }

    [Theory]
    [InlineData(true, true, Refusal.None)]
    [InlineData(true, false, Refusal.None)]
    [InlineData(false, true, Refusal.None)]
    [InlineData(false, false, Refusal.CannotHold)]
    public async Task Money_is_held_only_where_it_can_be(bool holds, bool captures, Refusal refusal)
    {
        var till = new Till.Till(new Bank { HoldsMoney = holds });
        Assert.Equal(refusal, (await till.Take.RunAsync(till.Order with { CaptureNow = captures }, new CardMeans.None())).Refusal);
    }

    [Fact]
    public async Task Where_the_provider_collects_cards_none_is_taken_from_a_server()
    {
        var till = new Till.Till(new Bank { Entry = CardEntry.Theirs });
        var saved = await till.SavedAsync();
        Assert.Equal(Refusal.CardNotTaken, (await till.PayAsync()).Refusal);
        Assert.Equal(Refusal.CardNotTaken, (await till.Take.RunAsync(till.Order, new CardMeans.Saved(saved) { Code = Code() })).Refusal);
        // It is known by its number only, which goes nowhere from here.
        Assert.Equal(Refusal.TokenGone, (await till.Take.RunAsync(till.Order, new CardMeans.Saved(saved))).Refusal);
        Assert.Equal(Refusal.None, (await till.Take.RunAsync(till.Order, new CardMeans.None())).Refusal);
        Assert.Empty(till.Bank.Charges);
    }

    [Theory]
    [InlineData(SavedCardState.Cancelled, true)]
    [InlineData(SavedCardState.Pending, true)]
    [InlineData(SavedCardState.Active, false)]
    public async Task A_token_that_is_gone_or_of_the_other_world_pays_nothing(SavedCardState state, bool isTest)
    {
        var card = await _till.SavedAsync(state);
        Assert.Equal(Refusal.TokenGone, (await _till.Take.RunAsync(_till.Order with { IsTest = isTest }, new CardMeans.Saved(card))).Refusal);
        Assert.Empty(_till.Bank.Charges);
    }

    [Fact]
    public async Task The_use_after_the_limit_is_a_payment_that_failed()
    {
        _till.Merchant = _till.Merchant with { Settings = _till.Merchant.Settings with { TokenLimit = 1 } };
        var card = await _till.SavedAsync();
        _till.Bank.Says(Yes());
        await _till.Take.RunAsync(_till.Order, new CardMeans.Saved(card));
        var second = await _till.Take.RunAsync(_till.Order with { Reference = "order-2" }, new CardMeans.Saved(card), new RequestKey(7, "post", "key", [1]));

        Assert.Equal((Refusal.None, PaymentStatus.Failed, PaymentReason.TokenLimitReached, true), (second.Refusal, second.Payment!.Status, second.Payment.Reason, second.Payment.ShowToken));
        Assert.Equal((second.Payment.Number, "1111"), ((await _till.Store.Requests.FindAsync(7, "post", "key"))!.Payment, second.Payment.Card!.Last4));
        Assert.Single(_till.Bank.Charges);
        Assert.Contains(_till.Notices, n => n.Payment == second.Payment.Number);
    }

    [Fact]
    public async Task The_same_request_twice_has_one_effect()
    {
        var key = new RequestKey(7, "post", "key", [1]);
        _till.Bank.Says(Yes());
        Assert.Equal(Refusal.None, (await _till.Take.RunAsync(_till.Order, new CardMeans.Typed(Card()) { Code = Code() }, key)).Refusal);
        Assert.Equal(Refusal.RequestSeen, (await _till.Take.RunAsync(_till.Order with { Reference = "order-2" }, new CardMeans.Typed(Card()) { Code = Code() }, key)).Refusal);
        Assert.Equal(Refusal.RequestSeen, (await _till.Take.RunAsync(_till.Order with { Reference = "order-3" }, new CardMeans.None(), key)).Refusal);
        Assert.Single(_till.Store.Tables.Payments);
    }
}
