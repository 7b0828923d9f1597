using System.Net;
using Checkout.Storage.Sqlite;
using Checkout.Web.Hosting;
using Checkout.Web.Pages.Pay.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkout.Tests.Server;

/// <summary>What shoppers see when something of ours breaks.</summary>
public sealed class PageTroubleTests
{
    [Fact]
    public async Task Without_its_store_a_page_says_in_words_to_come_back()
    {
        var directory = Directory.CreateTempSubdirectory("checkout-").FullName;
        var checkout = await RunningCheckout.StartAsync(directory: directory);
        try
        {
            var shopper = new Shopper(checkout);
            var page = await shopper.OrderAsync(Orders.Hosted(Orders.NewReference()));
            await checkout.Services.GetRequiredService<SqliteArchive>().DisposeAsync();
            await IsToldAsync(shopper, page);
        }
        finally
        {
            // The archive is closed already, and says so when the server closes it again.
            await Record.ExceptionAsync(async () => await checkout.DisposeAsync());
            Directory.Delete(directory, recursive: true);
        }
    }

    [Theory]
    [InlineData("/pay/x", "en")]
    [InlineData("/demo", "ar")]
    public async Task Whatever_breaks_the_shopper_gets_words_and_no_stack_trace(string path, string language)
    {
        await using var checkout = await RunningCheckout.StartAsync();
        await using var scope = checkout.Services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        using var body = new MemoryStream();
        http.Response.Body = body;
        (http.Request.Path, http.Request.QueryString) = (path, new QueryString("?lang=" + language));
        await new PageRescue(_ => throw new InvalidOperationException("no business of a shopper"), NullLogger<PageRescue>.Instance).InvokeAsync(http);

        var headers = http.Response.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var answer = new Answer((HttpStatusCode)http.Response.StatusCode, headers, System.Text.Encoding.UTF8.GetString(body.ToArray()));
        IsNotice(new ShownPage(path, answer), HttpStatusCode.InternalServerError, Languages.Find(language)!.Broken);
        Assert.DoesNotContain("no business", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_shop_says_so_when_it_cannot_reach_us()
    {
        await using var checkout = await RunningCheckout.StartAsync(["PublicUrl=http://127.0.0.1:9"]);
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("product", Web.Demo.DemoShop.Products[0].Id), KeyValuePair.Create("way", "api")]);
        using var response = await checkout.Http.PostAsync("/demo", form);
        var page = new ShownPage("/demo", await Answer.OfAsync(response));
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("PublicUrl", page.Document.QuerySelector(".problem")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task IsToldAsync(Shopper shopper, ShownPage page)
    {
        var payment = page.Address.Split('/').Last();
        foreach (var language in Languages.All)
        {
            var lost = await shopper.GetAsync($"{page.Address}{(page.Address.Contains('?') ? '&' : '?')}lang={language.Language}");
            IsNotice(lost, HttpStatusCode.ServiceUnavailable, language.Unavailable);
            Assert.Equal("2", lost.Answer.Headers["Retry-After"]);
            Assert.DoesNotContain(payment, lost.Answer.Body, StringComparison.Ordinal);
        }

        var posted = await shopper.PostAsync(page, "card", Shopper.Typed());
        IsNotice(posted, HttpStatusCode.ServiceUnavailable, English.Unavailable);
        Assert.DoesNotContain(Orders.Visa, posted.Answer.Body, StringComparison.Ordinal);
    }

    private static PageTexts English => Languages.Find("en")!;

    private static void IsNotice(ShownPage page, HttpStatusCode status, Saying saying)
    {
        Assert.Equal((status, saying.Title), (page.Status, page.Document.QuerySelector("h1")?.TextContent));
        Assert.Equal(saying.Text, page.Document.QuerySelector("main p")?.TextContent);
        Assert.Contains("default-src 'none'", page.Answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.Equal("no-store", page.Answer.Headers["Cache-Control"]);
    }
}
