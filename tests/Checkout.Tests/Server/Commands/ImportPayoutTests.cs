namespace Checkout.Tests.Server.Commands;

/// <summary>Payouts of another system move in as what they are: money that went, or did not, and that nobody here sent.</summary>
public sealed class ImportPayoutTests
{
    [Fact]
    public async Task One_that_failed_does_not_count_against_its_day()
    {
        await using var shop = await ImportShop.StartAsync();
        var told = await shop.ImportAsync(ImportShop.Payout(("Status", ImportShop.Status(4))), ImportShop.Payout(("ID", 9002), ("MerchantTransactionID", "old-p2")));
        Assert.True(told.Code == 0, told.ToString());

        Assert.Equal(1000, shop.Ask("SELECT SUM(paid) FROM payout_day"));
        Assert.Equal(2, shop.Ask("SELECT COUNT(*) FROM payout_event WHERE actor = 5"));
        var verified = await shop.VerifyAsync();
        Assert.True(verified.Code == 0, verified.ToString());
        Assert.Equal(4, (int)(await shop.Checkout.GetAsync("/v1/payouts/9001")).Json!["Payout"]!["Status"]!["ID"]!);
    }
}
