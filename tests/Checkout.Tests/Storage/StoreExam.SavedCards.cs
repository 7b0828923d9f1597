using Checkout.Core.Cards;
using Checkout.Core.Payments;
using Checkout.Core.SavedCards;
using Checkout.Core.Storage;
using static Checkout.Tests.Storage.Sample;

namespace Checkout.Tests.Storage;

public abstract partial class StoreExam
{
    [Fact]
    public async Task A_saved_card_comes_back_as_it_went_in()
    {
        var bare = Card(2, SavedCardState.Pending) with { Shopper = null, Consent = null, Sealed = null, Fingerprint = [] };
        await CommitAsync(new Write.NewSavedCard(Card(1)), new Write.NewSavedCard(bare));

        AssertSame(Card(1), await Store.SavedCards.FindAsync(Site, 1));
        AssertSame(bare, await Store.SavedCards.FindAsync(Site, 2));
        Assert.Null(await Store.SavedCards.FindAsync(Site + 1, 1));
    }

    [Fact]
    public async Task A_shopper_sees_own_active_cards_last_used_first()
    {
        await CommitAsync(
            new Write.NewSavedCard(Card(1)), new Write.NewSavedCard(Card(2)), new Write.NewSavedCard(Card(3) with { Shopper = "other" }),
            new Write.NewSavedCard(Card(4, SavedCardState.Pending)), new Write.NewSavedCard(Card(5) with { Shopper = null }),
            new Write.NewSavedCard(Card(6) with { Created = Noon.AddHours(1) }));
        await CommitAsync(new Write.SpendToken(Site, 1, 0, Noon.AddHours(2)));

        Assert.Equal([1, 6, 2], (await Store.SavedCards.OfShopperAsync(Site, "shopper-7", isTest: false, tokenLimit: 0, 10)).Select(c => c.Number));
        Assert.Equal([1], (await Store.SavedCards.OfShopperAsync(Site, "shopper-7", isTest: false, tokenLimit: 0, 1)).Select(c => c.Number));
        Assert.Empty(await Store.SavedCards.OfShopperAsync(Site + 1, "shopper-7", isTest: false, tokenLimit: 0, 10));
    }

    [Fact]
    public async Task A_card_with_many_tokens_is_shown_once_and_hides_no_other()
    {
        var twelve = Enumerable.Range(1, 12).Select(n => Card(n) with { Fingerprint = [7, 7] }).ToList();
        await CommitAsync([.. twelve.Select(c => new Write.NewSavedCard(c)), new Write.NewSavedCard(Card(20) with { Fingerprint = [8, 8], Created = Noon.AddDays(-1) })]);

        Assert.Equal([12, 20], (await Store.SavedCards.OfShopperAsync(Site, "shopper-7", isTest: false, tokenLimit: 0, 10)).Select(c => c.Number));
    }

    [Fact]
    public async Task A_token_that_has_paid_as_often_as_it_may_gives_its_place_to_another_of_the_card()
    {
        await CommitAsync([.. new[] { 1, 2, 3 }.Select(n => new Write.NewSavedCard(Card(n) with { Fingerprint = [(byte)(n / 3)] }))]);
        await CommitAsync(new Write.SpendToken(Site, 2, 0, Noon.AddHours(1)), new Write.SpendToken(Site, 3, 0, Noon.AddHours(2)), new Write.SpendToken(Site, 3, 0, Noon.AddHours(2)));

        async Task<IEnumerable<long>> OfAsync(int tokenLimit) => (await Store.SavedCards.OfShopperAsync(Site, "shopper-7", isTest: false, tokenLimit, 10)).Select(c => c.Number);
        Assert.Equal([3, 2], await OfAsync(0));
        Assert.Equal([3, 2], await OfAsync(3));
        Assert.Equal([2], await OfAsync(2));
        Assert.Equal([1], await OfAsync(1));
    }

    [Fact]
    public async Task The_same_card_is_found_by_shopper_and_fingerprint()
    {
        await CommitAsync(
            new Write.NewSavedCard(Card(1)), new Write.NewSavedCard(Card(2) with { Fingerprint = [1] }), new Write.NewSavedCard(Card(3) with { Fingerprint = [9, 8, 1] }),
            new Write.NewSavedCard(Card(4) with { Shopper = "other" }), new Write.NewSavedCard(Card(5, SavedCardState.Cancelled)));

        Assert.Equal([1, 3], (await Store.SavedCards.SameCardAsync(Site, "shopper-7", [9, 8, 1])).Select(c => c.Number));
    }

    [Theory]
    [InlineData(SavedCardState.Cancelled, true)]
    [InlineData(SavedCardState.Removed, true)]
    [InlineData(SavedCardState.Active, false)]
    public async Task Leaving_for_good_wipes_the_sealed_number(SavedCardState after, bool isWiped)
    {
        await CommitAsync(new Write.NewSavedCard(Card(1, SavedCardState.Pending)));

        await CommitAsync(new Write.MoveSavedCard(Site, 1, SavedCardState.Pending, after));

        var card = await Store.SavedCards.FindAsync(Site, 1);
        Assert.Equal(after, card!.State);
        Assert.Equal(isWiped, card.Sealed is null);
    }

    [Fact]
    public async Task A_move_from_another_state_does_nothing()
    {
        await CommitAsync(new Write.NewSavedCard(Card(1)));

        await CommitAsync(new Write.MoveSavedCard(Site, 1, SavedCardState.Pending, SavedCardState.Removed));

        AssertSame(Card(1), await Store.SavedCards.FindAsync(Site, 1));
    }

    [Fact]
    public async Task Of_100_parallel_uses_a_limit_of_3_lets_3_through()
    {
        await CommitAsync(New(Payment(1)), new Write.NewSavedCard(Card(1)));

        var verdicts = await AllAtOnceAsync(100, i => Store.Payments.CommitAsync([new Write.NewNotice(Notice(1)), new Write.SpendToken(Site, 1, 3, Noon)]));

        Assert.Equal(3, verdicts.Count(v => v == Verdict.Done));
        Assert.Equal(97, verdicts.Count(v => v == Verdict.TokenSpent));
        Assert.Equal(3, (await Store.SavedCards.FindAsync(Site, 1))!.Uses);
    }

    [Fact]
    public async Task A_use_can_be_given_back_but_never_more_than_was_taken()
    {
        await CommitAsync(new Write.NewSavedCard(Card(1)), new Write.SpendToken(Site, 1, 1, Noon));
        await RefusedAsync(Verdict.TokenSpent, new Write.SpendToken(Site, 1, 1, Noon));

        await CommitAsync(new Write.GiveTokenBack(Site, 1), new Write.GiveTokenBack(Site, 1));

        await CommitAsync(new Write.SpendToken(Site, 1, 1, Noon));
        await RefusedAsync(Verdict.TokenSpent, new Write.SpendToken(Site, 1, 1, Noon));
    }

    [Theory]
    [InlineData(SavedCardState.Pending)]
    [InlineData(SavedCardState.Cancelled)]
    [InlineData(SavedCardState.Removed)]
    public async Task Only_an_active_card_pays(SavedCardState state)
    {
        await CommitAsync(new Write.NewSavedCard(Card(1, state)));

        await RefusedAsync(Verdict.TokenGone, new Write.SpendToken(Site, 1, 0, Noon));
        await RefusedAsync(Verdict.TokenGone, new Write.SpendToken(Site, 2, 0, Noon));
        await RefusedAsync(Verdict.TokenGone, new Write.SpendToken(Site + 1, 1, 0, Noon));
        foreach (var (site, card) in new[] { (Site, 1), (Site, 2), (Site + 1, 1) }) await RefusedAsync(Verdict.TokenGone, new Write.NeedToken(site, card));
    }

    [Fact]
    public async Task A_card_that_is_only_needed_stays_as_it_is()
    {
        await CommitAsync(new Write.NewSavedCard(Card(1)));
        await CommitAsync(new Write.NeedToken(Site, 1), new Write.NeedToken(Site, 1));
        Assert.Equal(0, (await Store.SavedCards.FindAsync(Site, 1))!.Uses);
    }

    [Fact]
    public async Task A_card_is_alone_until_the_same_one_of_the_same_shopper_dialect_and_mode_may_still_pay()
    {
        static SavedCard Same(long number, SavedCardState state = SavedCardState.Active) => Card(number, state) with { Fingerprint = [9] };
        var newer = Same(9, SavedCardState.Pending);
        await CommitAsync(
            new Write.NewSavedCard(newer), new Write.NewSavedCard(Card(1)), new Write.NewSavedCard(Same(2) with { Shopper = "other" }), new Write.NewSavedCard(Same(3, SavedCardState.Cancelled)),
            new Write.NewSavedCard(Same(4, SavedCardState.Pending)), new Write.NewSavedCard(Same(5) with { IsTest = !newer.IsTest }), new Write.NewSavedCard(Same(6) with { MadeIn = Dialect.Cardgate }),
            new Write.NewSavedCard(Same(7) with { Shopper = null }), new Write.NewSavedCard(Same(7) with { Merchant = Site + 1 }));

        await CommitAsync(new Write.NeedNoTwin(newer, 0), new Write.NewSavedCard(Same(8)), new Write.NeedNoTwin(Same(8), 0));

        await RefusedAsync(Verdict.Stale, New(Payment(1)), new Write.NeedNoTwin(newer, 0));
        await CommitAsync(new Write.SpendToken(Site, 8, 0, Noon));
        await RefusedAsync(Verdict.Stale, new Write.NeedNoTwin(newer, 2));
        await CommitAsync(new Write.NeedNoTwin(newer, 1));
    }

    [Fact]
    public async Task A_card_that_is_typed_anew_takes_over_what_was_told_and_stays_the_rest()
    {
        await CommitAsync(new Write.NewSavedCard(Card(1)), new Write.KeepToken(Site, 1, "some", [5], Noon), new Write.SpendToken(Site, 1, 0, Noon));
        var before = (await Store.SavedCards.FindAsync(Site, 1))!;
        var (face, consent) = (Face with { Holder = "Ana Nouă", IssuingCountry = null, Length = 19 }, before.Consent! with { TextVersion = "v2" });

        await CommitAsync(new Write.RefreshSavedCard(Site, 1, face, consent, new FirstCharge("again", "up-2", "bank-2"), Noon.AddHours(1)));

        AssertSame(before with { Face = face, Consent = consent, LastUsed = Noon.AddHours(1) }, await Store.SavedCards.FindAsync(Site, 1));
    }

    [Theory]
    [InlineData(SavedCardState.Pending)]
    [InlineData(SavedCardState.Cancelled)]
    [InlineData(SavedCardState.Removed)]
    public async Task Only_an_active_card_is_refreshed_else_nothing_of_the_change_is_written(SavedCardState state)
    {
        await CommitAsync(new Write.NewSavedCard(Card(1, state)), New(Payment(1)));
        foreach (var (site, card) in new[] { (Site, 1), (Site, 2), (Site + 1, 1) })
            await RefusedAsync(Verdict.TokenGone, New(Payment(2)), new Write.RefreshSavedCard(site, card, Face, null, new FirstCharge("again", null, "bank-2"), Noon));

        Assert.Null(await Store.Payments.FindAsync(Site, 2));
        AssertSame(Card(1, state), await Store.SavedCards.FindAsync(Site, 1));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_charge_that_proves_a_card_stays_the_first_one(bool byMove)
    {
        var (first, later) = (new FirstCharge("first", "up-1", "bank-1"), new FirstCharge("later", null, "bank-2"));
        var unproved = Card(1, byMove ? SavedCardState.Pending : SavedCardState.Active) with { FirstCharge = null };
        await CommitAsync(new Write.NewSavedCard(unproved));
        Write Proves(FirstCharge by) => byMove ? new Write.MoveSavedCard(Site, 1, SavedCardState.Pending, SavedCardState.Active) { By = by } : new Write.RefreshSavedCard(Site, 1, Face, null, by, Noon);

        await CommitAsync(Proves(first));
        await CommitAsync(Proves(later), new Write.RefreshSavedCard(Site, 1, Face, null, later, Noon));

        Assert.Equal(first, (await Store.SavedCards.FindAsync(Site, 1))!.FirstCharge);
        await CommitAsync(new Write.MoveSavedCard(Site, 1, SavedCardState.Active, SavedCardState.Removed));
        Assert.Null((await Store.SavedCards.FindAsync(Site, 1))!.FirstCharge);
    }

    [Fact]
    public async Task A_card_that_moves_takes_over_what_was_told_of_it_and_without_a_word_stays_as_it_was()
    {
        var (told, untold) = (Face with { Type = "CREDIT", IssuerName = "Söns & Co", IssuingCountry = "SE" }, Face with { Type = null, IssuerName = null, IssuingCountry = null });
        foreach (var number in new[] { 1, 2, 3 }) await CommitAsync(new Write.NewSavedCard(Card(number, SavedCardState.Pending) with { Face = untold }));

        await CommitAsync(new Write.MoveSavedCard(Site, 1, SavedCardState.Pending, SavedCardState.Active) { Face = told }, new Write.MoveSavedCard(Site, 2, SavedCardState.Pending, SavedCardState.Active));
        await CommitAsync(new Write.MoveSavedCard(Site, 3, SavedCardState.Active, SavedCardState.Active) { Face = told }, new Write.MoveSavedCard(Site, 1, SavedCardState.Active, SavedCardState.Removed));

        Assert.Equal((SavedCardState.Removed, told), await StandsAsync(1));
        Assert.Equal((SavedCardState.Active, untold), await StandsAsync(2));
        Assert.Equal((SavedCardState.Pending, untold), await StandsAsync(3));
    }

    private async Task<(SavedCardState State, CardFace Face)> StandsAsync(long card)
    {
        var read = (await Store.SavedCards.FindAsync(Site, card))!;
        return (read.State, read.Face);
    }

    [Fact]
    public async Task Openings_are_noted() => await CommitAsync(new Write.NoteOpening(Site, 1, 2, "ref", Noon));
}
