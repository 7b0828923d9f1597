using Checkout.Core.Payments;
using Checkout.Core.Storage;
using static Checkout.Tests.Core.Till.Till;

namespace Checkout.Tests.Core.Payments;

/// <summary>The card that a merchant gave stays with its payment, whatever other card was tried.</summary>
public sealed class GivenCardTests
{
    private static readonly Payment Given = Some.Payment(need: CardNeed.SecurityCode) with { SavedCard = 12, SavedCardCheck = 9, ShowToken = true, Card = Some.Face, Details = new PaymentDetails { GivenCard = 12 } };

    [Fact]
    public void After_a_try_with_it_it_is_still_shown() => Assert.Equal(Given, Given.WithoutShownCard());

    [Theory]
    [InlineData(null)]
    [InlineData(13L)]
    public void After_a_try_with_another_one_nothing_is_shown_and_it_is_still_given(long? other)
    {
        var after = (Given with { SavedCard = other }).WithoutShownCard();
        Assert.Equal((null, null, null, false, 12L), (after.SavedCard, after.SavedCardCheck, after.Card, after.ShowToken, after.GivenCard));
    }

    [Fact]
    public void A_payment_from_before_it_was_written_down_knows_it_by_the_card_it_shows() => Assert.Equal(12, (Given with { Details = new PaymentDetails() }).GivenCard);

    [Fact]
    public async Task And_still_knows_it_when_another_card_was_declined()
    {
        var till = new Till.Till();
        till.Bank.Says(No());
        var old = Given with { Details = new PaymentDetails(), Version = 1, Attempts = 0 };
        var after = (await till.Charge.RunAsync(new Charge { Merchant = till.Merchant, Payment = old, IsNew = true, Typed = Card(), Code = Code(), By = Actor.Shopper })).Payment!;
        Assert.Equal((PaymentStatus.Open, null, 12L), (after.Status, after.SavedCard, after.GivenCard));
    }

    [Fact]
    public async Task Where_the_shopper_took_another_card_at_the_provider_its_token_is_not_told()
    {
        var till = new Till.Till();
        var card = await till.SavedAsync();
        till.Bank.Says(Yes() with { Card = Some.Face with { Last4 = "9999" } });
        var paid = (await till.Take.RunAsync(till.Order, new CardMeans.Saved(card) { Code = Code() })).Payment!;
        Assert.Equal((PaymentStatus.Captured, "9999", null, false, false), (paid.Status, paid.Card!.Last4, paid.SavedCard, paid.ShowToken, paid.Details.BySavedCard));
    }

    [Fact]
    public void Of_any_other_payment_no_card_is_given() => Assert.Null((Given with { Need = CardNeed.FullCard }).GivenCard);
}
