using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>How a merchant has its page look and what it asks for (spec/cardgate.md §4, §13.2, §13.3; WEB-13).</summary>
public sealed class PageWishTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const string Options = "/data/attributes/gateway_options/cardgate/";

    private readonly CardgateShop _shop = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);

    [Fact]
    public async Task A_theme_stands_in_the_page_as_a_style_that_the_policy_names_by_its_hash()
    {
        var page = await OpenAsync("{\"theme\":\"dark\",\"theme_options\":{\"primary\":\"#0A7D4F\",\"style\":{\"on_primary_color\":\"white\"}}}");
        var style = Assert.Single(page.Document.QuerySelectorAll("style")).TextContent;
        Assert.StartsWith(":root{color-scheme:dark;--paper:#12151f;", style, StringComparison.Ordinal);
        Assert.Contains("--accent:#0a7d4f;--accent-ink:#ffffff;", style, StringComparison.Ordinal);
        var hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)));
        Assert.Contains($"; style-src 'self' 'sha256-{hash}'; img-src 'self' data:;", page.Answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);

        foreach (var later in new[] { await _shopper.PostAsync(page, "card", [("pay", "1")]), await _shopper.PayAsync(page) })
        {
            Assert.Equal(style, Assert.Single(later.Document.QuerySelectorAll("style")).TextContent);
            Assert.Contains(hash, later.Answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Without_a_theme_the_page_has_no_style_of_its_own()
    {
        var page = await OpenAsync("{\"theme_options\":{\"powered_by\":true,\"unknown\":{\"css\":\"body{}\"}}}");
        Assert.Empty(page.Document.QuerySelectorAll("style"));
        Assert.Contains("; style-src 'self'; ", page.Answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"theme\":\"summer-sale\"}", null)]
    [InlineData("{\"theme\":\"summer-sale\",\"theme_options\":{\"theme\":\"dark\"}}", "dark")]
    [InlineData("{\"theme\":\"dark\",\"theme_options\":{\"theme\":\"light\"}}", "dark")]
    public async Task A_theme_that_had_its_name_elsewhere_is_passed_over(string cardgate, string? shade)
    {
        var page = await OpenAsync(cardgate);
        Assert.Equal(shade is null, !page.Answer.Body.Contains("color-scheme:dark", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("theme", "{}")]
    [InlineData("theme_options", "\"dark\"")]
    [InlineData("theme_options", "[1]")]
    [InlineData("theme_options/style", "\"dark\"")]
    [InlineData("theme_options/primary", "\"red;}body{display:none\"")]
    [InlineData("theme_options/style/primary", "\"url(https://evil.example)\"")]
    [InlineData("theme_options/danger_color", "\"#12345678\"")]
    [InlineData("theme_options/warning_color", "{}")]
    [InlineData("theme_options/pay_button_label", "\"buy\"")]
    [InlineData("theme_options/style/theme", "\"night\"")]
    [InlineData("theme_options/display/hide_header", "\"perhaps\"")]
    [InlineData("theme_options/powered_by", "2")]
    [InlineData("theme_options/card_holder", "\"no\"")]
    [InlineData("theme_options/merchant_name", "\"My 4111111111111111 shop\"")]
    [InlineData("theme_options/favicon", "\"http://shop.example/icon.png\"")]
    [InlineData("theme_options/favicon", "\"javascript:alert(1)\"")]
    [InlineData("theme_options/card_number_length", "{\"range\":{\"min\":18,\"max\":12}}")]
    [InlineData("theme_options/card_number_length", "{\"range\":{\"min\":12}}")]
    [InlineData("theme_options/card_number_length", "{\"allowedNumbers\":[14,\"many\"]}")]
    [InlineData("theme_options/card_number_length", "true")]
    [InlineData("bypass_status_page", "\"perhaps\"")]
    public async Task A_wrong_wish_is_named_by_its_place(string place, string json)
    {
        JsonNode value = JsonNode.Parse(json)!;
        foreach (var step in place.Split('/').Reverse()) value = new JsonObject { [step] = value };
        var answer = await _shop.CreateAsync(Invoice().And("gateway_options", new JsonObject { ["cardgate"] = value }));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        Assert.Equal(["422 invalid " + Options + place], Faults(answer));
    }

    [Fact]
    public async Task Of_options_there_are_twenty_at_most()
    {
        static JsonObject Map(int size) => new(Enumerable.Range(0, size).Select(i => KeyValuePair.Create($"key{i}", (JsonNode?)"x")));
        Assert.Equal(HttpStatusCode.Created, (await CreateAsync(new JsonObject { ["theme_options"] = Map(20) })).Status);
        Assert.Equal(["422 invalid " + Options + "theme_options"], Faults(await CreateAsync(new JsonObject { ["theme_options"] = Map(21) })));
    }

    [Fact]
    public async Task The_merchants_name_is_a_plain_text_wherever_the_page_says_it()
    {
        var page = await OpenAsync("{\"theme_options\":{\"merchant_name\":\"<b>Söns & Co</b>\"}}");
        Assert.Equal("<b>Söns & Co</b>", page.Document.QuerySelector(".merchant")!.TextContent);
        Assert.EndsWith(" – <b>Söns & Co</b>", page.Document.Title, StringComparison.Ordinal);
        Assert.Contains("<b>Söns & Co</b>", page.Element("cancel").TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Demo shop", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("b"));
    }

    [Theory]
    [InlineData("{\"name\":\"Ann Poe\"}", "Ann Poe")]
    [InlineData("{\"first_name\":\"Ann\",\"surname\":\"Poe\"}", "Ann Poe")]
    [InlineData("{\"name\":\"4111 1111\"}", "CARD HOLDER")]
    [InlineData(null, "CARD HOLDER")]
    public async Task Where_the_page_does_not_ask_who_holds_the_card_it_is_whom_the_merchant_named(string? customer, string holder)
    {
        var invoice = await CreateAsync(JsonNode.Parse("{\"theme_options\":{\"card_holder\":false}}")!, attributes => attributes["customer"] = customer is null ? null : JsonNode.Parse(customer));
        var page = await OpenPageAsync(invoice, _shopper);
        Assert.False(page.Has("card-holder"));
        (string, string)[] typed = [.. Shopper.Typed().Where(field => field.Name != "card-holder")];
        Assert.True((await _shopper.FollowAsync(await _shopper.PostAsync(page, "card", typed))).Has("result"));
        Assert.Equal(holder, (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["payload"]!["payment_card"]!["holder"]);
    }

    [Theory]
    [InlineData("{\"range\":{\"min\":16,\"max\":16}}")]
    [InlineData("{\"allowedNumbers\":[14,16]}")]
    [InlineData("\"16\"")]
    public async Task Numbers_of_other_lengths_are_not_taken(string lengths)
    {
        var page = await OpenAsync("{\"theme_options\":{\"card_number_length\":" + lengths + "}}");
        var refused = await _shopper.PayAsync(page, "378282246310005", "1234");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.True(refused.Has("card-number-error"));
        Assert.True((await _shopper.PayAsync(refused)).Has("result"));
    }

    [Theory]
    [InlineData("subscribe", "en", "Subscribe for US$10.50")]
    [InlineData("donate", "en", "Donate US$10.50")]
    [InlineData("pay", "en", "Pay US$10.50")]
    [InlineData("donate", "de", "10,50 US$ spenden")]
    public async Task The_button_says_what_paying_is(string label, string language, string words)
    {
        var page = await OpenAsync("{\"theme_options\":{\"style\":{\"pay_button_label\":\"" + label + "\"}}}", attributes => attributes["locale"] = language);
        Assert.Equal(words, page.Element("pay").TextContent.Replace('\u00a0', ' '));
    }

    [Fact]
    public async Task Header_and_footer_can_be_left_to_the_shops_own_page()
    {
        var page = await OpenAsync("{\"theme_options\":{\"display\":{\"hide_header\":true,\"hide_footer\":\"true\",\"hide_progress_bar\":true}}}");
        Assert.Equal("summary unseen", page.Document.QuerySelector("header")!.ClassName);
        Assert.Empty(page.Document.QuerySelectorAll("footer"));
        Assert.NotNull(page.Document.QuerySelector(".test"));
        var plain = await OpenAsync("{}");
        Assert.Equal(("summary", 1), (plain.Document.QuerySelector("header")!.ClassName, plain.Document.QuerySelectorAll("footer").Length));
    }

    [Fact]
    public async Task An_icon_is_allowed_and_never_loaded()
    {
        var page = await OpenAsync("{\"theme_options\":{\"favicon\":\"https://shop.example/icon.png\"}}");
        Assert.DoesNotContain("shop.example/icon", page.Answer.Body, StringComparison.Ordinal);
        Assert.Contains("img-src 'self' data:;", page.Answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("locale", "uk", "uk")]
    [InlineData("language", "de-AT", "de")]
    [InlineData("lang", "ar", "ar")]
    [InlineData("locale", "xx", "es")]
    [InlineData("locale", null, "es")]
    public async Task The_page_speaks_the_language_of_the_invoice_else_the_browsers(string name, string? tag, string language)
    {
        var invoice = await CreateAsync(new JsonObject(), attributes => attributes[name] = tag);
        Assert.Equal(language, await LanguageAsync((string)Attributes(invoice)["flow_data"]!["action"]!));
    }

    [Theory]
    [InlineData("&locale=uk", "uk")]
    [InlineData("&language=uk&lang=ro", "ro")]
    [InlineData("&locale=xx", "de")]
    public async Task A_link_to_an_invoice_may_name_another_language_which_stays(string query, string language)
    {
        var invoice = await CreateAsync(new JsonObject(), attributes => attributes["locale"] = "de");
        var address = $"/hpp?cpi={Id(invoice)}{query}";
        Assert.Equal(language, await LanguageAsync(address));
        Assert.Equal(language, (await _shopper.PayAsync(await _shopper.OpenAsync(address))).Document.DocumentElement.GetAttribute("lang"));
    }

    [Fact]
    public async Task A_language_is_a_text() => Assert.Equal(["422 invalid /data/attributes/locale"], Faults(await CreateAsync(new JsonObject(), attributes => attributes["locale"] = new JsonObject())));

    [Fact]
    public async Task What_a_merchant_usually_wants_holds_for_every_page_and_an_invoice_wins()
    {
        await server.Checkout.AddMerchantAsync(7410, new() { Page = new PageWishes { Shade = PageShade.Dark, Verb = PayVerb.Donate, MerchantName = "Relief" } });
        var byApi = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference()), "7410:key-7410");
        Assert.Equal(("Relief", 1), (byApi.Document.QuerySelector(".merchant")!.TextContent, byApi.Document.QuerySelectorAll("style").Length));
        Assert.StartsWith("Donate ", byApi.Element("pay").TextContent, StringComparison.Ordinal);

        var own = await OpenPageAsync(
            await CreateAsync(JsonNode.Parse("{\"theme\":\"light\",\"theme_options\":{\"pay_button_label\":\"subscribe\"}}")!, _ => { }, $"{Merchants.CardgateAccountOf(7410)}:cardgate-key-7410"), _shopper);
        Assert.Equal("Relief", own.Document.QuerySelector(".merchant")!.TextContent);
        Assert.StartsWith("Subscribe ", own.Element("pay").TextContent, StringComparison.Ordinal);
        Assert.Contains("color-scheme:light", own.Document.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
    }

    private async Task<string?> LanguageAsync(string address) =>
        (await _shopper.FollowAsync(await _shopper.GetAsync(address, ("Accept-Language", "es-MX, en;q=0.5")))).Document.DocumentElement.GetAttribute("lang");

    private Task<Answer> CreateAsync(JsonNode cardgate, Action<JsonObject>? change = null, string? credentials = null)
    {
        var attributes = Invoice().And("gateway_options", new JsonObject { ["cardgate"] = cardgate });
        change?.Invoke(attributes);
        return _shop.CreateAsync(attributes, credentials);
    }

    private async Task<ShownPage> OpenAsync(string cardgate, Action<JsonObject>? change = null) => await OpenPageAsync(await CreateAsync(JsonNode.Parse(cardgate)!, change), _shopper);
}
