using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Tests.Server.Notices;

namespace Checkout.Tests.Server.Described;

/// <summary>What a shop's server is told looks as the document says.</summary>
public sealed class NoticeTests(DescribedSmart2Pay server) : IClassFixture<DescribedSmart2Pay>
{
    private const int Site = 7901;

    [Fact]
    public async Task Every_notice_looks_as_said()
    {
        await using var shop = await ReceivingShop.OpenAsync();
        var credentials = await server.Checkout.AddMerchantAsync(Site, new MerchantSettings { NotificationUrl = shop.Url });
        async Task<JsonNode> Post(string path, JsonObject order) => (await server.Checkout.SendAsync(HttpMethod.Post, path, order.ToJsonString(), credentials)).Json!;

        var payment = (await Post("/v1/payments", Orders.Direct(Orders.NewReference()).With("Capture", true)))["Payment"]!;
        var refund = (await Post($"/v1/payments/{payment["ID"]}/refunds", Orders.Refund(Orders.NewReference(), 100)))["Refund"]!;
        var order = new JsonObject { ["Payout"] = new JsonObject { ["MerchantTransactionID"] = Orders.NewReference(), ["Amount"] = 500, ["Currency"] = "EUR", ["Card"] = Orders.Card() } };
        var payout = (await Post("/v1/payouts", order))["Payout"]!;

        await LooksAsSaidAsync(shop, "paymentNotice", payment);
        await LooksAsSaidAsync(shop, "refundNotice", refund);
        await LooksAsSaidAsync(shop, "payoutNotice", payout);
        await Post("/sandbox/dispute", new JsonObject { ["Reference"] = (string)payment["MerchantTransactionID"]!, ["State"] = "Open" });
        var dispute = (await CheckoutClient.EventuallyAsync(() => Task.FromResult(shop.Heard.Where(n => n.Kind == "Dispute").ToList()), all => all.Count > 0))[0];
        Looks("disputeNotice", dispute);
        Assert.Equal(4, server.Document["webhooks"]!.AsObject().Count);
    }

    private async Task LooksAsSaidAsync(ReceivingShop shop, string id, JsonNode made)
    {
        Looks(id, (await shop.HearsAsync((string)made["MerchantTransactionID"]!))[0]);
    }

    private void Looks(string id, HeardNotice notice)
    {
        var post = server.Document["webhooks"]![id]!["post"]!;
        Assert.Empty(server.Check.Faults(post["requestBody"]!["content"]!["application/json"]!["schema"]!, notice.Json));
        Assert.NotNull(post["responses"]!["204"]);
    }
}
