using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Checkout.Tests.Server;

namespace Checkout.Tests.Pages.Pay;

/// <summary>The shopper's pages of a running server, as a browser without script sees them.</summary>
public sealed class CardPageTests : IAsyncLifetime
{
    private const string Card = "&card-expiry=12/31&card-holder=Ana+Pop&security-code=123";

    private RunningCheckout _server = null!;

    public async Task InitializeAsync() => _server = await RunningCheckout.StartAsync();

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_card_pays_and_the_shopper_goes_back()
    {
        var page = await OpenAsync();
        var paid = await SubmitAsync(page, "pay=1&card-number=4111111111111111" + Card);
        Assert.Equal((HttpStatusCode.SeeOther, page + "/back"), (paid.Status, paid.Headers["Location"]));
        var back = await _server.Http.GetStringAsync(page + "/back");
        Assert.Contains("data=9&amp;MerchantTransactionID=", back, StringComparison.Ordinal);
        Assert.Contains("http-equiv=\"refresh\"", back, StringComparison.Ordinal);
        var again = await ReadAsync(page);
        Assert.Null(again.GetElementById("card-number"));
        Assert.NotNull(again.GetElementById("back-to-shop"));
    }

    [Fact]
    public async Task A_saved_card_asks_only_for_its_code_and_can_be_removed()
    {
        await SubmitAsync(await OpenAsync(), "pay=1&save-card=1&card-number=4111111111111111" + Card);
        var page = await OpenAsync();
        var form = await ReadAsync(page);
        Assert.Null(form.GetElementById("card-number"));
        Assert.Single(form.QuerySelectorAll("#security-code"));
        var chosen = Assert.IsAssignableFrom<IHtmlInputElement>(form.QuerySelector("[name=saved-card]"));
        Assert.True(chosen.IsChecked);
        Assert.NotNull((await ReadAsync(page + "?card=new")).GetElementById("card-number"));

        var sure = await ReadAsync(page + "?remove=" + chosen.Value);
        Assert.NotNull(sure.GetElementById("remove-card"));
        await SubmitAsync(page + "?remove=" + chosen.Value, "remove-card=" + chosen.Value);
        Assert.NotNull((await ReadAsync(page)).GetElementById("card-number"));
    }

    [Fact]
    public async Task The_way_to_a_card_that_was_not_chosen_ends_at_something_that_takes_the_focus()
    {
        await SubmitAsync(await OpenAsync(), "pay=1&save-card=1&card-number=4111111111111111" + Card);
        var answer = await SubmitAsync(await OpenAsync(), "pay=1&security-code=123");
        var form = new HtmlParser().ParseDocument(answer.Body);
        var way = form.QuerySelector("#error-summary a")!.GetAttribute("href")!;
        Assert.Equal("saved-card", Assert.IsAssignableFrom<IHtmlInputElement>(form.QuerySelector(way)).Name);
    }

    [Fact]
    public async Task Mistakes_are_named_and_the_number_is_not_shown_again()
    {
        var page = await OpenAsync();
        var answer = await SubmitAsync(page, "pay=1&card-number=4111111111111112&card-holder=Ana+Pop");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.Status);
        var form = new HtmlParser().ParseDocument(answer.Body);
        Assert.StartsWith("Error: ", form.Title, StringComparison.Ordinal);
        Assert.Equal(3, form.QuerySelectorAll("#error-summary a").Length);
        Assert.Equal("Ana Pop", form.GetElementById("card-holder")!.GetAttribute("value"));
        Assert.Equal("true", form.GetElementById("card-number")!.GetAttribute("aria-invalid"));
        Assert.DoesNotContain("4111111111111112", answer.Body, StringComparison.Ordinal);
        foreach (var named in form.QuerySelectorAll("[aria-describedby]").SelectMany(e => e.GetAttribute("aria-describedby")!.Split(' ')))
            Assert.NotNull(form.GetElementById(named));
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    public async Task A_form_from_elsewhere_does_nothing(string header, string value)
    {
        var page = await OpenAsync();
        var answer = await SubmitAsync(page, "pay=1&card-number=4111111111111111" + Card, (header, value));
        Assert.Equal((HttpStatusCode.SeeOther, page), (answer.Status, answer.Headers["Location"]));
        Assert.NotNull((await ReadAsync(page)).GetElementById("card-number"));
    }

    [Fact]
    public async Task A_form_without_its_word_or_twice_does_nothing()
    {
        var page = await OpenAsync();
        var bare = await PostAsync(page, "pay=1&version=1&card-number=4111111111111111" + Card);
        Assert.Equal(page, bare.Headers["Location"]);
        var hidden = await HiddenAsync(page, "card");
        Assert.Equal(page, (await PostAsync(page, hidden + "pay=1&card-number=4000000000000002" + Card)).Headers["Location"]);
        Assert.Equal(page, (await PostAsync(page, hidden + "pay=1&card-number=4111111111111111" + Card)).Headers["Location"]);
        Assert.NotNull((await ReadAsync(page)).GetElementById("declined"));
    }

    [Fact]
    public async Task Unknown_links_all_get_the_same_page()
    {
        var page = await OpenAsync();
        var tampered = page[..^1] + (page[^1] == '0' ? '1' : '0');
        string[] unknown = [tampered, tampered + "/wait", tampered + "/back", tampered + "/bank", "/pay/x", "/return/x", "/v1/Payments/FillCardDetails?PaymentToken=1.1010." + page[5..]];
        var answers = new HashSet<string>();
        foreach (var path in unknown)
        {
            using var answer = await _server.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            answers.Add(await answer.Content.ReadAsStringAsync());
        }

        Assert.Single(answers);
    }

    [Fact]
    public async Task Too_much_is_refused_in_words()
    {
        var answer = await PostAsync(await OpenAsync(), "card-holder=" + new string('a', 17 * 1024));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Contains("Nothing was paid", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_loads_nothing_it_does_not_name_and_says_so()
    {
        using var answer = await _server.Http.GetAsync(await OpenAsync());
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("form-action 'self'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
        foreach (var file in new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()).QuerySelectorAll("[integrity]"))
        {
            var content = await _server.Http.GetByteArrayAsync(file.GetAttribute("href") ?? file.GetAttribute("src"));
            Assert.Equal("sha384-" + Convert.ToBase64String(System.Security.Cryptography.SHA384.HashData(content)), file.GetAttribute("integrity"));
        }
    }

    [Theory]
    [InlineData("en", "ltr")]
    [InlineData("ar", "rtl")]
    public async Task The_page_speaks_the_language_that_was_picked(string language, string direction)
    {
        var form = await ReadAsync(await OpenAsync() + "?lang=" + language);
        Assert.Equal((language, direction), (form.DocumentElement.GetAttribute("lang"), form.DocumentElement.GetAttribute("dir")));
        Assert.Contains("lang=" + language, form.GetElementById("card")!.GetAttribute("action"), StringComparison.Ordinal);
        Assert.NotNull(form.QuerySelector("#language [lang=ro]"));
    }

    private async Task<string> OpenAsync()
    {
        var order = new JsonObject
        {
            ["MerchantTransactionID"] = Guid.NewGuid().ToString("N"),
            ["Amount"] = 2599,
            ["Currency"] = "EUR",
            ["ReturnURL"] = _server.Address + "/demo",
            ["GenerateCreditCardToken"] = true,
            ["Customer"] = new JsonObject { ["MerchantCustomerID"] = "shopper-7" },
        };
        var made = await _server.PostAsync("/v1/payments", new JsonObject { ["Payment"] = order });
        return "/pay/" + made.Payment["RedirectURL"]!.GetValue<string>()[^32..];
    }

    private async Task<IHtmlDocument> ReadAsync(string path) => new HtmlParser().ParseDocument(await _server.Http.GetStringAsync(path));

    private async Task<string> HiddenAsync(string path, string form)
    {
        var page = await ReadAsync(path);
        var posted = form.Length == 0 ? page.Forms[0] : page.GetElementById(form)!;
        return string.Concat(posted.QuerySelectorAll("input[type=hidden]").Select(e => $"{e.GetAttribute("name")}={e.GetAttribute("value")}&"));
    }

    /// <summary>Posts the page's first form with these fields added.</summary>
    private async Task<Answer> SubmitAsync(string path, string fields, params (string Name, string Value)[] headers) =>
        await PostAsync(path, await HiddenAsync(path, "") + fields, headers);

    private async Task<Answer> PostAsync(string path, string body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path.Split('?')[0]) { Content = new StringContent(body, null, "application/x-www-form-urlencoded") };
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var response = await _server.Http.SendAsync(request);
        return await Answer.OfAsync(response);
    }
}
