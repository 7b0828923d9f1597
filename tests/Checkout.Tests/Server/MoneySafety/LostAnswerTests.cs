using Checkout.Core.Merchants;
using Checkout.Tests.Server.Notices;

namespace Checkout.Tests.Server.MoneySafety;

/// <summary>The acquirer charges but its answer is lost: nobody is told "failed", nothing is charged again, and the truth comes out (PAY-5, PAY-6, PAY-20).</summary>
public sealed class LostAnswerTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const int Site = 7020;

    private readonly Shopper _shopper = new(server.Checkout);

    [Theory]
    [InlineData(false, 9)]
    [InlineData(true, 11)]
    public async Task The_shops_server_hears_pending_and_then_the_truth_by_notice(bool capture, int status)
    {
        await using var shop = await ReceivingShop.OpenAsync();
        var site = capture ? Site : Site + 1;
        var credentials = await server.Checkout.AddMerchantAsync(site, new MerchantSettings { NotificationUrl = shop.Url });
        var reference = Orders.NewReference();
        var order = Orders.Direct(reference, Orders.Unanswered).With("Capture", capture).With("GenerateCreditCardToken", true);
        var answer = await server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", order.ToJsonString(), credentials);
        Assert.Equal((201, 7, "PendingOnProvider"), ((int)answer.Status, answer.StatusId, (string)answer.Payment["Status"]!["Info"]!));
        Assert.Empty(answer.Codes);

        var notice = (await shop.HearsAsync(reference))[^1];
        Assert.Equal(status, notice.StatusId);
        Assert.Matches("^[0-9A-F]{32}$", (string)notice.Json["Payment"]!["CreditCardToken"]!["Value"]!);
        Assert.Equal(status, (await server.Checkout.SendAsync(HttpMethod.Get, $"/v1/payments/{answer.Payment["ID"]}", credentials: credentials)).StatusId);
        Assert.Equal(capture ? 2 : 1, (await server.Checkout.LedgerAsync(reference, credentials)).Length);
    }

    [Fact]
    public async Task The_same_reference_cannot_be_charged_while_nobody_knows()
    {
        var reference = Orders.NewReference();
        Assert.Equal(7, (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference, Orders.Unanswered))).StatusId);
        Assert.Equal(20, (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference))).Codes.Single());
        var payment = (await server.Checkout.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]![0]!;
        foreach (var action in new[] { "capture", "cancel" }) Assert.Equal(400, (int)(await server.Checkout.PostAsync($"/v1/payments/{payment["ID"]}/{action}")).Status);
        await SettlesAsync(server.Checkout, payment["ID"]!.ToString(), 9);
        Assert.Single(await server.Checkout.LedgerAsync(reference));
    }

    [Fact]
    public async Task The_shopper_waits_on_a_page_that_ends_in_the_shop()
    {
        var reference = Orders.NewReference();
        var form = await _shopper.OrderAsync(Orders.Hosted(reference).With("Capture", true));
        var waiting = await _shopper.PayAsync(form, Orders.Unanswered);
        Assert.EndsWith("/wait", waiting.Address, StringComparison.Ordinal);
        Assert.Equal($"{Orders.ReturnUrl}&data=7&MerchantTransactionID={reference}&StatusID=7&StatusName=PendingOnProvider", waiting.Back);
        Assert.False(waiting.Has("pay"));

        // Pressing back and paying again does not pay again.
        Assert.EndsWith("/wait", (await _shopper.PayAsync(form)).Address, StringComparison.Ordinal);
        var over = await RunningCheckout.EventuallyAsync(() => _shopper.OpenAsync(waiting.Address), page => page.GoesTo?.StartsWith("https://", StringComparison.Ordinal) == true);
        Assert.Equal($"{Orders.ReturnUrl}&data=2&MerchantTransactionID={reference}", over.GoesTo);
        Assert.Equal(["authorise", "capture"], (await server.Checkout.LedgerAsync(reference)).Select(l => l.Kind));
    }

    [Fact]
    public async Task A_restart_while_nobody_knows_changes_nothing()
    {
        var directory = Directory.CreateTempSubdirectory("checkout-").FullName;
        await using var shop = await ReceivingShop.OpenAsync();
        var reference = Orders.NewReference();
        string id, credentials;
        await using (var before = await RunningCheckout.StartAsync(directory: directory))
        {
            credentials = await before.AddMerchantAsync(Site, new MerchantSettings { NotificationUrl = shop.Url });
            var answer = await before.SendAsync(HttpMethod.Post, "/v1/payments", Orders.Direct(reference, Orders.Unanswered).ToJsonString(), credentials);
            Assert.Equal(7, answer.StatusId);
            id = answer.Payment["ID"]!.ToString();
        }

        await using (var after = await RunningCheckout.StartAsync(directory: directory))
        {
            await SettlesAsync(after, id, 9, credentials);
            Assert.Single(await after.LedgerAsync(reference, credentials));
            Assert.Equal(9, (await shop.HearsAsync(reference))[^1].StatusId);
        }

        Directory.Delete(directory, recursive: true);
    }

    private static Task<int> SettlesAsync(RunningCheckout checkout, string id, int status, string? credentials = null) =>
        RunningCheckout.EventuallyAsync(async () => (await checkout.SendAsync(HttpMethod.Get, $"/v1/payments/{id}", credentials: credentials)).StatusId, s => s == status);
}
