using Checkout.Core.Money;
using Checkout.Web.Pages.Pay.Words;

namespace Checkout.Tests.Pages.Pay;

public sealed class MoneyTextTests
{
    [Theory]
    [InlineData("en", "EUR", 2599, "€25.99")]
    [InlineData("en", "USD", 123456789, "US$1,234,567.89")]
    [InlineData("en", "JPY", 2599, "JP¥2,599")]
    [InlineData("en", "CHF", 2599, "CHF 25.99")]
    [InlineData("en", "KWD", 2599, "KWD 2.599")]
    [InlineData("de", "EUR", 2599, "25,99 €")]
    [InlineData("de", "JPY", 2599, "2.599 JP¥")]
    [InlineData("es", "BRL", 2599, "25,99 R$")]
    [InlineData("ro", "RON", 2599, "25,99 RON")]
    [InlineData("uk", "UAH", 259900, "2 599,00 ₴")]
    [InlineData("ru", "EUR", 2599, "25,99 €")]
    [InlineData("en", "EUR", 1, "€0.01")]
    [InlineData("en", "EUR", Amount.LargestMinor, "€9,999,999,999.99")]
    public void Amounts_read_as_people_write_them(string language, string currency, long minor, string text) =>
        Assert.Equal(text, MoneyText.Of(new Amount(minor, Currency.Of(currency)), Languages.Find(language)!).Replace('\u00a0', ' '));

    [Fact]
    public void No_sign_stands_for_two_currencies()
    {
        foreach (var texts in Languages.All)
        {
            var shown = Currency.All.Select(currency => (currency.Exponent, Text: MoneyText.Of(new Amount(100, currency), texts))).ToList();
            Assert.Equal(shown.Count, shown.Distinct().Count());
            Assert.DoesNotContain(shown, amount => amount.Text.Trim('1', '0', ',', '.', '\u00a0', '\u200f', '\u200e') is "$" or "¥");
        }
    }

    [Fact]
    public void An_amount_never_breaks_over_two_lines()
    {
        foreach (var texts in Languages.All)
            Assert.All(Currency.All, currency => Assert.DoesNotContain(' ', MoneyText.Of(new Amount(123456789, currency), texts)));
    }
}
