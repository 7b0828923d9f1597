using Checkout.Core.Cards;

namespace Checkout.Tests.Core.Cards;

public sealed class SecurityCodeTests
{
    [Theory]
    [InlineData("123", Brand.Visa, true)]
    [InlineData("1234", Brand.Visa, false)]
    [InlineData("1234", Brand.Amex, true)]
    [InlineData("123", Brand.Amex, false)]
    [InlineData(" ١٢٣ ", Brand.Mastercard, true)]
    [InlineData("1234", Brand.Unknown, true)]
    public void Fits_its_brand(string typed, Brand brand, bool fits)
    {
        Assert.True(SecurityCode.TryRead(typed, out var code));
        Assert.Equal(fits, code.Fits(brand));
    }

    [Theory]
    [InlineData("")]
    [InlineData("12")]
    [InlineData("12345")]
    [InlineData("12a")]
    public void Refuses_anything_else(string typed) => Assert.False(SecurityCode.TryRead(typed, out _));

    [Fact]
    public void Cannot_print_itself_and_is_gone_after_dispose()
    {
        Assert.True(SecurityCode.TryRead("987", out var code));
        Assert.Equal("***", code.ToString());
        code.Dispose();
        Assert.True(code.Reveal().IndexOfAnyExcept('\0') < 0);
    }
}
