using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Web.Pages.Pay.Words;
using Checkout.Web.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>A given card that is removed, or expires, before it has paid leaves the whole form and says why (<c>spec/cardgate.md</c> §9, STO-4).</summary>
public sealed class LostCardTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Removed_it_leaves_the_whole_form_whether_or_not_the_account_lets_others_pay(bool isOtherAllowed)
    {
        var (checkout, shop, shopper) = (server.Checkout, new CardgateShop(server.Checkout), new Shopper(server.Checkout));
        await checkout.ChangeAsync(SandboxMerchant.Site, s => s with { OtherCard = isOtherAllowed });
        var token = await shop.TokenAsync("lost-1");
        var invoice = await shop.CreateAsync(ByToken(token, "lost-1"));
        await shop.SendAsync(HttpMethod.Delete, "/tokens/" + token, null);

        var page = await OpenPageAsync(invoice, shopper);
        IsWholeForm(page, texts => texts.Removed);
        Assert.Equal("process_pending", (string?)Attributes(await shop.GetAsync("/payment-invoices/" + Id(invoice)))["status"]);
        await shopper.PayAsync(page);
        var paid = Attributes(await shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal(("processed", "1111", null), ((string?)paid["status"], (string?)paid["payload"]!["payment_card"]!["last"], (string?)paid["payload"]!["token"]));
    }

    [Fact]
    public async Task Spent_it_leaves_the_whole_form_too()
    {
        var (checkout, shop, shopper) = (server.Checkout, new CardgateShop(server.Checkout), new Shopper(server.Checkout));
        var before = (await checkout.Services.GetRequiredService<IMerchantStore>().AllAsync()).Single(e => e.Merchant.Id == SandboxMerchant.Site).Merchant.Settings;
        await checkout.ChangeAsync(SandboxMerchant.Site, s => s with { OtherCard = false, TokenLimit = 1 });
        try
        {
            var token = await shop.TokenAsync("lost-3");
            var (invoice, other) = (await shop.CreateAsync(ByToken(token, "lost-3")), await shop.CreateAsync(Instant(token, "lost-3")));
            Assert.False((await OpenPageAsync(invoice, shopper)).Has("card-number"));
            await shop.SellAsync(other, new JsonObject());

            var page = await OpenPageAsync(invoice, shopper);
            IsWholeForm(page, texts => texts.Removed);
            await shopper.PayAsync(page);
            Assert.Equal("processed", (string?)Attributes(await shop.GetAsync("/payment-invoices/" + Id(invoice)))["status"]);
        }
        finally
        {
            await checkout.ChangeAsync(SandboxMerchant.Site, _ => before);
        }
    }

    [Fact]
    public async Task Spent_it_is_not_among_the_remembered_ones()
    {
        var (checkout, shop, shopper) = (server.Checkout, new CardgateShop(server.Checkout), new Shopper(server.Checkout));
        var before = (await checkout.Services.GetRequiredService<IMerchantStore>().AllAsync()).Single(e => e.Merchant.Id == SandboxMerchant.Site).Merchant.Settings;
        await checkout.ChangeAsync(SandboxMerchant.Site, s => s with { TokenLimit = 1 });
        try
        {
            var token = await shop.TokenAsync("lost-4");
            var invoice = await shop.CreateAsync(Tokenized("lost-4"));
            Assert.True((await OpenPageAsync(invoice, shopper)).Has("saved-card"));
            await shop.SellAsync(await shop.CreateAsync(Instant(token, "lost-4")), new JsonObject());

            var page = await OpenPageAsync(invoice, shopper);
            Assert.Equal((true, false), (page.Has("card-number"), page.Has("saved-card")));
        }
        finally
        {
            await checkout.ChangeAsync(SandboxMerchant.Site, _ => before);
        }
    }

    [Fact]
    public async Task A_decline_is_told_in_place_of_it()
    {
        var (shop, shopper) = (new CardgateShop(server.Checkout), new Shopper(server.Checkout));
        var token = await shop.TokenAsync("lost-2");
        var invoice = await shop.CreateAsync(ByToken(token, "lost-2"));
        await shop.SendAsync(HttpMethod.Delete, "/tokens/" + token, null);
        var declined = await shopper.PayAsync(await OpenPageAsync(invoice, shopper), Orders.Declined);
        Assert.Equal((true, false, true), (declined.Has("declined"), declined.Has("card-lost"), declined.Has("card-number")));
    }

    [Fact]
    public async Task Expired_meanwhile_it_is_asked_for_anew_and_a_code_for_it_charges_nothing()
    {
        await using var checkout = await RunningCheckout.StartAsync(["Sandbox:Clock=2027-01-31T20:00:00Z"]);
        var (shop, shopper) = (new CardgateShop(checkout), new Shopper(checkout));
        await checkout.ChangeAsync(SandboxMerchant.Site, s => s with { InvoiceMinutes = 1440 });
        var attributes = ByToken(await shop.TokenAsync(number: Orders.Visa, expiry: "01/27"));
        var invoice = await shop.CreateAsync(attributes);
        var given = await OpenPageAsync(invoice, shopper);
        Assert.False(given.Has("card-number"));

        // Somewhere it is still January.
        await checkout.AdvanceAsync(TimeSpan.FromHours(15));
        Assert.False((await OpenPageAsync(invoice, shopper)).Has("card-number"));
        await checkout.AdvanceAsync(TimeSpan.FromHours(2));
        IsWholeForm(await OpenPageAsync(invoice, shopper), texts => texts.Expired);

        var late = await shopper.FollowAsync(await shopper.PostAsync(given, "card", [("security-code", "123"), ("pay", "1")]));
        Assert.Equal((true, true), (late.Has("declined"), late.Has("card-number")));
        Assert.Empty(await checkout.LedgerAsync((string)attributes["reference_id"]!));
        await shopper.PayAsync(late);
        Assert.Equal("processed", (string?)Attributes(await shop.GetAsync("/payment-invoices/" + Id(invoice)))["status"]);
    }

    [Fact]
    public async Task The_other_dialect_says_the_same()
    {
        await using var checkout = await RunningCheckout.StartAsync(["Sandbox:Clock=2027-01-31T20:00:00Z"]);
        var shopper = new Shopper(checkout);
        JsonObject Given(string token) => Orders.ByToken(Orders.NewReference(), token).With("CreditCardToken.RequireSecurityCode", true).With("PaymentTokenLifetime", 1440);

        var removed = await KeepAsync(checkout, "02", "2031");
        var page = await shopper.OrderAsync(Given(removed));
        await checkout.PostAsync($"/v1/card/token/{removed}/cancel");
        IsWholeForm(await shopper.OpenAsync(page.Action("card")), texts => texts.Removed);

        page = await shopper.OrderAsync(Given(await KeepAsync(checkout, "01", "2027")));
        Assert.False(page.Has("card-number"));
        await checkout.AdvanceAsync(TimeSpan.FromHours(17));
        IsWholeForm(await shopper.OpenAsync(page.Action("card")), texts => texts.Expired);
    }

    private static async Task<string> KeepAsync(RunningCheckout checkout, string month, string year)
    {
        var order = Orders.Direct(Orders.NewReference()).With("GenerateCreditCardToken", true).With("Card.ExpirationMonth", month).With("Card.ExpirationYear", year);
        return (string)(await checkout.PostAsync("/v1/payments", order)).Payment["CreditCardToken"]!["Value"]!;
    }

    private static void IsWholeForm(ShownPage page, Func<LostCardTexts, string> why)
    {
        Assert.Equal((true, false, false), (page.Has("card-number"), page.Has("use-saved-card"), page.Has("declined")));
        Assert.Equal(why(Languages.Find("en")!.LostCards), page.Element("card-lost").TextContent.Trim());
    }
}
