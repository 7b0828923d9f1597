using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.Pages;

/// <summary>The way back to the shop: what the address says by state, the same at each reload, and for how long (spec §17).</summary>
public sealed class ReturnTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Shopper _shopper = new(server.Checkout);

    /// <summary>What is different about an order, and the query its shopper comes back with.</summary>
    public static TheoryData<string, string, string> Ends => new()
    {
        { "{}", Orders.Visa, "data=9" },
        { "{\"Capture\":true}", Orders.Visa, "data=2" },
        { "{\"Capture\":true,\"Amount\":10002}", Orders.Visa, "data=7&StatusID=33&StatusName=QueuedForCapturing" },
        { "{\"Capture\":true,\"Amount\":10003}", Orders.Visa, "data=7&StatusID=13&StatusName=CaptureRequested" },
        { "{\"Customer\":{\"Email\":\"challenge@challenge.com\"}}", Orders.Visa, "data=7&StatusID=30&StatusName=PendingChallengeConfirmation" },
        { "{\"Customer\":{\"Email\":\"deny@deny.com\"}}", Orders.Visa, "data=4" },
    };

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task The_shop_reads_the_result_and_gets_it_again_at_each_reload(string fields, string card, string query)
    {
        var reference = Orders.NewReference();
        var order = Orders.Hosted(reference);
        foreach (var (name, value) in JsonNode.Parse(fields)!.AsObject()) order.With(name, value?.DeepClone());
        var form = await _shopper.OrderAsync(order);
        var over = await _shopper.PayAsync(form, card);
        await ComesBackAsync(form, over, reference, query);
    }

    [Fact]
    public async Task Leaving_comes_back_as_cancelled()
    {
        var reference = Orders.NewReference();
        var form = await _shopper.OrderAsync(Orders.Hosted(reference));
        await ComesBackAsync(form, await _shopper.PressAsync(form, "cancel"), reference, "data=3");
    }

    [Fact]
    public async Task A_refused_authentication_of_the_shops_card_comes_back_as_failed()
    {
        var reference = Orders.NewReference();
        var toBank = await _shopper.OpenAsync((string)(await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference, Orders.Challenged))).Payment["RedirectURL"]!);
        var over = await _shopper.DecideAsync(toBank.GoesTo!, "refuse");
        Assert.Equal(Wanted(reference, "data=4"), over.GoesTo);
    }

    [Fact]
    public async Task A_lapsed_link_comes_back_as_failed_and_charges_nothing()
    {
        var reference = Orders.NewReference();
        var form = await _shopper.OrderAsync(Orders.Hosted(reference).With("PaymentTokenLifetime", 2));
        await server.Checkout.AdvanceAsync(TimeSpan.FromMinutes(3));
        var late = await _shopper.PayAsync(form);
        Assert.Equal(Wanted(reference, "data=4"), late.Back);
        Assert.False((await _shopper.OpenAsync(form.Action("card"))).Has("pay"));
        Assert.Empty(await server.Checkout.LedgerAsync(reference));
        var payment = (await server.Checkout.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]![0]!;
        Assert.Equal((5, 104, null), ((int)payment["Status"]!["ID"]!, (int)payment["Status"]!["Reasons"]![0]!["Code"]!, (string?)payment["RedirectURL"]));
    }

    [Theory]
    [InlineData(null, 10)]
    [InlineData(60, 60)]
    [InlineData(100_000, 1440)]
    public async Task A_link_is_payable_as_long_as_the_shop_said_and_a_day_at_most(int? wished, int minutes)
    {
        var form = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference()).With("PaymentTokenLifetime", wished));
        await server.Checkout.AdvanceAsync(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(10));
        Assert.True((await _shopper.OpenAsync(form.Action("card"))).Has("pay"));
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(11));
        Assert.False((await _shopper.OpenAsync(form.Action("card"))).Has("pay"));
    }

    [Theory]
    [InlineData("https://shop.example/back", "https://shop.example/back?data=9&MerchantTransactionID={r}")]
    [InlineData("https://shop.example/back?", "https://shop.example/back?data=9&MerchantTransactionID={r}")]
    [InlineData("https://shop.example/back?a=1&b=%26", "https://shop.example/back?a=1&b=%26&data=9&MerchantTransactionID={r}")]
    [InlineData("https://shop.example/back?data=2#top", "https://shop.example/back?data=2&data=9&MerchantTransactionID={r}#top")]
    [InlineData("https://shop.example/#/cart", "https://shop.example/?data=9&MerchantTransactionID={r}#/cart")]
    [InlineData("https%3A%2F%2Fshop.example%2Fback%3Fo%3D7", "https://shop.example/back?o=7&data=9&MerchantTransactionID={r}")]
    public async Task The_result_is_added_to_the_shops_own_address(string given, string expected)
    {
        var reference = Orders.NewReference();
        var over = await _shopper.PayAsync(await _shopper.OrderAsync(Orders.Hosted(reference).With("ReturnURL", given)));
        Assert.Equal(expected.Replace("{r}", reference, StringComparison.Ordinal), over.GoesTo);
        Assert.Equal(over.GoesTo, over.Back);
    }

    [Fact]
    public async Task An_app_is_opened_by_its_own_scheme_as_long_as_the_merchant_has_it()
    {
        var credentials = await server.Checkout.AddMerchantAsync(7300, new() { ReturnSchemes = ["myshop"] });
        var reference = Orders.NewReference();
        var order = Orders.Hosted(reference).With("ReturnURL", "myshop://paid?o=7");
        var form = await _shopper.OrderAsync(order, credentials);
        var over = await _shopper.PayAsync(form);
        Assert.Equal($"myshop://paid?o=7&data=9&MerchantTransactionID={reference}", over.Back);
        Assert.Equal(over.Back, over.GoesTo);

        await server.Checkout.ChangeAsync(7300, settings => settings with { ReturnSchemes = [] });
        var later = await _shopper.OpenAsync(over.Address);
        Assert.Equal((200, null, null), ((int)later.Status, later.Back, later.GoesTo));
        BadInput.Refused.With(await server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", order.With("MerchantTransactionID", Orders.NewReference()).ToJsonString(), credentials), 1003);
    }

    [Fact]
    public async Task Nothing_the_browser_says_picks_where_it_goes()
    {
        var reference = Orders.NewReference();
        var form = await _shopper.OrderAsync(Orders.Hosted(reference));
        await _shopper.PayAsync(form);
        foreach (var evil in new[] { "?return=https://evil.example", "?ReturnURL=https://evil.example", "?url=//evil.example", "?data=2" })
            Assert.Equal(Wanted(reference, "data=9"), (await _shopper.GetAsync($"{form.Action("card")}/back{evil}")).GoesTo);
    }

    [Fact]
    public async Task The_result_is_shown_for_thirty_days_and_then_the_link_is_an_unknown_one()
    {
        var form = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference()));
        await _shopper.PayAsync(form);
        await server.Checkout.AdvanceAsync(TimeSpan.FromDays(29));
        Assert.True((await _shopper.OpenAsync(form.Action("card"))).Has("back-to-shop"));
        await server.Checkout.AdvanceAsync(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));

        var unknown = await _shopper.GetAsync("/pay/0123456789ABCDEF0123456789ABCDEF");
        foreach (var path in new[] { "", "/back", "/wait", "/bank" })
        {
            var page = await _shopper.GetAsync(form.Action("card") + path);
            Assert.Equal((path, 404, unknown.Answer.Body), (path, (int)page.Status, page.Answer.Body));
        }
    }

    private static string Wanted(string reference, string query) =>
        $"{Orders.ReturnUrl}&{query.Split('&')[0]}&MerchantTransactionID={reference}{(query.Contains('&', StringComparison.Ordinal) ? query[query.IndexOf('&', StringComparison.Ordinal)..] : "")}";

    /// <summary>On to the shop by itself and by a link; the same again at each reload; and no card on any of these pages.</summary>
    private async Task ComesBackAsync(ShownPage form, ShownPage over, string reference, string query)
    {
        var wanted = Wanted(reference, query);
        Assert.Equal((wanted, wanted), (over.GoesTo, over.Back));
        var ledger = await server.Checkout.LedgerAsync(reference);
        foreach (var path in new[] { over.Address, form.Action("card"), form.Address, form.Action("card") + "/wait", form.Action("card") + "/bank" })
        {
            var page = await _shopper.OpenAsync(path);
            Assert.Equal((path, wanted), (path, page.Back));
            Assert.False(page.Has("pay") || page.Has("security-code"));
            foreach (var secret in new[] { "1111", "02/31", "Ana Pop", "VISA" }) Assert.DoesNotContain(secret, page.Text, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(ledger, await server.Checkout.LedgerAsync(reference));
    }
}
