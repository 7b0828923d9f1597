using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Microsoft.Extensions.DependencyInjection;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Payment links with a public key (<c>spec/cardgate.md</c> §13.2): anybody can write one.</summary>
public sealed class PublicLinkTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);
    private readonly PublicShop _page = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);

    [Fact]
    public async Task A_link_opens_a_card_form_and_is_paid()
    {
        var link = _page.Link(
            ("reference_id", "link-1"), ("description", "A mug"), ("return_url", "https://shop.example/thanks"), ("service", "payment_card_usd_hpp"),
            ("customer[reference_id]", "shopper-9"), ("customer[email]", "ann@example.com"), ("metadata[cart]", "7"), ("service_fields[a]", "b"),
            ("display[hide_header]", "true"), ("style[primary]", "#0a0"), ("locale", "uk"), ("callback_url", "https://evil.example/cb"));
        var page = await _shopper.OpenAsync(link);
        Assert.Equal((HttpStatusCode.OK, true), (page.Status, page.Has("card-number")));
        Assert.Equal("https://shop.example/thanks", (await _shopper.PayAsync(page)).GoesTo);

        var own = (await _shop.GetAsync("/payment-invoices?filter[reference_id]=link-1")).Json!["data"]![0]!["attributes"]!;
        Assert.Equal(("processed", 10.5m, "public_api", null), ((string?)own["status"], (decimal)own["amount"]!, (string?)own["source"], (string?)own["callback_url"]));
        Assert.Equal(("""{"cart":"7"}""", "A mug"), (own["metadata"]!.ToJsonString(), (string?)own["description"]));
    }

    [Fact]
    public async Task A_link_brings_its_look_and_its_language_and_says_for_nobody_who_is_paid()
    {
        var page = await _shopper.OpenAsync(_page.Link(
            ("style[primary]", "#0a7d4f"), ("style[theme]", "dark"), ("style[danger_color]", "no colour"), ("pay_button_label", "donate"), ("display[hide_footer]", "true"),
            ("locale", "de"), ("merchant_name", "Your bank"), ("style[merchant_name]", "Your bank"), ("style[card_holder]", "false"), ("theme_options[merchant_name]", "Your bank")));
        var style = page.Document.QuerySelector("style")!.TextContent;
        Assert.Contains("color-scheme:dark;", style, StringComparison.Ordinal);
        Assert.Contains("--accent:#0a7d4f;", style, StringComparison.Ordinal);
        Assert.Equal(("de", "Demo shop", true), (page.Document.DocumentElement.GetAttribute("lang"), page.Document.QuerySelector(".merchant")!.TextContent, page.Has("card-holder")));
        Assert.EndsWith("spenden", page.Element("pay").TextContent, StringComparison.Ordinal);
        Assert.Empty(page.Document.QuerySelectorAll("footer"));
        Assert.Equal(style, (await _shopper.PayAsync(page)).Document.QuerySelector("style")!.TextContent);
    }

    [Fact]
    public async Task The_address_is_read_with_and_without_its_slash_and_a_form_that_posts_to_it_is_sent_on()
    {
        foreach (var link in new[] { _page.Link(), _page.Link().Replace("/hpp/?", "/hpp?", StringComparison.Ordinal) })
        {
            Assert.True((await _shopper.OpenAsync(link)).Has("card-number"));
            var posted = await _shopper.PostAsync(link, []);
            Assert.Equal((HttpStatusCode.SeeOther, link), (posted.Status, posted.Location));
        }
    }

    [Fact]
    public async Task Who_only_asks_for_its_head_opens_nothing()
    {
        using var head = await server.Checkout.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, _page.Link(("reference_id", "link-head"))));
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty((await _shop.GetAsync("/payment-invoices?filter[reference_id]=link-head")).Json!["data"]!.AsArray());
    }

    [Fact]
    public async Task The_same_reference_opens_the_same_payment_as_long_as_it_can_be_paid()
    {
        var link = _page.Link(("reference_id", "link-again"));
        var first = await _shopper.OpenAsync(link);
        var second = await _shopper.OpenAsync(link);
        Assert.Equal(first.Action("card"), second.Action("card"));
        var dearer = await _shopper.OpenAsync(_page.Link(("reference_id", "link-again"), ("amount", "11")));
        Assert.Equal((HttpStatusCode.Conflict, false), (dearer.Status, dearer.Has("card-number")));

        await _shopper.PayAsync(first);
        var used = await _shopper.OpenAsync(link);
        Assert.Equal(HttpStatusCode.Conflict, used.Status);
        Assert.Contains("This order has been paid or closed already", used.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("10.50", used.Text, StringComparison.Ordinal);
        Assert.Equal(["authorise", "capture"], (await server.Checkout.LedgerAsync("link-again")).Select(l => l.Kind));
    }

    [Fact]
    public async Task Many_tabs_at_once_open_one_payment()
    {
        var link = _page.Link(("reference_id", "link-tabs"));
        var pages = await Task.WhenAll(Enumerable.Range(0, 12).Select(_ => _shopper.OpenAsync(link)));
        Assert.Single(pages.Select(p => p.Action("card")).Distinct());
    }

    [Fact]
    public async Task What_the_merchants_server_made_is_not_opened_by_its_reference()
    {
        var reference = Orders.NewReference("link-victim");
        var invoice = await _shop.CreateAsync(Invoice(reference));
        var page = await _shopper.OpenAsync(_page.Link(("reference_id", reference)));
        Assert.Equal((HttpStatusCode.Conflict, false), (page.Status, page.Has("card-number")));
        Assert.DoesNotContain(Id(invoice), page.Answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_victims_name_in_a_link_shows_no_cards_and_keeps_none()
    {
        await _shop.TokenAsync("link-owner");
        var page = await _shopper.OpenAsync(_page.Link(("customer[reference_id]", "link-owner")));
        Assert.Equal((true, false, false), (page.Has("card-number"), page.Has("saved-card"), page.Has("save-card")));
        await _shopper.FollowAsync(await _shopper.PostAsync(page, "card", Shopper.Typed(save: true)));

        var own = await _shop.CreateAsync(Invoice().And("customer", new JsonObject { ["reference_id"] = "link-owner" }));
        var cards = (await _shopper.OpenAsync((string)Attributes(own)["flow_data"]!["action"]!)).Document.QuerySelectorAll("input[name=saved-card]");
        Assert.Single(cards, c => c.GetAttribute("value") is { Length: > 0 } value && value.All(char.IsAsciiDigit));
    }

    public static TheoryData<string, string?, string> Faults => new()
    {
        { "amount", null, "amount" }, { "amount", "0", "amount" }, { "amount", "1e3", "amount" }, { "amount", "10.555", "amount" }, { "amount", "-1", "amount" },
        { "currency", null, "currency" }, { "currency", "XXX", "currency" }, { "public_key", "pk_test_nobody", "public_key" }, { "service", "bitcoin", "service" },
        { "return_url", "javascript:alert(1)", "return_url" }, { "expires", "1", "expires" }, { "reference_id", "a\nb", "reference_id" },
        { "customer[date_of_birth]", "yesterday", "customer[date_of_birth]" }, { "customer", "x", "customer" }, { "metadata[a][b][c][d]", "x", "metadata" },
        { "metadata[a", "x", "metadata" }, { "metadata[]", "x", "metadata" }, { "customer[Call 0900", "x", "customer" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_link_made_wrongly_names_the_parameter_and_makes_nothing(string name, string? value, string named)
    {
        var page = await _shopper.OpenAsync(_page.Link((name, value)));
        Assert.Equal(HttpStatusCode.BadRequest, page.Status);
        Assert.Contains($"“{named}”", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("amount=9")]
    [InlineData("metadata[a]=1&metadata[a]=2")]
    [InlineData("metadata=1&metadata[a]=2")]
    [InlineData("metadata[a]=1&metadata=2")]
    public async Task A_parameter_that_stands_there_twice_means_nothing(string more) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _shopper.OpenAsync(_page.Link() + "&" + more)).Status);

    [Theory]
    [InlineData("Your+card+is+blocked=1&Your+card+is+blocked=2")]
    [InlineData("available_locales[]=en&available_locales[]=uk")]
    [InlineData("[a]=1&display=1&display[hide_header]=true")]
    public async Task What_is_no_field_is_passed_over_and_never_repeated(string more)
    {
        var page = await _shopper.OpenAsync(_page.Link() + "&" + more);
        Assert.Equal((HttpStatusCode.OK, true), (page.Status, page.Has("card-number")));
        Assert.DoesNotContain("blocked", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_key_there_is_nothing() => Assert.Equal(HttpStatusCode.NotFound, (await _shopper.OpenAsync(_page.Link(("public_key", null)))).Status);

    [Fact]
    public async Task Outside_a_sandbox_a_link_leads_back_to_the_shops_own_hosts_only()
    {
        await server.Checkout.AddMerchantAsync(7421, new MerchantSettings { PublicPayments = true }, isSandbox: false);
        var page = new PublicShop(server.Checkout, "pk_test_7421");
        var link = page.Link(("return_url", "https://shop.example/thanks"));
        Assert.Contains("“return_url”", (await _shopper.OpenAsync(link)).Text, StringComparison.Ordinal);

        await server.Checkout.ChangeAsync(7421, s => s with { ReturnHosts = ["shop.example"] });
        Assert.DoesNotContain("“return_url”", (await _shopper.OpenAsync(link)).Text, StringComparison.Ordinal);
        Assert.Contains("“return_url”", (await _shopper.OpenAsync(page.Link(("return_url", "https://evil.example/")))).Text, StringComparison.Ordinal);

        await server.Checkout.ChangeAsync(7421, s => s with { PublicPayments = false });
        Assert.Contains("“public_key”", (await _shopper.OpenAsync(link)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_shops_frame_also_the_notice_of_a_bad_link_is_shown()
    {
        await server.Checkout.AddMerchantAsync(7422, new MerchantSettings { FrameOrigins = ["https://shop.example"] });
        var page = new PublicShop(server.Checkout, "pk_test_7422");
        foreach (var link in new[] { page.Link(), page.Link(("amount", "0")) })
            Assert.Contains("frame-ancestors https://shop.example;", (await _shopper.OpenAsync(link)).Answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_not_paid_in_time_opens_nothing_more_under_its_reference()
    {
        await using var checkout = await RunningCheckout.StartAsync();
        var (page, shopper) = (new PublicShop(checkout), new Shopper(checkout));
        var link = page.Link(("reference_id", "link-late"));
        Assert.True((await shopper.OpenAsync(link)).Has("card-number"));
        await checkout.AdvanceAsync(TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.Conflict, (await shopper.OpenAsync(link)).Status);
        Assert.NotNull(await checkout.Services.GetRequiredService<IPaymentStore>().FindByReferenceAsync(1010, Dialect.Cardgate, true, "link-late"));
    }
}
