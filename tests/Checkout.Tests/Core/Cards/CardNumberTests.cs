using Checkout.Core.Cards;

namespace Checkout.Tests.Core.Cards;

public sealed class CardNumberTests
{
    [Theory]
    [InlineData("4111111111111111", Brand.Visa)]
    [InlineData("4111 1111-1111 1111", Brand.Visa)]
    [InlineData("5555555555554444", Brand.Mastercard)]
    [InlineData("2223003122003222", Brand.Mastercard)]
    [InlineData("378282246310005", Brand.Amex)]
    [InlineData("30569309025904", Brand.Diners)]
    [InlineData("6011111111111117", Brand.Discover)]
    [InlineData("3530111333300000", Brand.Jcb)]
    [InlineData("6200000000000005", Brand.UnionPay)]
    [InlineData("2200000000000004", Brand.Mir)]
    [InlineData("9999999999999995", Brand.Unknown)]
    [InlineData("\u200e٤١١١ ١١١١ ١١١١ ١١١١\u200f", Brand.Visa)]
    public void Reads_what_people_type_and_recognises_the_brand(string typed, Brand brand)
    {
        Assert.True(CardNumber.TryRead(typed, out var number, out _));
        Assert.Equal(brand, number.Brand);
    }

    [Theory]
    [InlineData("", CardNumberFault.Missing)]
    [InlineData("   ", CardNumberFault.Missing)]
    [InlineData("4111111111111112", CardNumberFault.FailsCheckDigit)]
    [InlineData("41111111111", CardNumberFault.WrongLength)]
    [InlineData("41111111111111111111", CardNumberFault.WrongLength)]
    [InlineData("4111x11111111111", CardNumberFault.NotDigits)]
    public void Says_what_is_wrong(string typed, CardNumberFault expected)
    {
        Assert.False(CardNumber.TryRead(typed, out var number, out var fault));
        Assert.Null(number);
        Assert.Equal(expected, fault);
    }

    [Fact]
    public void Shows_no_more_than_the_first_six_and_last_four()
    {
        Assert.True(CardNumber.TryRead("4548812049400004", out var number, out _));
        Assert.Equal("454881******0004", number.ToString());
        Assert.Equal("454881******0004", $"{number}");
    }

    [Fact]
    public void Is_gone_after_dispose()
    {
        Assert.True(CardNumber.TryRead("4548812049400004", out var number, out _));
        number.Dispose();
        Assert.True(number.Reveal().IndexOfAnyExcept('\0') < 0);
    }

    [Fact]
    public void One_wrong_digit_never_passes()
    {
        const string good = "4548812049400004";
        for (var at = 0; at < good.Length; at++)
        {
            for (var digit = '0'; digit <= '9'; digit++)
            {
                var typed = good[..at] + digit + good[(at + 1)..];
                Assert.Equal(typed == good, CardNumber.TryRead(typed, out _, out _));
            }
        }
    }
}
