using Checkout.Core.Shoppers;
using Checkout.Web.Pages.Pay.Words;

namespace Checkout.Tests.Pages.Pay;

public sealed class CountryNamesTests
{
    [Theory]
    [InlineData("en", "BR", "Brazil")]
    [InlineData("de", "BR", "Brasilien")]
    [InlineData("es", "DE", "Alemania")]
    [InlineData("ro", "DE", "Germania")]
    [InlineData("uk", "DE", "Німеччина")]
    [InlineData("ru", "DE", "Германия")]
    [InlineData("ar", "EG", "مصر")]
    public void Countries_are_called_as_the_page_speaks(string language, string code, string name)
    {
        var country = CountryNames.In(Languages.Find(language)!).Single(c => c.Code == code);
        Assert.Equal((name, null), (country.Name, country.Language));
    }

    [Fact]
    public void Every_country_has_one_name_or_says_that_its_name_is_English()
    {
        foreach (var texts in Languages.All)
        {
            var all = CountryNames.In(texts);
            Assert.Equal(Countries.All.Order(), all.Select(c => c.Code).Order());
            Assert.Equal(LatinAmerica.Countries.Order(), all.Take(LatinAmerica.Countries.Count).Select(c => c.Code).Order());
            Assert.All(all, c => Assert.True(c.Name.Length > 2 && c.Language is null or "en", c.ToString()));
        }
    }
}
