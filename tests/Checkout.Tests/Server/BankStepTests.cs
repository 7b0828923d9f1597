using System.Text.Json.Nodes;
using Checkout.Tests.Server.Cardgate;
using Checkout.Web.Pages.Pay.Words;
using Checkout.Web.Sandbox;

namespace Checkout.Tests.Server;

/// <summary>What a shopper can do while the bank waits for them.</summary>
public sealed class BankStepTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly Shopper _shopper = new(server.Checkout);

    [Fact]
    public async Task Another_card_is_promised_only_where_one_can_be_given()
    {
        var free = await AtBankAsync(Orders.Hosted(Orders.NewReference()), Shopper.Typed(Orders.Challenged));
        Assert.Equal(English.UseOtherCard, free.Element("use-other-card").TextContent);

        var card = Orders.Card(Orders.Challenged);
        card.Remove("SecurityCode");
        card["RequireSecurityCode"] = true;
        var given = await AtBankAsync(Orders.Hosted(Orders.NewReference()).With("Card", card), [("security-code", "123"), ("pay", "1")]);
        foreach (var language in Languages.All)
        {
            var page = await _shopper.GetAsync($"{given.Address}?lang={language.Language}");
            Assert.Equal(language.StartOver, page.Element("use-other-card").TextContent);
        }

        var again = await _shopper.FollowAsync(await _shopper.PostAsync(given, "stop", [("use-other-card", "1")]));
        Assert.True(again.Has("security-code"));
        Assert.False(again.Has("card-number"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task In_the_place_of_a_card_that_an_invoice_names_one_is_promised_where_the_account_lets_it_pay(bool isOtherAllowed)
    {
        await server.Checkout.ChangeAsync(SandboxMerchant.Site, s => s with { OtherCard = isOtherAllowed });
        var shop = new CardgateShop(server.Checkout);
        var form = await CardgateShop.OpenPageAsync(await shop.CreateAsync(CardgateShop.ByToken(await ChallengedTokenAsync(shop))), _shopper);
        await _shopper.PostAsync(form, "card", [("security-code", "123"), ("pay", "1")]);
        foreach (var language in Languages.All)
        {
            var page = await _shopper.GetAsync($"{form.Action("card")}?lang={language.Language}");
            Assert.Equal(isOtherAllowed ? language.UseOtherCard : language.StartOver, page.Element("use-other-card").TextContent);
        }

        var after = await _shopper.PressAsync(await _shopper.GetAsync(form.Action("card")), "use-other-card");
        Assert.Equal((isOtherAllowed, isOtherAllowed, true), (after.Has("card-number"), after.Has("use-saved-card"), after.Has("security-code")));
    }

    /// <summary>Of a card whose bank wants to see its shopper each time.</summary>
    private async Task<string> ChallengedTokenAsync(CardgateShop shop)
    {
        var invoice = await shop.CreateAsync(CardgateShop.Tokenized(), CardgateShop.H2H);
        var sale = await shop.SellAsync(invoice, CardgateShop.Card(CardgateShop.ThreeDSecure));
        await _shopper.DecideAsync((string)sale.Json!["auth_payload"]!["action"]!, "approve");
        return (string)CardgateShop.Attributes(await shop.GetAsync("/payment-invoices/" + CardgateShop.Id(invoice)))["payload"]!["token"]!;
    }

    [Fact]
    public async Task A_stop_the_bank_did_not_confirm_is_not_passed_over_in_silence()
    {
        var page = await AtBankAsync(Orders.Hosted(Orders.NewReference()), Shopper.Typed(Orders.Challenged));
        Assert.False(page.Has("not-given-up"));
        foreach (var language in Languages.All)
        {
            var told = await _shopper.GetAsync($"{page.Address}?stop=open&lang={language.Language}");
            Assert.Equal(language.NotGivenUp, told.Element("not-given-up").TextContent);
        }
    }

    private static PageTexts English => Languages.Find("en")!;

    private async Task<ShownPage> AtBankAsync(JsonObject order, (string, string)[] typed)
    {
        var form = await _shopper.OrderAsync(order);
        await _shopper.PostAsync(form, "card", typed);
        return await _shopper.GetAsync(form.Action("card"));
    }
}
