using System.Text.Json.Nodes;
using Checkout.Web.Pages.Pay.Words;

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
