namespace Checkout.Tests.Server.Cardgate;

/// <summary>A link that limits the languages of its page (<c>spec/cardgate.md</c> §13.2, <c>available_locales</c>).</summary>
public sealed class AvailableLocalesTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly PublicShop _shop = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);

    [Theory]
    [InlineData("available_locales=uk,en&locale=de", "es, en;q=0.5", "en", "uk en")]
    [InlineData("available_locales=uk,en&locale=de", "es", "uk", "uk en")]
    [InlineData("available_locales=uk,en&locale=uk", "en", "uk", "uk en")]
    [InlineData("available_locales[]=ro&available_locales[]=ar", "en", "ro", "ro ar")]
    [InlineData("available_locales[0]=ro&available_locales[1]=ar", "ar", "ar", "ro ar")]
    [InlineData("available_locales=fr,de-AT", "en", "de", "")]
    [InlineData("available_locales=fr,it", "es", "es", "en de es ro uk ru ar")]
    [InlineData("available_locales=", "es", "es", "en de es ro uk ru ar")]
    public async Task The_page_is_in_one_of_them_and_offers_no_other(string parameters, string accepted, string language, string offered)
    {
        var page = await OpenAsync(parameters, accepted);
        Assert.Equal((language, offered), (Language(page), Offered(page)));
    }

    [Fact]
    public async Task They_hold_whatever_is_done_on_the_page()
    {
        var page = await OpenAsync("available_locales=uk,ro&locale=de", "de");
        var path = page.Action("card").Split('?')[0];
        var picked = await _shopper.GetAsync(path + "?lang=ro", ("Accept-Language", "de"));
        var refused = await _shopper.GetAsync(path + "?lang=de", ("Accept-Language", "de"));
        var faulty = await _shopper.PostAsync(picked, "card", [("pay", "1")], ("Accept-Language", "de"));
        var paid = await _shopper.PayAsync(picked);
        Assert.Equal(["uk", "ro", "uk", "ro", "ro"], new[] { page, picked, refused, faulty, paid }.Select(Language));
        Assert.All([page, picked, refused, faulty], shown => Assert.Equal("uk ro", Offered(shown)));
        Assert.DoesNotContain("lang=de", refused.Action("card"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Also_the_notice_of_a_bad_link_is_in_one_of_them() => Assert.Equal("uk", Language(await OpenAsync("available_locales=uk&expires=1", "de")));

    private async Task<ShownPage> OpenAsync(string parameters, string accepted)
    {
        (string, string) browser = ("Accept-Language", accepted);
        var page = await _shopper.GetAsync(_shop.Link() + "&" + parameters, browser);
        return page.Location is { } link ? await _shopper.GetAsync(link, browser) : page;
    }

    private static string? Language(ShownPage page) => page.Document.DocumentElement.GetAttribute("lang");

    private static string Offered(ShownPage page) => string.Join(' ', page.Document.QuerySelectorAll("#language button").Select(b => b.GetAttribute("value")));
}
