using Checkout.Core.Merchants;
using Checkout.Tests.Server.Notices;

namespace Checkout.Tests.Server.Payouts;

/// <summary>Nobody knows whether a payout was paid: it is open until the truth is known, it is told then, and it is never paid twice.</summary>
public sealed class PayoutDoubtTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static int _site = 7100;

    private readonly RunningCheckout _checkout = server.Checkout;

    [Theory]
    [InlineData("lost-reply", 1, 2, "payout approved 500 EUR")]
    [InlineData("error-after-charge", 1, 2, "payout approved 500 EUR")]
    [InlineData("unreadable-answer", 1, 2, "payout approved 500 EUR")]
    [InlineData("reset-after-charge", 1, 2, "payout approved 500 EUR")]
    [InlineData("approve-after-30", 1, 2, "payout approved 500 EUR")]
    [InlineData("decline-after-30", 1, 4, "payout declined 500 EUR")]
    [InlineData("late-charge", 1, 2, "payout approved 500 EUR")]
    [InlineData("reset-before-charge", 1, 4, "")]
    [InlineData("wrong-amount", 1, 1, "payout approved 600 EUR")]
    public async Task It_ends_in_the_truth(string scenario, int first, int end, string statement)
    {
        await using var shop = await ReceivingShop.OpenAsync();
        var credentials = await _checkout.AddMerchantAsync(Interlocked.Increment(ref _site), new MerchantSettings { NotificationUrl = shop.Url });
        var reference = $"{Orders.NewReference("out")}--{scenario}";
        var made = await _checkout.PayOutAsync(PayoutShop.Order(reference), credentials, Orders.NewReference("request"));
        Assert.Equal((201, first), ((int)made.Status, made.State()));

        // Meanwhile it cannot be sent again.
        Assert.Equal(20, (await _checkout.PayOutAsync(PayoutShop.Order(reference), credentials)).Codes.Single());
        if (scenario.EndsWith("-30", StringComparison.Ordinal)) await _checkout.AdvanceAsync(TimeSpan.FromSeconds(31));
        if (scenario is "late-charge" or "reset-after-charge") await _checkout.AdvanceAsync(TimeSpan.FromSeconds(25));
        if (scenario == "reset-before-charge") await _checkout.AdvanceAsync(TimeSpan.FromSeconds(100));
        await _checkout.BecomesAsync(made, end, credentials);
        Assert.Equal(statement, await _checkout.PaidAsync(reference, credentials));
        if (end == 1) return;

        var notice = (await shop.HearsAsync(reference))[^1];
        Assert.Equal(("Payout", end, "500"), (notice.Kind, notice.StatusId, (string)notice.Json["Payout"]!["Amount"]!));
        Assert.StartsWith("Basic ", notice.Authorization, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payout_that_seemed_lost_and_has_paid_is_a_success_with_an_alert_and_blocks_its_reference()
    {
        await using var shop = await ReceivingShop.OpenAsync();
        var credentials = await _checkout.AddMerchantAsync(Interlocked.Increment(ref _site), new MerchantSettings { NotificationUrl = shop.Url });
        var reference = Orders.NewReference("out") + "--too-late-charge";
        var alerts = await _checkout.AlertsAsync("late_payout");
        var made = await _checkout.PayOutAsync(PayoutShop.Order(reference), credentials);
        Assert.Equal(1, made.State());
        await _checkout.AdvanceAsync(TimeSpan.FromSeconds(100));
        await _checkout.BecomesAsync(made, 4, credentials);
        Assert.Equal(20, (await _checkout.PayOutAsync(PayoutShop.Order(reference), credentials)).Codes.Single());
        // A notice tells what is true when it goes out, so the first has to be heard before there is another truth.
        await shop.HearsAsync(reference);

        await _checkout.AdvanceAsync(TimeSpan.FromMinutes(61));
        await _checkout.BecomesAsync(made, 2, credentials);
        Assert.Equal("payout approved 500 EUR", await _checkout.PaidAsync(reference, credentials));
        Assert.Equal(alerts + 1, await _checkout.AlertsAsync("late_payout"));
        // The clock jumped, perhaps while the first was on its way, which is then told again.
        await CheckoutClient.EventuallyAsync(() => Task.FromResult(shop.About(reference).Select(n => n.StatusId).Distinct().ToArray()), heard => heard is [4, 2]);
        Assert.Equal(20, (await _checkout.PayOutAsync(PayoutShop.Order(reference), credentials)).Codes.Single());
    }

    [Fact]
    public async Task A_restart_in_the_middle_changes_nothing()
    {
        var directory = Directory.CreateTempSubdirectory("checkout-").FullName;
        var reference = Orders.NewReference("out") + "--approve-after-20";
        Answer made, repeated;
        await using (var before = await RunningCheckout.StartAsync(directory: directory))
        {
            made = await before.PayOutAsync(PayoutShop.Order(reference), requestId: "out-1");
            Assert.Equal(1, made.State());
        }

        await using (var after = await RunningCheckout.StartAsync(directory: directory))
        {
            repeated = await after.PayOutAsync(PayoutShop.Order(reference), requestId: "out-1");
            await after.AdvanceAsync(TimeSpan.FromSeconds(21));
            await after.BecomesAsync(made, 2);
            Assert.Equal("payout approved 500 EUR", await after.PaidAsync(reference));
        }

        Assert.Equal((made.Status, made.Body), (repeated.Status, repeated.Body));
        Directory.Delete(directory, recursive: true);
    }
}
