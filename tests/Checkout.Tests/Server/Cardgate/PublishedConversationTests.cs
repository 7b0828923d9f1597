using Checkout.Tests.Dialects.Cardgate;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>The published conversations, held with a running server: keep a card, pay with it on the page, charge it alone.</summary>
public sealed class PublishedConversationTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);

    [Fact]
    public async Task Every_request_is_answered_as_published()
    {
        var shopper = new Shopper(server.Checkout);
        var first = await HoldAsync("1-tokenise");
        var page = await CardgateShop.OpenPageAsync(first, shopper);
        (string, string)[] typed = [("card-number", ThreeDSecure), ("card-expiry", "12/32"), ("card-holder", "John Doe"), ("security-code", "123"), ("save-card", "1"), ("pay", "1")];
        var atBank = await shopper.FollowAsync(await shopper.PostAsync(page, "card", typed));
        await shopper.DecideAsync(atBank.Document.QuerySelector("form[action*='/sandbox/bank/']")!.GetAttribute("action")!, "approve");
        var paid = await _shop.GetAsync("/payment-invoices/" + Id(first));
        Assert.Empty(CardgateSample.Of("5-paid").Differences(paid.Json));
        var token = (string)Attributes(paid)["payload"]!["token"]!;

        var second = await HoldAsync("2-predefined", token);
        var code = await CardgateShop.OpenPageAsync(second, shopper);
        Assert.True(code.Has("security-code") && !code.Has("card-number"));

        // The published card always wants its bank, and an instant sale has no shopper: another card of the same one.
        var third = await HoldAsync("3-instant", await _shop.TokenAsync("my_customer_1"));
        var sample = CardgateSample.Of("4-sale");
        var sale = await _shop.SellAsync(Bearer(third), sample.Body!.ToJsonString());
        Assert.Equal(sample.Status, (int)sale.Status);
        Assert.Empty(sample.Differences(sale.Json));
        Assert.Equal("processed", (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(third)))["status"]);
    }

    private async Task<Answer> HoldAsync(string name, string token = "")
    {
        var sample = CardgateSample.Of(name, token);
        var answer = await _shop.PostAsync(sample.Request.Split(' ')[1], sample.Body!);
        Assert.Equal((name, sample.Status), (name, (int)answer.Status));
        Assert.Empty(sample.Differences(answer.Json));
        Assert.Equal("application/json; charset=utf-8", answer.Headers["Content-Type"]);
        return answer;
    }
}
