using Checkout.Tests.Server.Cardgate;
using Checkout.Tests.Server.Notices;

namespace Checkout.Tests.Server.Simulated;

/// <summary>Notices that come twice, late, out of order or forged, as a merchant's server hears them in both dialects.</summary>
public sealed class NoticeStoryTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    internal static readonly string[] Scenarios = ["notices-twice", "notices-delayed-N", "notices-out-of-order", "notices-forged"];

    [Fact]
    public async Task Twice()
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        var (payment, invoice) = await PayBothAsync(shop, "notices-twice");
        var heard = await HeardAsync(shop, payment, all => all.Count == 2);
        Assert.Equal(heard[0].Body, heard[1].Body);
        Assert.Equal(heard[0].Authorization, heard[1].Authorization);
        // Of an invoice its beginning is told too, alone or by what tells its end.
        await HeardAsync(shop, invoice, all => all.Count(n => (string?)n.Invoice!["status"] == "processed") >= 2 && all.GroupBy(n => n.Headers["webhook-id"]).All(same => same.Count() == 2));
    }

    [Fact]
    public async Task Late()
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        var (payment, invoice) = await PayBothAsync(shop, "notices-delayed-300");
        await Task.Delay(TimeSpan.FromSeconds(1));
        Assert.Empty(shop.Heard(payment));
        Assert.Empty(shop.Heard(invoice));

        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(301));
        await HeardAsync(shop, payment, all => all is [{ StatusId: 11 }]);
        await HeardAsync(shop, invoice, all => all.Count > 0 && (string?)all[^1].Invoice!["status"] == "processed");
    }

    [Fact]
    public async Task Out_of_order()
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        var (payment, invoice) = await PayBothAsync(shop, "notices-out-of-order", answered: 13, sold: "processing");
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(4));
        var heard = await HeardAsync(shop, payment, all => all.Count >= 2);
        Assert.Equal((11, 13), (heard[^2].StatusId, heard[^1].StatusId));
        Assert.Equal("0", (string)heard[^1].Json["Payment"]!["CapturedAmount"]!);
        Assert.Equal(11, await shop.StatusAsync(payment));
        var told = await HeardAsync(shop, invoice, all => all.Any(n => (string?)n.Invoice!["status"] == "processed") && (string?)all[^1].Invoice!["status"] == "processing");
        Assert.True(told.Count >= 2);
    }

    [Fact]
    public async Task Forged()
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        var reference = Orders.NewReference();
        Assert.Equal(4, (await shop.PayAsync(Orders.Direct(reference, Orders.Declined).With("Capture", true), "notices-forged")).StatusId);
        var heard = await HeardAsync(shop, reference, all => all.Count == 2);
        Assert.Equal((11, 4), (heard[0].StatusId, heard[1].StatusId));
        Assert.NotEqual(heard[1].Authorization, heard[0].Authorization);
        Assert.Equal(shop.Proof, heard[1].Authorization);
        Assert.Equal(4, await shop.StatusAsync(reference));

        var attributes = CardgateShop.Invoice(amount: 25.99m, currency: "EUR");
        var invoice = await shop.InvoiceAsync(attributes, "notices-forged");
        Assert.Equal("process_failed", (string?)(await shop.SellAsync(invoice, Orders.Declined)).Json!["status"]);
        var told = await HeardAsync(shop, (string)attributes["reference_id"]!, all => all.Count >= 2 && (string?)all[^1].Invoice!["status"] == "process_failed");
        Assert.Equal("processed", (string?)told[^2].Invoice!["status"]);
        Assert.Equal(CallbackProof(shop, told[^1]), told[^1].Headers["X-Signature"]);
        Assert.NotEqual(CallbackProof(shop, told[^2]), told[^2].Headers["X-Signature"]);
    }

    [Fact]
    public async Task A_notice_that_is_not_taken_comes_again_as_usual()
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        shop.Answers = _ => Task.FromResult(500);
        var reference = Orders.NewReference();
        await shop.PayAsync(Orders.Direct(reference).With("Capture", true), "notices-twice");
        await HeardAsync(shop, reference, all => all.Count == 1);
        shop.Answers = _ => Task.FromResult(204);
        await server.Checkout.AdvanceAsync(TimeSpan.FromMinutes(2));
        await HeardAsync(shop, reference, all => all.Count == 3);
    }

    private static async Task<(string Payment, string Invoice)> PayBothAsync(ScenarioShop shop, string scenario, int answered = 11, string sold = "processed")
    {
        var reference = Orders.NewReference();
        Assert.Equal(answered, (await shop.PayAsync(Orders.Direct(reference).With("Capture", true), scenario)).StatusId);
        var attributes = CardgateShop.Invoice(amount: 25.99m, currency: "EUR");
        var invoice = await shop.InvoiceAsync(attributes, scenario);
        Assert.Equal(sold, (string?)(await shop.SellAsync(invoice, Orders.Visa)).Json!["status"]);
        return (reference, (string)attributes["reference_id"]!);
    }

    private static Task<IReadOnlyList<HeardNotice>> HeardAsync(ScenarioShop shop, string reference, Func<IReadOnlyList<HeardNotice>, bool> holds) =>
        RunningCheckout.EventuallyAsync(() => Task.FromResult(shop.Heard(reference)), holds);

    private static string CallbackProof(ScenarioShop shop, HeardNotice notice) =>
        Checkout.Web.Dialects.Cardgate.CallbackSignature.Of(System.Text.Encoding.UTF8.GetBytes($"sk_test_{shop.Site}"), System.Text.Encoding.UTF8.GetBytes(notice.Body));
}
