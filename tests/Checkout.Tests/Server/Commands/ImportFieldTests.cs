namespace Checkout.Tests.Server.Commands;

/// <summary>A field that is no good is never left out without a word.</summary>
public sealed class ImportFieldTests
{
    private static readonly string Long = new('x', 3000);

    [Fact]
    public async Task Each_text_that_is_too_long_is_told()
    {
        await using var shop = await ImportShop.StartAsync();
        var told = await shop.ImportAsync(
            ImportShop.Payment(("ReturnURL", Long)), ImportShop.Payment(("MethodTransactionID", Long)), ImportShop.Payout(("MethodTransactionID", Long)), ImportShop.Payment(),
            ImportShop.Refund(("OriginatorTransactionID", Long)), ImportShop.Refund(("Description", Long)), ImportShop.Refund(("StatementDescriptor", Long)));
        foreach (var (line, field) in new[]
                 {
                     (1, "Payment.ReturnURL"), (2, "Payment.MethodTransactionID"), (3, "Payout.MethodTransactionID"),
                     (5, "Refund.OriginatorTransactionID"), (6, "Refund.Description"), (7, "Refund.StatementDescriptor"),
                 })
            Assert.Contains($"line {line}: {field} must be a text of at most", told.Said, StringComparison.Ordinal);
        Assert.Contains("7 lines read: 1 imported, 0 there already, 6 bad", told.Said, StringComparison.Ordinal);
    }
}
