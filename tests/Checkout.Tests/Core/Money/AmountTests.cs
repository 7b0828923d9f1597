using Checkout.Core.Money;

namespace Checkout.Tests.Core.Money;

public sealed class AmountTests
{
    [Theory]
    [InlineData("EUR", 2599, "25.99")]
    [InlineData("EUR", 5, "0.05")]
    [InlineData("JPY", 2599, "2599")]
    [InlineData("KWD", 2599, "2.599")]
    [InlineData("EUR", 999_999_999_999, "9999999999.99")]
    public void Has_as_many_decimals_as_its_currency(string code, long minor, string expected) =>
        Assert.Equal(expected, new Amount(minor, Currency.Of(code)).DecimalText);

    [Theory]
    [InlineData("eur")]
    [InlineData("EU")]
    [InlineData("XXX")]
    [InlineData("")]
    [InlineData(null)]
    public void Unknown_currencies_are_not_found(string? code) => Assert.False(Currency.TryFind(code, out _));

    [Fact]
    public void Every_currency_has_a_known_exponent() => Assert.All(Currency.All, c => Assert.Contains(c.Exponent, new[] { 0, 2, 3 }));
}
