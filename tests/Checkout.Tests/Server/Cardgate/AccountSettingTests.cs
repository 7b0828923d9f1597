using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Core.Payments;
using Checkout.Core.Upstream;
using Checkout.Web.Commands;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>What an operator sets for a merchant and the Cardgate dialect depends on (<c>spec/cardgate.md</c> §16, §19).</summary>
public sealed class AccountSettingTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static int _lastSite = 7700;

    private readonly int _site = Interlocked.Increment(ref _lastSite);
    private readonly CardgateShop _shop = new(server.Checkout);
    private readonly Shopper _shopper = new(server.Checkout);

    private string Key => $"{Merchants.CardgateAccountOf(_site)}:cardgate-key-{_site}";

    public static TheoryData<string, string?, string?, string> Ways => new()
    {
        // The payment's own by outcome, its own, the merchant's by outcome, and the merchant's: the first there is.
        { "success", "own-outcome", "own", "own-outcome" },
        { "success", null, "own", "own" },
        { "success", null, null, "usual-success" },
        { "fail", "own-outcome", "own", "own-outcome" },
        { "fail", null, null, "usual-fail" },
        { "pending", null, "own", "own" },
        { "pending", null, null, "usual" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task The_way_back_is_the_nearest_there_is(string outcome, string? ownOutcome, string? own, string expected)
    {
        await server.Checkout.AddMerchantAsync(_site, Settings("ReturnUrl", "SuccessUrl", "FailUrl"));
        var order = Invoice();
        if (ownOutcome is not null) order.And("return_urls", new JsonObject { [outcome] = Url(ownOutcome) });
        if (own is not null) order.And("return_url", Url(own));
        Assert.Equal(Url(expected), await BackOfAsync(order, outcome));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_page_lists_the_cards_of_a_shopper_where_the_merchant_wants_that(bool remembers)
    {
        await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { RememberedCards = remembers, TokenizeAll = true });
        JsonObject Order() => Invoice().And("customer", new JsonObject { ["reference_id"] = "remembered" });
        async Task<ShownPage> OpenAsync() => await _shopper.OpenAsync((string)Attributes(await _shop.CreateAsync(Order(), Key))["flow_data"]!["action"]!);

        await _shopper.PayAsync(await OpenAsync(), Approved, save: true);
        var next = await OpenAsync();
        Assert.Equal((remembers, !remembers), (next.Has("use-other-card"), next.Has("card-number")));
    }

    [Theory]
    [InlineData(null, "process_failed")]
    [InlineData(2, "process_pending")]
    public async Task An_invoice_that_does_not_say_may_be_tried_as_often_as_the_merchant_has_set(int? ownLimit, string status)
    {
        await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { PageTries = 1 });
        var order = ownLimit is { } own ? Invoice().And("gateway_options", new JsonObject { ["cardgate"] = new JsonObject { ["retry_limit"] = own } }) : Invoice();
        var created = await _shop.CreateAsync(order, Key);
        await _shopper.PayAsync(await _shopper.OpenAsync((string)Attributes(created)["flow_data"]!["action"]!), Orders.Declined);
        Assert.Equal(status, (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(created), Key))["status"]);
    }

    [Fact]
    public async Task A_payment_that_is_not_decided_may_have_a_way_back_of_its_own()
    {
        await server.Checkout.AddMerchantAsync(_site, Settings("ReturnUrl", "PendingUrl"));
        Assert.Equal(Url("usual-pending"), await BackOfAsync(Invoice(), "pending"));
        Assert.Equal(Url("usual"), await BackOfAsync(Invoice(), "success"));
    }

    [Fact]
    public async Task On_wish_the_way_back_says_which_payment_it_was()
    {
        await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { ReturnContext = true });
        var order = Invoice("context-1").And("return_url", "https://shop.example/back?o=7#top");
        var created = await _shop.CreateAsync(order, Key);
        var page = await _shopper.PayAsync(await _shopper.OpenAsync((string)Attributes(created)["flow_data"]!["action"]!), Approved);
        Assert.Equal($"https://shop.example/back?o=7&id={Id(created)}&serial_number={Id(created)[4..]}&reference_id=context-1&amount=10.5&currency=USD&status=processed#top", page.GoesTo);
    }

    [Fact]
    public async Task A_merchant_may_keep_every_card_of_a_shopper_it_names()
    {
        await server.Checkout.AddMerchantAsync(_site, new MerchantSettings { TokenizeAll = true });
        foreach (var (customer, kept) in new[] { ("named", true), (null, false) })
        {
            var order = customer is null ? Invoice() : Invoice().And("customer", new JsonObject { ["reference_id"] = customer });
            var created = await _shop.CreateAsync(order, Key);
            await _shopper.PayAsync(await _shopper.OpenAsync((string)Attributes(created)["flow_data"]!["action"]!), Approved, save: customer is not null);
            Assert.Equal(kept, (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(created), Key))["payload"]!["token"] is not null);
        }
    }

    [Fact]
    public async Task An_invoice_can_be_paid_as_long_as_the_merchant_has_set()
    {
        await using var checkout = await RunningCheckout.StartAsync();
        await checkout.AddMerchantAsync(_site, new MerchantSettings { InvoiceMinutes = 5 });
        var (shop, shopper) = (new CardgateShop(checkout), new Shopper(checkout));
        var action = (string)Attributes(await shop.CreateAsync(Invoice(), Key))["flow_data"]!["action"]!;
        await checkout.AdvanceAsync(TimeSpan.FromMinutes(4));
        Assert.True((await shopper.OpenAsync(action)).Has("card-number"));
        await checkout.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.False((await shopper.OpenAsync(action)).Has("card-number"));
    }

    [Theory]
    [InlineData("InvoiceMinutes", "0", "1 to 1440")]
    [InlineData("InvoiceMinutes", "1441", "1 to 1440")]
    [InlineData("CallbackTries", "101", "1 to 100")]
    [InlineData("CallbackMinutes", "0", "1 to 60")]
    [InlineData("ReturnUrl", "http://shop.example/", "ReturnHosts")]
    [InlineData("SuccessUrl", "javascript:alert(1)", "ReturnHosts")]
    [InlineData("PublicPayments", "yes", "true or false")]
    [InlineData("Challenges", "3", "creq")]
    [InlineData("RefundModel", "older", "new (answered with the refund)")]
    [InlineData("CallbackOnlyFinal", "1", "true or false")]
    [InlineData("OverwriteDescriptor", "always", "true or false")]
    [InlineData("OtherCard", "never", "true or false")]
    [InlineData("Moderation", "", "true or false")]
    [InlineData("AmountLimits", "EUR", "such as EUR:5-100000")]
    [InlineData("AmountLimits", "EUR:5", "such as EUR:5-100000")]
    [InlineData("AmountLimits", "EUR:-", "such as EUR:5-100000")]
    [InlineData("AmountLimits", "XXX:5-10", "such as EUR:5-100000")]
    [InlineData("AmountLimits", "EUR:10-5", "the least is more than the most")]
    [InlineData("AmountLimits", "EUR:0-5", "greater than 0, with at most 2 decimals")]
    [InlineData("AmountLimits", "JPY:0.5-", "greater than 0, with at most 0 decimals")]
    [InlineData("AmountLimits", "EUR:5-10,eur:6-", "names EUR twice")]
    [InlineData("Fees", "USD", "such as USD:2.9%+0.30")]
    [InlineData("Fees", "USD:", "such as USD:2.9%+0.30")]
    [InlineData("Fees", "2.9%", "such as USD:2.9%+0.30")]
    [InlineData("Fees", "XXX:2.9%", "such as USD:2.9%+0.30")]
    [InlineData("Fees", "USD:0.30+2.9%", "such as USD:2.9%+0.30")]
    [InlineData("Fees", "USD:2.9%+0.30+1", "such as USD:2.9%+0.30")]
    [InlineData("Fees", "USD:2.9%+1%", "USD is written in major units")]
    [InlineData("Fees", "USD:%", "a percentage is greater than 0")]
    [InlineData("Fees", "USD:0%+0.30", "a percentage is greater than 0")]
    [InlineData("Fees", "USD:-1%", "a percentage is greater than 0")]
    [InlineData("Fees", "USD:100.0001%", "at most 100")]
    [InlineData("Fees", "USD:2.90001%", "at most 4 decimals")]
    [InlineData("Fees", "USD:.5%", "at most 4 decimals")]
    [InlineData("Fees", "USD:2.9%+0.305", "greater than 0, with at most 2 decimals")]
    [InlineData("Fees", "JPY:40.5", "greater than 0, with at most 0 decimals")]
    [InlineData("Fees", "KWD:1%+0.0001", "greater than 0, with at most 3 decimals")]
    [InlineData("Fees", "USD:0", "greater than 0, with at most 2 decimals")]
    [InlineData("Fees", "EUR:1%,eur:2%", "names EUR twice")]
    public void A_wrong_setting_says_how_to_mend_it(string name, string value, string words)
    {
        var trouble = Assert.Throws<CommandRefusedException>(() => SettingNames.Apply(new MerchantSettings(), [new(name, value)], isSandbox: false));
        Assert.Contains(words, trouble.Message, StringComparison.Ordinal);
        Assert.StartsWith(name, trouble.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_set_can_be_taken_back()
    {
        foreach (var (challenges, model) in new[] { ("2", "old"), ("1", "NEW") })
        {
            var settings = SettingNames.Apply(new MerchantSettings(), [new("Challenges", challenges), new("RefundModel", model)], isSandbox: false);
            Assert.Equal((challenges == "2" ? ChallengeShape.Second : ChallengeShape.First, model == "old"), (settings.Challenges, settings.OldRefunds));
        }

        var set = SettingNames.Apply(new MerchantSettings(), [new("ReturnUrl", Url("a")), new("FailUrl", Url("b"))], isSandbox: false);
        Assert.Equal((Url("a"), Url("b")), (set.ReturnUrl, set.ReturnUrls!.Fail));
        var again = SettingNames.Apply(set, [new("ReturnUrl", ""), new("FailUrl", "")], isSandbox: false);
        Assert.Equal((null, new ReturnUrls(null, null, null)), (again.ReturnUrl, again.ReturnUrls));
    }

    [Fact]
    public void Limits_are_read_in_major_units_and_an_empty_setting_has_none()
    {
        var set = SettingNames.Apply(new MerchantSettings(), [new("AmountLimits", "EUR:5-100000, usd:-2500.50,JPY:100-")], isSandbox: false);
        Assert.Equal([new AmountLimit("EUR", 500, 10000000), new AmountLimit("USD", null, 250050), new AmountLimit("JPY", 100, null)], set.AmountLimits);
        Assert.Empty(SettingNames.Apply(set, [new("AmountLimits", "")], isSandbox: false).AmountLimits);
    }

    [Fact]
    public void Fees_are_a_percentage_something_fixed_or_both_and_an_empty_setting_has_none()
    {
        var set = SettingNames.Apply(new MerchantSettings(), [new("Fees", "USD:2.9%+0.30, eur:1.4%,JPY:40,KWD:0.0001%+0.001,GBP:100%")], isSandbox: false);
        Assert.Equal([new Fee("USD", 29_000, 30), new Fee("EUR", 14_000, 0), new Fee("JPY", 0, 40), new Fee("KWD", 1, 1), new Fee("GBP", 1_000_000, 0)], set.Fees);
        Assert.Empty(SettingNames.Apply(set, [new("Fees", "")], isSandbox: false).Fees);
    }

    [Fact]
    public async Task A_token_that_is_deleted_pays_no_more()
    {
        await server.Checkout.AddMerchantAsync(_site);
        var token = await _shop.TokenAsync("delete-me");
        Assert.Equal(["404 not_found"], CardgateShop.Faults(await _shop.SendAsync(HttpMethod.Delete, "/tokens/" + token, null, Key)));
        Assert.Equal(HttpStatusCode.Unauthorized, (await _shop.SendAsync(HttpMethod.Delete, "/tokens/" + token, null, "x:y")).Status);
        Assert.Equal(HttpStatusCode.Created, (await _shop.CreateAsync(ByToken(token, "delete-me"))).Status);

        foreach (var path in new[] { "/tokens/", "/api/tokens/" }) Assert.Equal(HttpStatusCode.NoContent, (await _shop.SendAsync(HttpMethod.Delete, path + token, null)).Status);
        Assert.Equal(["422 invalid /data/attributes/token"], CardgateShop.Faults(await _shop.CreateAsync(ByToken(token, "delete-me"))));
        Assert.Equal(["404 not_found"], CardgateShop.Faults(await _shop.SendAsync(HttpMethod.Delete, "/tokens/nothing", null)));
    }

    private static MerchantSettings Settings(params string[] names) => SettingNames.Apply(
        new MerchantSettings(), names.Select(n => KeyValuePair.Create(n, Url("usual" + (n == "ReturnUrl" ? "" : "-" + n[..^3].ToLowerInvariant())))), isSandbox: true);

    private static string Url(string word) => "https://shop.example/" + word;

    private async Task<string?> BackOfAsync(JsonObject order, string outcome)
    {
        var page = await _shopper.OpenAsync((string)Attributes(await _shop.CreateAsync(order, Key))["flow_data"]!["action"]!);
        if (outcome == "fail") return (await _shopper.PressAsync(page, "cancel")).Back;
        var after = await _shopper.PayAsync(page, outcome == "success" ? Approved : Orders.Unanswered);
        return after.Back;
    }
}
