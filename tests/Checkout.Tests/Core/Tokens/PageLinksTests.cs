using Checkout.Core.Tokens;

namespace Checkout.Tests.Core.Tokens;

public sealed class PageLinksTests
{
    [Theory]
    [InlineData(42, false)]
    [InlineData(42, true)]
    [InlineData(43, true)]
    [InlineData((1L << 56) - 1, true)]
    [InlineData(0, true)]
    public void Each_of_the_two_words_is_known_for_what_it_is(long check, bool hidesCards)
    {
        var payment = Some.Payment() with { LinkCheck = check };
        var target = PageLinks.Of(payment, hidesCards);
        Assert.InRange(target.Check, 0, (1L << 56) - 1);
        Assert.True(PageLinks.Fits(payment, target, out var hides));
        Assert.Equal(hidesCards, hides);
        Assert.NotEqual(PageLinks.Of(payment, !hidesCards), target);
    }

    [Fact]
    public void Any_other_check_value_fits_neither()
    {
        var payment = Some.Payment();
        for (var bit = 1; bit < 64; bit++) Assert.False(PageLinks.Fits(payment, new TokenTarget(7, 100001, payment.LinkCheck ^ (1L << bit)), out _));
    }
}
