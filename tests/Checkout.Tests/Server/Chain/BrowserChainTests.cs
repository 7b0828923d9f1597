using System.Text;
using System.Text.Json.Nodes;
using Checkout.Tests.Server.Cardgate;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Chain;

/// <summary>What a provider that is sent a card is told of the shopper's browser, and that nothing of it stays behind (Cardgate §11.2).</summary>
public sealed class BrowserChainTests(BrowserChainTests.Both chains) : IClassFixture<BrowserChainTests.Both>
{
    private const string Agent = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private const string ByScript = "screen-width=1920 screen-height=1080 color-depth=24 time-zone=-120 window-width=1200 window-height=800 java=false";
    private const string Rubbish = "screen-width=wide screen-height=-1 color-depth=999 time-zone=Mozilla/5.0 window-width=*** window-height=1e3 java=perhaps";

    private static readonly (string, string)[] Headers = [("User-Agent", Agent), ("Accept", "text/html,*/*;q=0.8"), ("Accept-Language", "ro-RO;q=0.9, en;q=0.5")];

    [Theory]
    [InlineData(ProviderMode.CardgateOurs, "", "")]
    [InlineData(ProviderMode.CardgateOurs, Rubbish, "")]
    [InlineData(ProviderMode.CardgateOurs, ByScript, ""","browser_color_depth":"24","browser_java_enabled":false,"browser_screen_height":"1080","browser_screen_width":"1920","browser_tz":"-120","window_height":"800","window_width":"1200" """)]
    [InlineData(ProviderMode.Smart2PayOurs, "", ""","BrowserJavaScriptEnabled":false""")]
    [InlineData(ProviderMode.Smart2PayOurs, Rubbish, ""","BrowserJavaScriptEnabled":false""")]
    [InlineData(ProviderMode.Smart2PayOurs, ByScript, ""","BrowserJavaEnabled":false,"BrowserJavaScriptEnabled":true,"BrowserColorDepth":"24","BrowserScreenHeight":"1080","BrowserScreenWidth":"1920","BrowserTimeZone":"-120" """)]
    public async Task The_page_tells_what_requests_say_and_what_its_script_filled_in(ProviderMode mode, string filled, string more)
    {
        var (chain, reference) = (chains[mode], Orders.NewReference("browser"));
        var shopper = new Shopper(chain.First);
        var page = await shopper.OrderAsync(Orders.Hosted(reference).With("Capture", true));
        await SendAsync(shopper, page, filled, Headers);

        var usual = mode == ProviderMode.CardgateOurs
            ? $"\"browser_accept_header\":\"text/html,*/*;q=0.8\",\"browser_language\":\"ro-RO\",\"browser_user_agent\":\"{Agent}\",\"device_channel\":\"02\""
            : $"\"BrowserAcceptHeader\":\"text/html,*/*;q=0.8\",\"BrowserLanguage\":\"ro-RO\",\"BrowserUserAgent\":\"{Agent}\"";
        IsSame($"{{{usual}{more}}}", Told(chain));
        await chain.BooksAgreeAsync(reference);
        Assert.NotEmpty(await chain.LedgerAsync(reference));
    }

    [Theory]
    [InlineData("***", "***", "***")]
    [InlineData("", "", "")]
    [InlineData("7", "4111 1111 1111 1111", "*/4111111111111111")]
    public async Task Headers_of_rubbish_cost_no_payment(string language, string agent, string accept)
    {
        var (chain, reference) = (chains[ProviderMode.CardgateOurs], Orders.NewReference("browser"));
        var shopper = new Shopper(chain.First);
        await SendAsync(shopper, await shopper.OrderAsync(Orders.Hosted(reference).With("Capture", true)), "", ("Accept-Language", language), ("User-Agent", agent), ("Accept", accept));
        IsSame("""{"device_channel":"02"}""", Told(chain));
        Assert.NotEmpty(await chain.LedgerAsync(reference));
    }

    [Theory]
    [InlineData("""{"browser_accept_header":"*/*","browser_color_depth":"24","browser_ip":"2001:DB8::7","browser_java_enabled":true,"browser_language":"uk","browser_screen_height":"1080","browser_screen_width":"1920","browser_tz":"-60","browser_user_agent":"Browser/1.0","device_channel":"02","window_height":"800","window_width":"1200"}""", """{"browser_accept_header":"*/*","browser_color_depth":"24","browser_ip":"2001:db8::7","browser_java_enabled":true,"browser_language":"uk","browser_screen_height":"1080","browser_screen_width":"1920","browser_tz":"-60","browser_user_agent":"Browser/1.0","device_channel":"02","window_height":"800","window_width":"1200"}""")]
    [InlineData("""{"browser_color_depth":24,"browser_java_enabled":"false","browser_screen_width":1920,"browser_tz":-60,"device_channel":2,"other":[]}""", """{"browser_color_depth":"24","browser_java_enabled":false,"browser_screen_width":"1920","browser_tz":"-60","device_channel":"02"}""")]
    [InlineData("""{"browser_accept_header":"***","browser_color_depth":"***","browser_ip":"***","browser_java_enabled":"***","browser_language":"***","browser_screen_height":"***","browser_tz":"Mozilla/5.0 (X11)","browser_user_agent":"***","device_channel":"***","window_width":"***"}""", "null")]
    [InlineData("""{"browser_accept_header":{},"browser_color_depth":[],"browser_ip":7,"browser_java_enabled":null,"browser_language":5,"browser_screen_height":1.5,"browser_tz":1e9,"browser_user_agent":"\ud800","device_channel":true,"window_width":""}""", "null")]
    [InlineData("\"***\"", "null")]
    [InlineData("[1]", "null")]
    [InlineData("7", "null")]
    public async Task What_a_merchant_tells_is_passed_on_where_it_can_be_read(string info, string told)
    {
        var chain = chains[ProviderMode.CardgateOurs];
        var shop = new CardgateShop(chain.First);
        var sold = await shop.SellAsync(Bearer(await shop.CreateAsync(Invoice(), H2H)), Document(Card(Approved).And("browser_info", "?"), "sale-operation").ToJsonString().Replace("\"?\"", info, StringComparison.Ordinal));
        Assert.Equal("processed", (string?)sold.Json!["status"]);
        IsSame(told, Told(chain));
    }

    [Theory]
    [InlineData(ProviderMode.CardgateOurs)]
    [InlineData(ProviderMode.Smart2PayOurs)]
    public async Task Nothing_of_it_is_kept(ProviderMode mode)
    {
        var (chain, reference) = (chains[mode], Orders.NewReference("browser"));
        var shopper = new Shopper(chain.First);
        await SendAsync(shopper, await shopper.OrderAsync(Orders.Hosted(reference).With("Capture", true)), ByScript, ("User-Agent", "Keepsake/1.0"), ("Accept", "text/keepsake"), ("Accept-Language", "xx-keepsake"));
        Assert.Equal(3, Told(chain)!.AsObject().Count(fact => fact.Value!.ToString().Contains("eepsake", StringComparison.Ordinal)));
        var shop = new CardgateShop(chain.First);
        await shop.SellAsync(await shop.CreateAsync(Invoice(), H2H), Card(Approved).And("browser_info", new JsonObject { ["browser_user_agent"] = "Keepsake/1.0" }));

        foreach (var directory in new[] { chain.First.Directory, chain.Second.Directory })
        {
            Assert.True(Holds(directory, (await chain.AttemptAsync(reference)).Reference), $"{directory} does not even hold the order.");
            Assert.False(Holds(directory, "eepsake"), $"{directory} holds the browser.");
        }
    }

    /// <summary>What the last request with a card said of the browser.</summary>
    private static JsonNode? Told(ChainedCheckout chain)
    {
        var order = chain.Line.Passed.Last(sent => sent.Method == "POST" && sent.Path is "/payment/sale" or "/v1/payments");
        var body = JsonNode.Parse(order.Body)!;
        return order.Path == "/payment/sale" ? body["data"]!["attributes"]!["browser_info"] : body["Payment"]!["DeviceInfo"];
    }

    /// <summary>Pays with a typed card in a browser that says this of itself.</summary>
    /// <param name="filled">What the hidden fields hold, as <c>name=value</c>; nothing, without script.</param>
    private static async Task SendAsync(Shopper shopper, ShownPage page, string filled, params (string, string)[] headers)
    {
        var facts = filled.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(fact => fact.Split('=')[0], fact => fact.Split('=')[1]);
        Assert.Empty(facts.Keys.Except(page.Hidden("card").Select(field => field.Name)));
        var hidden = page.Hidden("card").Select(field => (field.Name, facts.GetValueOrDefault(field.Name, field.Value)));
        await shopper.FollowAsync(await shopper.PostAsync(page.Action("card"), hidden.Concat(Shopper.Typed(ChainShopper.Cards.Good)), headers));
    }

    // The lock is empty, and the server that runs lets nobody open it.
    private static bool Holds(string directory, string text) =>
        Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("server.lock", StringComparison.Ordinal)).Any(path =>
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            file.CopyTo(content);
            return content.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(text)) >= 0;
        });

    private static void IsSame(string expected, JsonNode? told) => Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), told), $"Expected {expected}\nTold {told?.ToJsonString()}");

    public sealed class Both() : Chains(ProviderMode.CardgateOurs, ProviderMode.Smart2PayOurs);
}
