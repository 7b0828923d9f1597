namespace Checkout.Tests.Server.Commands;

/// <summary>What is there already is passed over if it is the same, and told if it is not.</summary>
public sealed class ImportAgainTests
{
    [Fact]
    public async Task A_difference_is_told_by_its_field()
    {
        await using var shop = await ImportShop.StartAsync();
        Assert.Equal(0, (await shop.ImportAsync(ImportShop.Payment(), ImportShop.Payment(("ID", 300_002), ("MerchantTransactionID", "old-2")), ImportShop.Refund(), ImportShop.Payout())).Code);
        var told = await shop.ImportAsync(
            ImportShop.Payment(("Status", ImportShop.Status(4)), ("CapturedAmount", null)), ImportShop.Payment(("CapturedAmount", 2000)), ImportShop.Payment(("Currency", "USD")), ImportShop.Payment(("MerchantTransactionID", "old-3")),
            ImportShop.Refund(("InitialPaymentID", 300_002)), ImportShop.Refund(("Status", ImportShop.Status(4))), ImportShop.Payout(("Status", ImportShop.Status(4))), ImportShop.Payout(("Amount", 999)),
            ImportShop.Payment(), ImportShop.Refund(), ImportShop.Payout());
        foreach (var (line, field) in new[]
                 {
                     (1, "Status"), (2, "CapturedAmount"), (3, "Currency"), (4, "MerchantTransactionID"), (5, "InitialPaymentID"), (6, "Status"), (7, "Status"), (8, "Amount"),
                 })
            Assert.Contains($"line {line}: another one with this ID is there: its {field} is different", told.Said, StringComparison.Ordinal);
        Assert.Contains("11 lines read: 0 imported, 3 there already, 8 bad", told.Said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refund_is_in_the_currency_of_its_payment()
    {
        await using var shop = await ImportShop.StartAsync();
        var told = await shop.ImportAsync(ImportShop.Payment(), ImportShop.Refund(("Currency", "USD")));
        Assert.Contains("line 2: the refund's Currency must be its payment's", told.Said, StringComparison.Ordinal);
        Assert.Equal(0, shop.Ask("SELECT refunded FROM payment"));
    }

    [Fact]
    public async Task A_refund_of_an_imported_payment_leaves_nothing_behind_however_high_it_is()
    {
        await using var shop = await ImportShop.StartAsync();
        Assert.Equal(0, (await shop.ImportAsync(ImportShop.Payment())).Code);
        foreach (var amount in new[] { 100, 999_999 })
            Assert.Equal(2205, (await shop.Checkout.PostAsync($"/v1/payments/{ImportShop.PaymentId}/refunds", Orders.Refund(Orders.NewReference("back"), amount))).Codes.Single());
        Assert.Equal(0, shop.Ask("SELECT COUNT(*) FROM refund"));
        Assert.Equal(0, shop.Ask("SELECT COUNT(*) FROM notice"));
    }
}
