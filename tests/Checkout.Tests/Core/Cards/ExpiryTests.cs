using Checkout.Core.Cards;

namespace Checkout.Tests.Core.Cards;

public sealed class ExpiryTests
{
    [Theory]
    [InlineData("05/31", 5, 2031)]
    [InlineData("5/31", 5, 2031)]
    [InlineData("05/2031", 5, 2031)]
    [InlineData("0531", 5, 2031)]
    [InlineData("531", 5, 2031)]
    [InlineData("052031", 5, 2031)]
    [InlineData(" 05 / 31 ", 5, 2031)]
    [InlineData("05-31", 5, 2031)]
    [InlineData("2031-05", 5, 2031)]
    [InlineData("31/05", 5, 2031)]
    [InlineData("\u200e٠٥/٣١", 5, 2031)]
    public void Reads_what_people_type(string typed, int month, int year)
    {
        Assert.True(Expiry.TryReadTyped(typed, out var expiry));
        Assert.Equal((month, year), (expiry.Month, expiry.Year));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("13/31x")]
    [InlineData("13/13")]
    [InlineData("00/31")]
    [InlineData("05")]
    [InlineData("05/1931")]
    [InlineData("5/31/20")]
    public void Refuses_what_is_no_month(string? typed) => Assert.False(Expiry.TryReadTyped(typed, out _));

    [Theory]
    [InlineData("2", "21", 2, 2021)]
    [InlineData("02", "2021", 2, 2021)]
    public void Remembers_how_it_was_sent(string month, string year, int m, int y)
    {
        Assert.True(Expiry.TryRead(month, year, out var expiry));
        Assert.Equal((m, y, month, year), (expiry.Month, expiry.Year, expiry.MonthText, expiry.YearText));
    }

    [Fact]
    public void Is_good_through_the_last_day_of_its_month()
    {
        Assert.True(Expiry.TryRead("02", "2024", out var expiry));
        Assert.False(expiry.IsPastOn(new DateOnly(2024, 2, 29)));
        Assert.True(expiry.IsPastOn(new DateOnly(2024, 3, 1)));
    }
}
