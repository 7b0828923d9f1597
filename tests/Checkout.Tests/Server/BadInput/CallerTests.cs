using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Checkout.Web.Dialects.Smart2Pay.Controllers;
using Checkout.Web.Sandbox;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server.BadInput;

/// <summary>Callers without a key, with a wrong one, with somebody else's business, or at an address where nothing is.</summary>
public sealed class CallerTests(CallerTests.TwoMerchants server) : IClassFixture<CallerTests.TwoMerchants>
{
    /// <summary>Every endpoint of the dialect, so that none can be forgotten here: its method, and its path with a payment, a token or the number 1.</summary>
    private IReadOnlyList<(string Method, string Path)> Doors { get; } =
    [
        .. from endpoint in server.Checkout.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
           where endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Namespace == typeof(PaymentsController).Namespace
           from method in endpoint.Metadata.GetRequiredMetadata<IHttpMethodMetadata>().HttpMethods
           where method != "OPTIONS"
           let path = endpoint.RoutePattern.RawText!.Replace("{id:long}", "{id}", StringComparison.Ordinal).Replace("{value}", "{token}", StringComparison.Ordinal)
           select (method, "/" + Regex.Replace(path, @"\{\w+:\w+\}", "1").Replace("{country}/{currency}", "RO/EUR", StringComparison.Ordinal)),
    ];

    [Fact]
    public void Every_endpoint_is_tried() => Assert.True(Doors.Count >= 26 && Doors.Count == Doors.Distinct().Count(), string.Join('\n', Doors));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Basic")]
    [InlineData("Basic !")]
    [InlineData("Basic MTAxMA==")]
    [InlineData("Basic MTAxMDo=")]
    [InlineData("Basic MTAxMDpnYWJpMg==")]
    [InlineData("Basic OTk5OTpnYWJp")]
    [InlineData("Basic LTE6Z2FiaQ==")]
    [InlineData("Basic eDpnYWJp")]
    [InlineData("Basic NzAwMTpnYWJp")]
    [InlineData("Bearer MTAxMDpnYWJp")]
    public async Task Without_a_good_key_no_door_opens(string? authorization)
    {
        foreach (var (method, path) in Doors)
        {
            var answer = await SendAsync(method, await FilledAsync(path), authorization);
            Assert.Equal((path, 401), (path, (int)answer.Status));
            Assert.Equal("""{"Message":"Authorization has been denied for this request."}""", answer.Body);
            Assert.StartsWith("Basic", answer.Headers["WWW-Authenticate"], StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_key_that_a_browser_holds_opens_the_card_check_only()
    {
        foreach (var (method, path) in Doors.Where(d => d.Path != "/v1/card/authenticate"))
            Assert.Equal((path, 401), (path, (int)(await SendAsync(method, await FilledAsync(path), "Basic MTAxMDpnYWJp", "https://shop.example")).Status));
        Assert.Equal(400, (int)(await SendAsync("POST", "/v1/card/authenticate", "Basic MTAxMDpnYWJp", "https://shop.example")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("https://shop.example")]
    public async Task A_tokenise_key_makes_tokens_and_opens_nothing_else_wherever_it_is_sent_from(string? origin)
    {
        var key = "Basic " + Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"1010:{SandboxMerchant.TokeniseKey}"));
        foreach (var (method, path) in Doors.Where(d => d.Path != "/v1/card/authenticate"))
            Assert.Equal((path, 401), (path, (int)(await SendAsync(method, await FilledAsync(path), key, origin)).Status));

        var body = new JsonObject { ["CardAuthentication"] = new JsonObject { ["Card"] = Orders.Card() } }.ToJsonString();
        var made = await server.Checkout.SendAsync(HttpMethod.Post, "/v1/card/authenticate", body, $"1010:{SandboxMerchant.TokeniseKey}");
        var token = (string)made.Json!["CardAuthentication"]!["CreditCardToken"]!["Value"]!;
        Assert.Equal(9, (await server.Checkout.PostAsync("/v1/payments", Orders.ByToken(Orders.NewReference(), token))).StatusId);
    }

    [Fact]
    public async Task Another_merchants_payment_looks_like_none()
    {
        var missing = new Dictionary<string, Answer>();
        foreach (var (method, path) in Doors.Where(d => d.Path.Contains("{id}", StringComparison.Ordinal)))
        {
            var body = method == "POST" && path.EndsWith("refunds", StringComparison.Ordinal) ? Orders.Refund(Orders.NewReference(), 1).ToJsonString() : null;
            var foreign = await server.Checkout.SendAsync(new HttpMethod(method), await FilledAsync(path), body, server.Other);
            var none = await server.Checkout.SendAsync(new HttpMethod(method), path.Replace("{id}", "2147483647", StringComparison.Ordinal), body, server.Other);
            Assert.Equal((path, 404, none.Body), (path, (int)foreign.Status, foreign.Body));
            Assert.Equal(17, Assert.Single(foreign.Codes));
        }

        Assert.Equal("""{"Payments":[]}""", (await server.Checkout.SendAsync(HttpMethod.Get, $"/v1/payments?merchantTransactionID={server.Reference}", credentials: server.Other)).Body);
        Assert.Equal(9, (await server.Checkout.GetAsync($"/v1/payments/{server.Payment}")).StatusId);
    }

    [Fact]
    public async Task Another_merchants_token_looks_like_none()
    {
        foreach (var (method, path) in new[] { ("GET", ""), ("POST", "/cancel") })
        {
            var answer = await server.Checkout.SendAsync(new HttpMethod(method), $"/v1/card/token/{server.Token}{path}", credentials: server.Other);
            Assert.Equal((404, 2400), ((int)answer.Status, Assert.Single(answer.Codes)));
        }

        var reference = Orders.NewReference();
        Refused.With(await server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", Orders.ByToken(reference, server.Token).ToJsonString(), server.Other), 2400);
        Assert.Empty(await server.Checkout.LedgerAsync(reference, server.Other));
        Assert.Equal("true", (string)(await server.Checkout.GetAsync($"/v1/card/token/{server.Token}")).Json!["CardAuthentication"]!["CreditCardToken"]!["Active"]!);
    }

    [Theory]
    [InlineData("00000000000000000000000000000000", 2400)]
    [InlineData("short", 2400)]
    [InlineData("../../etc/passwd", 2400)]
    [InlineData("", 2404)]
    public async Task A_token_nobody_made_is_refused(string token, int code)
    {
        var reference = Orders.NewReference();
        Refused.With(await server.Checkout.PostAsync("/v1/payments", Orders.ByToken(reference, token)), code);
        await Refused.LosesNothingAsync(server.Checkout, reference);
    }

    [Fact]
    public async Task Each_changed_digit_of_a_token_makes_it_unknown()
    {
        for (var i = 0; i < server.Token.Length; i++)
        {
            var changed = server.Token[..i] + (server.Token[i] == '0' ? '1' : '0') + server.Token[(i + 1)..];
            Assert.Equal((i, 404), (i, (int)(await server.Checkout.GetAsync($"/v1/card/token/{changed}")).Status));
        }
    }

    [Fact]
    public async Task A_cancelled_token_pays_no_more()
    {
        var token = await server.NewTokenAsync();
        for (var round = 0; round < 2; round++)
        {
            var cancelled = (await server.Checkout.PostAsync($"/v1/card/token/{token}/cancel")).Json!["CardAuthentication"]!;
            Assert.Equal(("false", 3, "Canceled"), ((string)cancelled["CreditCardToken"]!["Active"]!, (int)cancelled["Status"]!["ID"]!, (string)cancelled["Status"]!["Info"]!));
        }

        var reference = Orders.NewReference();
        Refused.With(await server.Checkout.PostAsync("/v1/payments", Orders.ByToken(reference, token)), 2401);
        Refused.With(await server.Checkout.PostAsync("/v1/payments", Orders.ByToken(reference, token).With("CreditCardToken.SecurityCode", "123")), 2401);
        Refused.With(await server.Checkout.PostAsync("/v1/payments", Orders.ByToken(reference, token).With("CreditCardToken.RequireSecurityCode", true)), 2401);
        await Refused.LosesNothingAsync(server.Checkout, reference);
    }

    [Fact]
    public async Task A_word_for_something_else_is_no_token()
    {
        var page = (string)(await server.Checkout.PostAsync("/v1/payments", Orders.Hosted(Orders.NewReference()))).Payment["RedirectURL"]!;
        Refused.With(await server.Checkout.PostAsync("/v1/payments", Orders.ByToken(Orders.NewReference(), page[^32..])), 2400);
    }

    [Theory]
    [InlineData("GET", "/v1")]
    [InlineData("GET", "/v1/merchantsites")]
    [InlineData("POST", "/v1/payments/recurrent")]
    [InlineData("GET", "/v1/payments/abc")]
    [InlineData("GET", "/v1/payments/1.5")]
    [InlineData("GET", "/v1/payments/-1/nothing")]
    [InlineData("GET", "/v1/payments/99999999999999999999")]
    [InlineData("POST", "/v1/payments/1/nothing")]
    [InlineData("GET", "/v1/card/token")]
    public async Task Where_nothing_is_the_answer_says_so(string method, string path)
    {
        var answer = await server.Checkout.SendAsync(new HttpMethod(method), path);
        Assert.Equal((404, """{"Message":"No HTTP resource was found that matches the request URI."}"""), ((int)answer.Status, answer.Body));
        Assert.Equal("application/json; charset=utf-8", answer.Headers["Content-Type"]);
    }

    [Theory]
    [InlineData("PUT", "/v1/payments")]
    [InlineData("DELETE", "/v1/payments/{id}")]
    [InlineData("PATCH", "/v1/payments/{id}")]
    [InlineData("GET", "/v1/payments/{id}/capture")]
    [InlineData("GET", "/v1/payments/{id}/cancel")]
    [InlineData("GET", "/v1/card/authenticate")]
    [InlineData("DELETE", "/v1/card/token/{token}")]
    [InlineData("GET", "/v1/card/token/{token}/cancel")]
    public async Task A_wrong_method_does_nothing_and_says_which_are_right(string method, string path)
    {
        var answer = await server.Checkout.SendAsync(new HttpMethod(method), await FilledAsync(path));
        Assert.Equal((405, """{"Message":"The requested resource does not support this HTTP method."}"""), ((int)answer.Status, answer.Body));
        Assert.NotEmpty(answer.Headers["Allow"]);
        Assert.Equal(9, (await server.Checkout.GetAsync($"/v1/payments/{server.Payment}")).StatusId);
    }

    private Task<string> FilledAsync(string path) =>
        Task.FromResult(path.Replace("{id}", server.Payment, StringComparison.Ordinal).Replace("{token}", server.Token, StringComparison.Ordinal));

    private async Task<Answer> SendAsync(string method, string path, string? authorization, string? origin = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (method == "POST") request.Content = new StringContent("{}");
        if (authorization is not null) request.Headers.TryAddWithoutValidation("Authorization", authorization);
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        using var response = await server.Checkout.Http.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    /// <summary>A sandbox with a payment and a token of the first merchant, and with a second merchant.</summary>
    public sealed class TwoMerchants : SandboxServer, IAsyncLifetime
    {
        public string Other { get; private set; } = "";

        public string Reference { get; } = Orders.NewReference();

        public string Payment { get; private set; } = "";

        public string Token { get; private set; } = "";

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            Other = await Checkout.AddMerchantAsync(7001);
            Payment = (await Checkout.PostAsync("/v1/payments", Orders.Direct(Reference))).Payment["ID"]!.ToString();
            Token = await NewTokenAsync();
        }

        public async Task<string> NewTokenAsync() =>
            (string)(await Checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("GenerateCreditCardToken", true))).Payment["CreditCardToken"]!["Value"]!;
    }
}
