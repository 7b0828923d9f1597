using Checkout.Core.Cards;

namespace Checkout.Tests.Core.Cards;

public sealed class CardFaceTests
{
    private static readonly CardFace Guessed = Some.Face with { Holder = "CARD HOLDER", IsHolderGuessed = true };

    private static readonly CardFace Nameless = Some.Face with { Holder = "" };

    [Fact]
    public void A_name_that_was_told_stays_until_another_one_is()
    {
        Assert.Equal(Some.Face, Some.Face.ToldAnew(Guessed));
        Assert.Equal(Some.Face, Some.Face.ToldAnew(Nameless));
        Assert.Equal(Some.Face, Guessed.ToldAnew(Some.Face));
        Assert.Equal("Ana Popescu", Some.Face.ToldAnew(Some.Face with { Holder = "Ana Popescu" }).Holder);
    }

    [Fact]
    public void A_guess_is_better_than_nothing_and_stays_one()
    {
        Assert.Equal(Guessed, Nameless.ToldAnew(Guessed));
        Assert.Equal(Guessed, Guessed.ToldAnew(Guessed with { Holder = "ANN POE" }));
    }
}
