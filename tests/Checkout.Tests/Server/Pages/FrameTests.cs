using System.Net;
using Checkout.Core.Merchants;
using Checkout.Web.Hosting.Merchants;
using Microsoft.Extensions.DependencyInjection;

namespace Checkout.Tests.Server.Pages;

/// <summary>The card page in a frame on a merchant's own page (WEB-6, WEB-9; <c>spec/cardgate.md</c> §13.4, §16).</summary>
public sealed class FrameTests(FrameTests.FramingServer server) : IClassFixture<FrameTests.FramingServer>
{
    private const string Origin = "https://shop.example";
    private const string OtherOrigin = "https://www.shop.example:8443";

    private static readonly (string, string) InFrame = ("Sec-Fetch-Dest", "iframe");
    private static readonly (string, string) InWindow = ("Sec-Fetch-Dest", "document");

    private readonly Shopper _shopper = new(server.Checkout);

    [Fact]
    public async Task Only_the_merchants_own_origins_may_hold_the_pages_of_its_payments()
    {
        var form = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference()));
        var redirect = await _shopper.PostAsync(form, "card", Shopper.Typed());
        ShownPage[] pages = [form, redirect, await _shopper.FollowAsync(redirect), await _shopper.OpenAsync(form.Action("card")), await ToBankAsync(InFrame)];
        foreach (var page in pages)
        {
            Assert.Contains($"; frame-ancestors {Origin} {OtherOrigin};", page.Answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.False(page.Answer.Headers.ContainsKey("X-Frame-Options"), page.Address);
        }

        foreach (var address in new[] { "/pay/x", "/pay/" + new string('7', 32), "/hpp/cgi_0123456789abcdef", "/demo" })
        {
            var page = await _shopper.GetAsync(address);
            Assert.Contains("; frame-ancestors 'none';", page.Answer.Headers["Content-Security-Policy"], StringComparison.Ordinal);
            Assert.Equal("DENY", page.Answer.Headers["X-Frame-Options"]);
        }
    }

    [Fact]
    public async Task In_a_frame_the_end_goes_nowhere_by_itself_and_its_link_leads_the_whole_window()
    {
        var end = (await PaidAsync()).Action("card") + "/back";
        var framed = await _shopper.GetAsync(end, InFrame);
        Assert.Equal((null, "_top", "ready return close"), (framed.GoesTo, framed.Element("back-to-shop").GetAttribute("target"), framed.Element("news").GetAttribute("data-tells")));
        Assert.Equal($"{Origin} {OtherOrigin}", framed.Element("news").GetAttribute("data-parents"));

        var alone = await _shopper.GetAsync(end, InWindow);
        Assert.Equal((alone.Back, null, null), (alone.GoesTo, alone.Element("back-to-shop").GetAttribute("target"), alone.Document.GetElementById("news")));
    }

    [Fact]
    public async Task Where_the_merchant_wants_its_result_read_the_frame_stays_until_the_button_is_pressed()
    {
        var end = (await PaidAsync()).Action("card") + "/back";
        await server.Checkout.ChangeAsync(1010, settings => settings with { AutoReturn = false });
        try
        {
            var framed = await _shopper.GetAsync(end, InFrame);
            Assert.Equal(("ready", "_top"), (framed.Element("news").GetAttribute("data-tells"), framed.Element("back-to-shop").GetAttribute("target")));
        }
        finally
        {
            await server.Checkout.ChangeAsync(1010, settings => settings with { AutoReturn = true });
        }
    }

    [Fact]
    public async Task A_bank_is_never_shown_in_the_frame()
    {
        var framed = await ToBankAsync(InFrame);
        Assert.Equal((null, "_top"), (framed.GoesTo, framed.Element("continue").GetAttribute("target")));
        var byPost = await ToBankAsync(InFrame, "4000000000003063");
        Assert.Equal(("_top", false), (byPost.Form("continue").GetAttribute("target"), byPost.Has("submits")));

        Assert.NotNull((await ToBankAsync(InWindow)).GoesTo);
        Assert.True((await ToBankAsync(InWindow, "4000000000003063")).Has("submits"));
    }

    [Fact]
    public async Task A_browser_that_does_not_say_where_the_page_stands_is_taken_for_a_frame()
    {
        var end = await _shopper.GetAsync((await PaidAsync()).Action("card") + "/back");
        // Its script may know better.
        Assert.Equal((null, "yes"), (end.GoesTo, end.Element("news").GetAttribute("data-leaves")));
        Assert.Null((await ToBankAsync(("Sec-Fetch-Mode", "navigate"))).GoesTo);
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", Origin)]
    public async Task The_page_around_cannot_send_our_forms(string header, string value)
    {
        var reference = Orders.NewReference();
        var form = await _shopper.OrderAsync(Orders.Hosted(reference));
        Assert.Equal(HttpStatusCode.SeeOther, (await _shopper.PostAsync(form, "card", Shopper.Typed(), InFrame, (header, value))).Status);
        Assert.Empty(await server.Checkout.LedgerAsync(reference));
        Assert.True((await _shopper.FollowAsync(await _shopper.PostAsync(form, "card", Shopper.Typed(), InFrame, ("Sec-Fetch-Site", "same-origin"), ("Origin", "null")))).Has("result"));
    }

    [Fact]
    public async Task The_invoice_and_its_status_are_told_to_the_page_around()
    {
        var shop = new Cardgate.CardgateShop(server.Checkout);
        var invoice = await shop.CreateAsync(Cardgate.CardgateShop.Invoice());
        var news = (await _shopper.GetAsync((string)Cardgate.CardgateShop.Attributes(invoice)["flow_data"]!["action"]!, InFrame)).Element("news");
        Assert.Equal(
            ("ready rendered", "process_pending", Cardgate.CardgateShop.Id(invoice)),
            (news.GetAttribute("data-tells"), news.GetAttribute("data-status"), news.GetAttribute("data-invoice")));
    }

    private async Task<ShownPage> PaidAsync()
    {
        var form = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference()));
        await _shopper.PayAsync(form);
        return form;
    }

    /// <summary>The step to the bank, as the browser gets it that sends this header.</summary>
    private async Task<ShownPage> ToBankAsync((string, string) header, string card = Orders.Challenged)
    {
        var form = await _shopper.OrderAsync(Orders.Hosted(Orders.NewReference()));
        await _shopper.PayAsync(form, card);
        return await _shopper.GetAsync(form.Action("card") + "/bank", header);
    }

    /// <summary>A server whose merchant may frame.</summary>
    public sealed class FramingServer : SandboxServer, IAsyncLifetime
    {
        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            var store = Checkout.Services.GetRequiredService<IMerchantStore>();
            var merchant = (await store.AllAsync()).Single(entry => entry.Merchant.Id == 1010).Merchant;
            await store.SetAsync(merchant.Id, merchant.Name, merchant.Settings with { FrameOrigins = [Origin, OtherOrigin] });
            await Checkout.Services.GetRequiredService<MerchantRegister>().RefreshAsync();
        }
    }
}
