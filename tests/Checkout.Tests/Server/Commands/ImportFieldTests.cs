using System.Text.Json.Nodes;

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

    [Fact]
    public async Task What_a_payment_said_is_said_again()
    {
        await using var shop = await ImportShop.StartAsync();
        var sent = ImportShop.Payment(
            ("SkinID", 12), ("Retry", true), ("Installments", 3), ("3DSecure", true), ("Capture", false), ("NotificationDateTime", "20250115093005"), ("PaymentTokenLifetime", 100), ("ClientIP", "192.168.111.112"),
            ("Description", new string('d', 500)),
            ("Card", new JsonObject { ["HolderName"] = "Ana Pop", ["Number"] = "VISA-1111", ["ExpirationMonth"] = "05", ["ExpirationYear"] = "2031", ["IssuingBankCountry"] = "RO" }));
        var told = await shop.ImportAsync(sent, ImportShop.Refund(("Description", new string('d', 500))));
        Assert.True(told.Code == 0, told.ToString());
        var here = (await shop.Checkout.GetAsync($"/v1/payments/{ImportShop.PaymentId}")).Payment;
        foreach (var (field, value) in sent["Payment"]!.AsObject().Where(f => f.Key != "Status"))
            Assert.True(JsonNode.DeepEquals(value, here[field]), $"{field}: {value?.ToJsonString()} was there, {here[field]?.ToJsonString()} is here");
    }

    [Fact]
    public async Task Nothing_was_captured_where_the_status_says_so()
    {
        await using var shop = await ImportShop.StartAsync();
        var told = await shop.ImportAsync(ImportShop.Payment(("Status", ImportShop.Status(4))), ImportShop.Payment(("Status", ImportShop.Status(9)), ("CapturedAmount", "0")), ImportShop.Payment(("ID", 300_002), ("Retry", "perhaps")));
        Assert.Contains("line 1: Payment.CapturedAmount must be 0: with this status nothing was taken", told.Said, StringComparison.Ordinal);
        Assert.Contains("line 3: Payment.Retry must be true or false", told.Said, StringComparison.Ordinal);
        Assert.Contains("3 lines read: 1 imported", told.Said, StringComparison.Ordinal);
    }
}
