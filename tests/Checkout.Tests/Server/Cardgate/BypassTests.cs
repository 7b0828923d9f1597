using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Back to the shop without our result page, or only when the shopper presses (spec/cardgate.md §4, §13.1).</summary>
public sealed class BypassTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const string Back = "https://shop.example/ok";

    private static int _lastSite = 7500;

    private readonly Shopper _shopper = new(server.Checkout);

    [Fact]
    public async Task The_shopper_goes_straight_back_and_is_told_no_result_here()
    {
        var page = await OpenAsync(bypass: true);
        var over = await _shopper.PayAsync(page);
        Assert.Equal((Back, Back, false), (over.GoesTo, over.Back, over.Has("result")));
        Assert.DoesNotContain("'self'", over.Answer.Headers["Content-Security-Policy"].Split("form-action", 2)[1].Split(';')[0], StringComparison.Ordinal);

        // The old link leads on as well, and never to a form.
        var again = await _shopper.OpenAsync(page.Action("card"));
        Assert.Equal((Back, false, false), (again.GoesTo, again.Has("result"), again.Has("pay")));
    }

    [Fact]
    public async Task A_failure_goes_back_too_by_its_own_address()
    {
        var page = await OpenAsync(bypass: true, change: attributes => attributes["return_urls"] = new JsonObject { ["fail"] = "https://shop.example/no" });
        var over = await _shopper.PressAsync(page, "cancel");
        Assert.Equal(("https://shop.example/no", false), (over.GoesTo, over.Has("result")));
    }

    [Fact]
    public async Task A_refused_card_is_said_on_the_page_as_ever()
    {
        var page = await OpenAsync(bypass: true);
        Assert.True((await _shopper.PayAsync(page, "4000000000000002")).Has("declined"));
    }

    [Fact]
    public async Task Where_there_is_no_way_back_the_result_is_shown()
    {
        var page = await OpenAsync(bypass: true, change: attributes => attributes.Remove("return_url"));
        var over = await _shopper.PayAsync(page);
        Assert.Equal((null, true), (over.GoesTo, over.Has("result")));
        Assert.True((await _shopper.OpenAsync(page.Action("card"))).Has("result"));
    }

    [Theory]
    [InlineData(true, null, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, false)]
    [InlineData(false, null, true)]
    public async Task A_merchant_may_want_it_always_and_an_invoice_wins(bool usual, bool? asked, bool shown)
    {
        var site = await AddAsync(new MerchantSettings { SkipsResult = usual });
        var over = await _shopper.PayAsync(await OpenAsync(asked, site));
        Assert.Equal((Back, shown), (over.GoesTo, over.Has("result")));
    }

    [Fact]
    public async Task The_result_waits_for_the_shopper_where_the_merchant_wants_that()
    {
        var site = await AddAsync(new MerchantSettings { AutoReturn = false });
        var over = await _shopper.PayAsync(await OpenAsync(bypass: null, site));
        Assert.Equal((null, Back, true), (over.GoesTo, over.Back, over.Has("result")));
        Assert.Equal(Back, (await _shopper.PayAsync(await OpenAsync(bypass: true, site))).GoesTo);
    }

    [Fact]
    public async Task In_a_frame_the_page_says_how_it_ended_because_it_cannot_leave_by_itself()
    {
        var site = await AddAsync(new MerchantSettings { FrameOrigins = ["https://shop.example"], SkipsResult = true });
        var page = await OpenAsync(bypass: null, site);
        await _shopper.PayAsync(page);
        var framed = await _shopper.GetAsync(page.Action("card") + "/back", ("Sec-Fetch-Dest", "iframe"));
        Assert.Equal((null, true, "ready return close"), (framed.GoesTo, framed.Has("result"), framed.Element("news").GetAttribute("data-tells")));
    }

    private async Task<int> AddAsync(MerchantSettings settings)
    {
        var site = Interlocked.Increment(ref _lastSite);
        await server.Checkout.AddMerchantAsync(site, settings);
        return site;
    }

    private async Task<ShownPage> OpenAsync(bool? bypass, int? site = null, Action<JsonObject>? change = null)
    {
        var attributes = Invoice().And("return_url", Back).And("gateway_options", new JsonObject { ["cardgate"] = new JsonObject { ["bypass_status_page"] = bypass } });
        change?.Invoke(attributes);
        var credentials = site is { } other ? $"{Merchants.CardgateAccountOf(other)}:cardgate-key-{other}" : null;
        return await OpenPageAsync(await new CardgateShop(server.Checkout).CreateAsync(attributes, credentials), _shopper);
    }
}
