using System.Net;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Checkout.Connectors.Simulator;
using Checkout.Core.Upstream;
using Checkout.Tests.Connectors;
using Checkout.Tests.Connectors.Simulator;
using Checkout.Web.Hosting.Headers;
using Checkout.Web.Pages.Sandbox;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Pages.Sandbox;

/// <summary>The bank page over HTTP, in a server that has nothing else: no cookie, no script, no token.</summary>
public sealed class BankPageTests : IAsyncLifetime
{
    private readonly SimulatorRig _rig = new();
    private WebApplication _server = null!;
    private HttpClient _browser = null!;
    private bool _leavesSite;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddSingleton(_rig.Bank);
        builder.Services.AddRazorPages().AddApplicationPart(typeof(BankModel).Assembly);
        _server = builder.Build();
        _server.UseRouting();
        _server.Use(async (context, next) =>
        {
            _leavesSite = context.GetEndpoint()?.Metadata.GetMetadata<LeavesSiteAttribute>() is not null;
            await next(context);
        });
        _server.MapRazorPages();
        await _server.StartAsync();
        _browser = _server.GetTestClient();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task It_shows_the_payment_and_three_plain_buttons()
    {
        var page = await OpenAsync(await ChallengeAsync("4000000000003220"));
        Assert.Equal(["approve", "refuse", "cancel"], page.QuerySelectorAll("form[method=post] button[type=submit][name=decision]").Select(b => b.Id!));
        Assert.Contains("25.99 EUR", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("3220", page.Body.TextContent, StringComparison.Ordinal);
        Assert.Equal("en", page.DocumentElement.GetAttribute("lang"));
        Assert.Single(page.QuerySelectorAll("h1"));
        Assert.Empty(page.QuerySelectorAll("script, [style], [onclick], input:not([type=hidden])"));
    }

    [Fact]
    public async Task Its_form_may_lead_anywhere()
    {
        await OpenAsync(await ChallengeAsync("4000000000003220"));
        Assert.True(_leavesSite);
    }

    [Theory]
    [InlineData("4000000000003220", "approve", HttpStatusCode.SeeOther)]
    [InlineData("4000000000003220", "refuse", HttpStatusCode.SeeOther)]
    [InlineData("4000000000003220", "cancel", HttpStatusCode.SeeOther)]
    [InlineData("5123817234060000", "approve", HttpStatusCode.TemporaryRedirect)]
    public async Task A_decision_sends_the_shopper_back(string card, string decision, HttpStatusCode status)
    {
        var order = await ChallengeAsync(card);
        // What the browser adds picks no other charge and no other target.
        var answer = await PostAsync(order, ("decision", decision), ("reference", "1010-1-1-x"), ("TermUrl", "https://evil.example/"), ("ReturnUrl", "https://evil.example/"));
        Assert.Equal((status, "http://127.0.0.1:5080/return/abc"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        Assert.IsNotType<ConnectorOutcome.NeedsShopper>(await _rig.AskAsync(order));
    }

    [Fact]
    public async Task Entering_by_POST_decides_nothing()
    {
        var order = await ChallengeAsync("5123817234060000");
        var redirect = Assert.IsType<ConnectorOutcome.NeedsShopper>(await _rig.AskAsync(order)).Redirect;
        var answer = await PostAsync(order, [.. redirect.Fields.Select(f => (f.Key, f.Value))]);
        var page = Read(await answer.Content.ReadAsStringAsync());
        Assert.All(page.QuerySelectorAll("form"), form => Assert.Equal(["MD", "PaRes"], form.QuerySelectorAll("input[type=hidden]").Select(i => i.GetAttribute("name")!)));
        Assert.NotNull(page.GetElementById("approve"));
        await _browser.GetAsync(new Uri($"/sandbox/bank/{order.Reference}?decision=approve", UriKind.Relative));
        Assert.IsType<ConnectorOutcome.NeedsShopper>(await _rig.AskAsync(order));
    }

    [Fact]
    public async Task After_the_end_it_says_so_and_knows_the_way_back()
    {
        var order = await ChallengeAsync("4000000000003220");
        await PostAsync(order, ("decision", "refuse"));
        var answer = await PostAsync(order, ("decision", "approve"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = Read(await answer.Content.ReadAsStringAsync());
        Assert.Equal("http://127.0.0.1:5080/return/abc", page.QuerySelector("a#back")!.GetAttribute("href"));
        Assert.Null(page.GetElementById("approve"));
        Assert.IsType<ConnectorOutcome.Declined>(await _rig.AskAsync(order));
    }

    [Fact]
    public async Task Pressing_twice_comes_back_twice()
    {
        var order = await ChallengeAsync("4000000000003220");
        await PostAsync(order, ("decision", "approve"));
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(order, ("decision", "approve"))).StatusCode);
    }

    [Fact]
    public async Task A_stranger_finds_nothing()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _browser.GetAsync(new Uri("/sandbox/bank/1010-1-1-x", UriKind.Relative))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(new ExamOrder { Reference = "nothing" }, ("decision", "approve"))).StatusCode);
    }

    private async Task<ExamOrder> ChallengeAsync(string card)
    {
        var order = new ExamOrder(card);
        await _rig.SendAsync(order);
        return order;
    }

    private async Task<IHtmlDocument> OpenAsync(ExamOrder order) =>
        Read(await _browser.GetStringAsync(new Uri($"/sandbox/bank/{order.Reference}", UriKind.Relative)));

    private Task<HttpResponseMessage> PostAsync(ExamOrder order, params (string Name, string Value)[] fields) => _browser.PostAsync(
        new Uri($"/sandbox/bank/{order.Reference}", UriKind.Relative),
        new FormUrlEncodedContent(fields.Select(f => KeyValuePair.Create(f.Name, f.Value))));

    private static IHtmlDocument Read(string html) => new HtmlParser().ParseDocument(html);
}
