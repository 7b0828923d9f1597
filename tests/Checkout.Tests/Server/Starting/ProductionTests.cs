using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Checkout.Tests.Server.Starting;

/// <summary>A server as it runs for real money: nothing of the sandbox is there, and a merchant without a provider is told so.</summary>
public sealed class ProductionTests(ProductionTests.ProductionServer server) : IClassFixture<ProductionTests.ProductionServer>
{
    private readonly Shopper _shopper = new(server.Checkout);

    [Fact]
    public async Task It_is_ready_and_its_pages_are_strict()
    {
        Assert.Equal("ready", await server.Checkout.Http.GetStringAsync("/health/ready"));
        var page = await _shopper.GetAsync("/pay/x");
        Assert.Equal((HttpStatusCode.NotFound, "max-age=31536000; includeSubDomains"), (page.Status, page.Answer.Headers["Strict-Transport-Security"]));
        Assert.Contains("form-action 'self'", page.Answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
        Assert.EndsWith("/health/live", (await _shopper.GetAsync("/")).Location, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/demo")]
    [InlineData("POST", "/demo")]
    [InlineData("GET", "/demo/back")]
    [InlineData("GET", "/demo/go")]
    [InlineData("POST", "/demo/notices")]
    [InlineData("POST", "/demo/callbacks")]
    [InlineData("POST", "/sandbox/clock")]
    [InlineData("GET", "/sandbox/ledger?site=33258&reference=x")]
    [InlineData("GET", "/sandbox/bank/33258-1-1-x")]
    [InlineData("GET", "/pay/x?fill=4111111111111111")]
    public async Task Nothing_of_the_sandbox_is_there(string method, string path) =>
        Assert.Equal(404, (int)(await server.Checkout.SendAsync(new HttpMethod(method), path, method == "POST" ? "{\"AdvanceSeconds\":60}" : null, ProductionServer.Credentials)).Status);

    [Theory]
    [InlineData(null, null, 200)]
    [InlineData("Host", "localhost", 200)]
    [InlineData("Host", "pay.example", 404)]
    [InlineData("X-Forwarded-For", "203.0.113.7", 404)]
    [InlineData("Forwarded", "for=203.0.113.7", 404)]
    public async Task Its_figures_are_for_this_machine_and_not_for_whom_a_proxy_speaks(string? header, string? value, int status) =>
        Assert.Equal(status, (int)(await _shopper.GetAsync("/metrics", header is null ? [] : [(header, value!)])).Status);

    [Fact]
    public async Task A_name_that_is_not_its_own_is_not_answered() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await _shopper.GetAsync("/health/ready", ("Host", "evil.example"))).Status);

    [Fact]
    public async Task The_sandboxs_merchant_does_not_exist() =>
        Assert.Equal(401, (int)(await server.Checkout.SendAsync(HttpMethod.Get, "/v1/payments", credentials: "1010:gabi")).Status);

    [Fact]
    public async Task A_merchant_without_a_provider_is_told_so_and_nothing_is_kept()
    {
        foreach (var order in new[] { Orders.Direct(Orders.NewReference()), Orders.Hosted(Orders.NewReference()), Orders.Direct(Orders.NewReference()).With("Card.SecurityCode", null) })
        {
            var answer = await SendAsync("/v1/payments", order);
            Assert.Equal((400, 5000), ((int)answer.Status, Assert.Single(answer.Codes)));
            Assert.Null(answer.Payment["RedirectURL"]);
            Assert.DoesNotContain("411111", answer.Body, StringComparison.Ordinal);
        }

        Assert.Equal("""{"Payments":[]}""", (await server.Checkout.SendAsync(HttpMethod.Get, "/v1/payments", credentials: ProductionServer.Credentials)).Body);
        var check = await SendAsync("/v1/card/authenticate", new JsonObject { ["CardAuthentication"] = new JsonObject { ["Card"] = Orders.Card() } });
        Assert.Equal((400, 5000), ((int)check.Status, Assert.Single(check.Codes)));
    }

    [Fact]
    public async Task A_signed_link_of_a_merchant_without_a_provider_shows_a_page_that_says_so()
    {
        var link = SignedLink.Of(Orders.NewReference()).With("site", "33258") with { Secret = server.LinkSecret };
        var page = await _shopper.GetAsync(link.Path);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, false), (page.Status, page.Has("pay")));
        Assert.NotEmpty(page.Document.QuerySelectorAll("h1"));
    }

    [Fact]
    public async Task Plain_http_is_no_way_back()
    {
        var answer = await SendAsync("/v1/payments", Orders.Hosted(Orders.NewReference()).With("ReturnURL", "http://shop.example/back"));
        Assert.Equal(1003, Assert.Single(answer.Codes));
    }

    private Task<Answer> SendAsync(string path, JsonObject body) => server.Checkout.SendAsync(HttpMethod.Post, path, body.ToJsonString(), ProductionServer.Credentials);

    /// <summary>A Production server with a merchant that an operator added by command.</summary>
    public sealed class ProductionServer : IAsyncLifetime
    {
        public const string Credentials = "33258:a-key-that-has-been-long-in-use-by-a-shop";

        private readonly string _directory = Directory.CreateTempSubdirectory("checkout-").FullName;

        public RunningCheckout Checkout { get; private set; } = null!;

        public string LinkSecret { get; private set; } = "";

        public async Task InitializeAsync()
        {
            var settings = TestCertificate.Earnest(_directory);
            var data = Path.Combine(_directory, "data");
            string[] host = [$"--DataDirectory={data}", .. settings.Select(s => "--" + s)];
            var short_ = await CheckoutProgram.RunAsync(["merchant", "add", "--site", "33258", "--api-key", "gabi", "--name", "Shop", .. host]);
            Assert.True(short_ is { Code: 1 } && short_.Complained.Contains("32 characters or more", StringComparison.Ordinal), short_.ToString());
            var added = await CheckoutProgram.RunAsync(["merchant", "add", "--site", "33258", "--api-key", Credentials.Split(':')[1], "--name", "Shop", .. host]);
            LinkSecret = Regex.Match(added.Said, @"Link secret\s+(\S+)").Groups[1].Value;
            Checkout = await RunningCheckout.StartAsync(settings, data, "Production");
        }

        public async Task DisposeAsync()
        {
            await Checkout.DisposeAsync();
            Directory.Delete(_directory, recursive: true);
        }
    }
}
