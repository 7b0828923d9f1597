using Checkout.Core.Money;
using Checkout.Web.Dialects.Cardgate;

namespace Checkout.Tests.Dialects.Cardgate;

/// <summary>Amounts in major units, exact both ways.</summary>
public sealed class MajorUnitsTests
{
    [Theory]
    [InlineData("1", "USD", 100)]
    [InlineData("10.5", "USD", 1050)]
    [InlineData("10.50", "USD", 1050)]
    [InlineData("0.01", "USD", 1)]
    [InlineData("0.1", "EUR", 10)]
    [InlineData("100", "JPY", 100)]
    [InlineData("1.234", "KWD", 1234)]
    [InlineData("100.0", "JPY", 100)]
    [InlineData("100.000", "JPY", 100)]
    [InlineData("10.500", "USD", 1050)]
    [InlineData("1.2340", "KWD", 1234)]
    [InlineData("9999999999.990000000000", "USD", 999_999_999_999)]
    [InlineData("9999999999.99", "USD", 999_999_999_999)]
    [InlineData("4503599627.37", "USD", 450_359_962_737)]
    public void Good_amounts_are_read_exactly(string text, string currency, long minor)
    {
        Assert.True(MajorUnits.TryRead(text, Currency.Of(currency), out var read));
        Assert.Equal(minor, read);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("0.00")]
    [InlineData("-1")]
    [InlineData("+1")]
    [InlineData(" 1")]
    [InlineData("1e3")]
    [InlineData("1E-1")]
    [InlineData("1,5")]
    [InlineData("1.")]
    [InlineData(".5")]
    [InlineData("1.2.3")]
    [InlineData("1.001")]
    [InlineData("1.0010")]
    [InlineData("0.000")]
    [InlineData("1.0000000000000")]
    [InlineData("NaN")]
    [InlineData("0x10")]
    [InlineData("10000000000")]
    [InlineData("99999999999999999999999999999999")]
    [InlineData("١٢")]
    public void Anything_else_is_no_amount(string text) => Assert.False(MajorUnits.TryRead(text, Currency.Of("USD"), out _));

    [Theory]
    [InlineData(100, "USD", "1")]
    [InlineData(1050, "USD", "10.5")]
    [InlineData(1055, "USD", "10.55")]
    [InlineData(100, "JPY", "100")]
    [InlineData(1234, "KWD", "1.234")]
    [InlineData(10_000, "USD", "100")]
    [InlineData(999_999_999_999, "USD", "9999999999.99")]
    public void They_are_said_without_zeros_at_the_end(long minor, string currency, string text) =>
        Assert.Equal(text, MajorUnits.Of(new Amount(minor, Currency.Of(currency))).ToString(System.Globalization.CultureInfo.InvariantCulture));
}
