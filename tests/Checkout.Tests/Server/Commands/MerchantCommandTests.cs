using System.Text.RegularExpressions;

namespace Checkout.Tests.Server.Commands;

/// <summary>Commands of an operator beside a running server, and without one.</summary>
public sealed class MerchantCommandTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static int _lastSite = 33_000;

    private readonly int _site = Interlocked.Increment(ref _lastSite);

    [Fact]
    public async Task An_added_merchant_takes_payments_at_once()
    {
        var added = await RunAsync("merchant", "add", "--site", $"{_site}", "--api-key", "KEY:with+signs/=", "--name", "Ana's shop & co");
        Assert.Equal((0, ""), (added.Code, added.Complained));
        Assert.Contains("KEY:with+signs/=", added.Said, StringComparison.Ordinal);
        await OpensAsync($"{_site}:KEY:with+signs/=");

        var reference = Orders.NewReference();
        Assert.Equal(9, (await SendAsync("KEY:with+signs/=", Orders.Direct(reference))).StatusId);
        var link = SignedLink.Of(Orders.NewReference()).With("site", $"{_site}") with { Secret = Regex.Match(added.Said, @"Link secret\s+(\S+)").Groups[1].Value };
        Assert.Contains("Ana's shop & co", (await new Shopper(server.Checkout).OpenAsync(link.Path)).Text, StringComparison.Ordinal);

        var again = await RunAsync("merchant", "add", "--site", $"{_site}", "--name", "Another");
        Assert.Equal((1, ""), (again.Code, again.Said));
        Assert.Contains($"There is a merchant with site {_site} already.", again.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_is_not_given_is_made_and_shown_once()
    {
        var added = await RunAsync("merchant", "add", $"--site={_site}", "--name", "Shop");
        var key = Regex.Match(added.Said, @"API key\s+(\S{32,})").Groups[1].Value;
        await OpensAsync($"{_site}:{key}");
        Assert.DoesNotContain(key, (await RunAsync("merchant", "list")).Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--currency", "EUR", "USD")]
    [InlineData("--currency", "EUR,usd")]
    [InlineData("--currency", "EUR", "--currency", "USD")]
    public async Task A_merchant_takes_the_currencies_it_was_given(params string[] currencies)
    {
        Assert.Equal(0, (await RunAsync(["merchant", "add", "--site", $"{_site}", "--api-key", "key", "--name", "Shop", "--token-limit", "2", .. currencies, "--notification-url", "http://127.0.0.1:9/"])).Code);
        await OpensAsync($"{_site}:key");
        foreach (var (currency, taken) in new[] { ("EUR", true), ("USD", true), ("RON", false) })
            Assert.Equal((currency, taken ? 201 : 400), (currency, (int)(await SendAsync("key", Orders.Direct(Orders.NewReference(), currency: currency))).Status));
        Assert.Contains("currencies EUR,USD, notices to http://127.0.0.1:9/, token limit 2", (await RunAsync("merchant", "list")).Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Page=primary:red;}", "Page: primary must be a colour")]
    [InlineData("Page=theme:night,primary:#12", "Page: theme must be one of basic, light, dark. Page: primary must be a colour")]
    [InlineData("Page=css:body", "Page knows no \"css\". Known are: theme, ")]
    [InlineData("Page=dark", "\"dark\" is no part of Page; it must be name:value")]
    [InlineData("AutoReturn=perhaps", "AutoReturn is \"perhaps\"; it must be true or false")]
    [InlineData("BypassResultPage=", "BypassResultPage is \"\"; it must be true or false")]
    public async Task A_wrong_wish_for_the_pages_says_how_to_mend_it(string setting, string complaint)
    {
        await RunAsync("merchant", "add", "--site", $"{_site}", "--api-key", "key", "--name", "Shop");
        var set = await RunAsync("merchant", "set", "--site", $"{_site}", setting);
        Assert.Equal((1, ""), (set.Code, set.Said));
        Assert.Contains(complaint, set.Complained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Pages_look_as_the_operator_set_it()
    {
        await RunAsync("merchant", "add", "--site", $"{_site}", "--api-key", "key", "--name", "Shop");
        await OpensAsync($"{_site}:key");
        Assert.Equal(0, (await RunAsync("merchant", "set", "--site", $"{_site}", "Page=theme:dark,primary:#0a7d4f,pay_button_label:donate", "AutoReturn=false")).Code);
        var shopper = new Shopper(server.Checkout);
        var page = await CheckoutClient.EventuallyAsync(() => shopper.OrderAsync(Orders.Hosted(Orders.NewReference()), $"{_site}:key"), page => page.Document.QuerySelector("style") is not null);
        Assert.Contains("--accent:#0a7d4f;", page.Document.QuerySelector("style")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await shopper.PayAsync(page)).GoesTo);
        Assert.Equal(0, (await RunAsync("merchant", "set", "--site", $"{_site}", "Page=")).Code);
        await CheckoutClient.EventuallyAsync(() => shopper.OrderAsync(Orders.Hosted(Orders.NewReference()), $"{_site}:key"), plain => plain.Document.QuerySelector("style") is null);
    }

    [Fact]
    public async Task A_changed_setting_holds_without_a_restart()
    {
        await RunAsync("merchant", "add", "--site", $"{_site}", "--api-key", "key", "--name", "Shop");
        await OpensAsync($"{_site}:key");
        var set = await RunAsync("merchant", "set", "--site", $"{_site}", "Capture=true", "ThreeDSecure=false", "Currencies=EUR", "Name=New name", "FraudCheck=false");
        Assert.Equal((0, ""), (set.Code, set.Complained));
        await CheckoutClient.EventuallyAsync(() => SendAsync("key", Orders.Direct(Orders.NewReference())), answer => answer.StatusId == 11);
        Assert.Equal(1002, (await SendAsync("key", Orders.Direct(Orders.NewReference(), currency: "USD"))).Codes.Single());
        Assert.Null((await SendAsync("key", Orders.Direct(Orders.NewReference()))).Payment["Fraud"]);
        Assert.Contains($"{_site}  New name  (sandbox)", (await RunAsync("merchant", "list")).Said, StringComparison.Ordinal);

        await RunAsync("merchant", "set", "--site", $"{_site}", "threedsecure=true");
        await CheckoutClient.EventuallyAsync(() => SendAsync("key", Orders.Direct(Orders.NewReference())), answer => answer.StatusId == 1);
    }

    [Fact]
    public async Task A_new_key_works_beside_the_one_before_until_the_next()
    {
        await RunAsync("merchant", "add", "--site", $"{_site}", "--api-key", "first", "--name", "Shop");
        await RunAsync("merchant", "rotate-key", "--site", $"{_site}", "--api-key", "second");
        await OpensAsync($"{_site}:second");
        Assert.Equal(200, await StatusAsync($"{_site}:first"));

        await RunAsync("merchant", "rotate-key", "--site", $"{_site}", "--api-key", "third");
        await OpensAsync($"{_site}:third");
        Assert.Equal((401, 200), (await StatusAsync($"{_site}:first"), await StatusAsync($"{_site}:second")));
    }

    [Fact]
    public async Task What_a_merchant_was_refused_is_found_by_the_number_it_was_told()
    {
        await RunAsync("merchant", "add", "--site", $"{_site}", "--api-key", "key", "--name", "Shop");
        await OpensAsync($"{_site}:key");
        var refused = await SendAsync("key", Orders.Direct(Orders.NewReference()).With("Currency", "EURO").With("Card.ExpirationMonth", "13"));
        var shown = await RunAsync("merchant", "refused", "--site", $"{_site}", "--id", (string)refused.Payment["InvalidRequestID"]!);
        Assert.Equal((0, refused.Body), (shown.Code, shown.Said.TrimEnd().Split('\n')[^1]));
        Assert.Contains($"of merchant {_site} was answered with 400:", shown.Said, StringComparison.Ordinal);
        Assert.DoesNotContain("4111", shown.Said, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync("merchant", "refused", "--site", "1010", "--id", (string)refused.Payment["InvalidRequestID"]! + "0000")).Code);
    }

    [Fact]
    public async Task What_nobody_took_is_sent_again_by_a_word()
    {
        await RunAsync("merchant", "add", "--site", $"{_site}", "--api-key", "key", "--name", "Shop");
        Assert.Equal((0, $"Merchant {_site} has no notice that was given up."), Said(await RunAsync("merchant", "resend", "--site", $"{_site}")));
        Assert.Equal((0, $"Merchant {_site} has no notice that was given up."), Said(await RunAsync("merchant", "resend", "--site", $"{_site}", "--since", "2026-11-30T08:00")));
        Assert.Equal(1, (await RunAsync("merchant", "resend", "--site", $"{_site}", "--since", "yesterday")).Code);
        Assert.Equal(1, (await RunAsync("merchant", "resend", "--site", "2000000")).Code);

        static (int, string) Said(Ended run) => (run.Code, run.Said.Trim());
    }

    [Fact]
    public async Task Commands_work_on_a_stopped_server_too()
    {
        var directory = Directory.CreateTempSubdirectory("checkout-").FullName;
        string[] host = ["--environment", "Development", $"--DataDirectory={directory}"];
        Assert.Equal(0, (await CheckoutProgram.RunAsync(["merchant", "add", "--site", "5", "--api-key", "key", "--name", "Shop", .. host])).Code);
        await using (var started = await RunningCheckout.StartAsync(directory: directory))
            Assert.Equal(200, (int)(await started.SendAsync(HttpMethod.Get, "/v1/payments", credentials: "5:key")).Status);
        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public async Task What_is_not_understood_ends_with_a_sentence_and_1()
    {
        (string[] Words, string Sentence)[] wrong =
        [
            (["merchant"], "Say one of: merchant add, merchant set, merchant list, merchant rotate-key, merchant refused, merchant resend."),
            (["merchant", "refused", "--site", "1010", "--id", "57x"], "--id is the InvalidRequestID of an answer, for example i57."),
            (["merchant", "refused", "--site", "1010", "--id", "i2000000000"], "Merchant 1010 was refused no request i2000000000, or more than a month ago."),
            (["merchant", "remove"], "Say one of: merchant add"),
            (["merchants"], "There is no command \"merchants\"."),
            (["help"], "Known are: merchant add"),
            (["merchant", "add"], "--site is missing."),
            (["merchant", "add", "--site"], "--site needs a value"),
            (["merchant", "add", "--site", "abc", "--name", "x"], "--site must be a whole number, not \"abc\"."),
            (["merchant", "add", "--site", "0", "--name", "x"], "--site must be 1 or more."),
            (["merchant", "add", "--site", "-5", "--name", "x"], "--site must be a whole number"),
            (["merchant", "add", "--site", "99999999999", "--name", "x"], "--site must be a whole number"),
            (["merchant", "add", "--site", "6"], "--name is missing."),
            (["merchant", "add", "--site", "6", "--site", "7", "--name", "x"], "--site is there twice."),
            (["merchant", "add", "--site", "6", "--name", " "], "The name of a merchant is what shoppers read on the page: 1 to 100 characters."),
            (["merchant", "add", "--site", "6", "--nmae", "x"], "\"--nmae\" is not understood here."),
            (["merchant", "add", "--site", "6", "--name", "x", "stray"], "\"stray\" is not understood here."),
            (["merchant", "add", "--site", "6", "--name", "x", "--currency", "EURO"], "\"EURO\" is not an ISO 4217 currency."),
            (["merchant", "add", "--site", "6", "--name", "x", "--token-limit", "-1"], "TokenLimit is \"-1\"; it must be a whole number; 0 means no limit."),
            (["merchant", "add", "--site", "6", "--name", "x", "--notification-url", "shop"], "NotificationUrl is \"shop\""),
            (["merchant", "set", "--site", "1010"], "Say what to set, as name=value."),
            (["merchant", "set", "--site", "999", "Capture=true"], "There is no merchant with site 999."),
            (["merchant", "set", "--site", "1010", "Name="], "The name of a merchant is what shoppers read on the page"),
            (["merchant", "set", "--site", "1010", "Captured=true"], "There is no merchant setting \"Captured\"."),
            (["merchant", "set", "--site", "1010", "Capture=perhaps"], "Capture is \"perhaps\"; it must be true or false."),
            (["merchant", "set", "--site", "1010", "ReturnSchemes=javascript"], "\"javascript\" is not a URL scheme of your app"),
            (["merchant", "set", "--site", "1010", "CorsOrigins=https://shop.example/path"], "is not an origin"),
            (["merchant", "set", "--site", "1010", "FrameOrigins=https://*.shop.example"], "is not an exact"),
            (["merchant", "set", "--site", "1010", "FrameOrigins=https://shop.example;script-src"], "is not an exact"),
            (["merchant", "set", "--site", "1010", "FrameOrigins=https://shop.example/path"], "is not an exact"),
            (["merchant", "rotate-key", "--site", "999"], "There is no merchant with site 999."),
            (["health", "--urls", "http://127.0.0.1:1"], "No server answers on port 1."),
            (["merchant", "list", "--Sandbox:Clock=x"], "Sandbox:Clock is \"x\""),
        ];
        foreach (var part in wrong.Chunk(4))
        {
            var ended = await Task.WhenAll(part.Select(w => RunAsync(w.Words)));
            foreach (var (end, (words, sentence)) in ended.Zip(part))
            {
                Assert.True(end.Code == 1 && end.Said.Length == 0, $"{string.Join(' ', words)}: {end}");
                Assert.Contains(sentence, end.Complained, StringComparison.Ordinal);
                Assert.DoesNotContain("   at ", end.Complained, StringComparison.Ordinal);
            }
        }

        Assert.Equal([1010], (await RunAsync("merchant", "list")).Said.Split('\n').Where(l => l.StartsWith("1010", StringComparison.Ordinal) || l.StartsWith("6 ", StringComparison.Ordinal)).Select(l => int.Parse(l.Split(' ')[0], null)));
    }

    [Fact]
    public async Task Health_says_whether_the_server_is_there() =>
        Assert.Equal(0, (await CheckoutProgram.RunAsync("health", "--urls", server.Checkout.Address)).Code);

    private Task<Ended> RunAsync(params string[] words) => CheckoutProgram.RunAsync([.. words, "--environment", "Development", $"--DataDirectory={server.Checkout.Directory}"]);

    private Task<Answer> SendAsync(string key, System.Text.Json.Nodes.JsonObject order) => server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", order.ToJsonString(), $"{_site}:{key}");

    private async Task<int> StatusAsync(string credentials) => (int)(await server.Checkout.SendAsync(HttpMethod.Get, "/v1/payments", credentials: credentials)).Status;

    private Task<int> OpensAsync(string credentials) => CheckoutClient.EventuallyAsync(() => StatusAsync(credentials), status => status == 200);
}
