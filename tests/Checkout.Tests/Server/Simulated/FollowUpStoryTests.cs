using Checkout.Tests.Server.Cardgate;

namespace Checkout.Tests.Server.Simulated;

/// <summary>What captures, cancels and refunds that go wrong look like to a merchant's server: answer, later state, notices, and the bank statement.</summary>
public sealed class FollowUpStoryTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const string Held = "authorise approved 2599 EUR";
    private const string Taken = Held + ", capture approved 2599 EUR";
    private const string LetGo = "authorise voided 2599 EUR, void approved 2599 EUR";

    /// <summary>Scenario, action, HTTP status and payment status of its answer, seconds to wait, status in the end, statement in the end.</summary>
    public static TheoryData<string, string, int, int, int, int, string> Actions => new()
    {
        { "capture-lost-reply", "capture", 200, 13, 0, 11, Taken },
        { "capture-pending-7", "capture", 200, 13, 8, 11, Taken },
        { "capture-refused", "capture", 400, 9, 0, 9, Held + ", capture declined 2599 EUR" },
        { "capture-fails-later", "capture", 200, 13, 6, 4, "authorise voided 2599 EUR, capture declined 2599 EUR, void approved 2599 EUR" },
        { "cancel-lost-reply", "cancel", 200, 15, 0, 3, LetGo },
        { "cancel-pending-7", "cancel", 200, 15, 8, 3, LetGo },
        { "cancel-refused", "cancel", 400, 9, 0, 9, Held + ", void declined 2599 EUR" },
        { "cancel-fails-later", "cancel", 200, 15, 6, 9, Held + ", void declined 2599 EUR" },
    };

    /// <summary>Scenario, HTTP status and refund status of its answer, seconds to wait, refund and payment status in the end, what Cardgate comes to, last line of the statement.</summary>
    public static TheoryData<string, int, int, int, int, int, string, string> Refunds => new()
    {
        { "refund-lost-reply", 201, 1, 0, 2, 22, "refunded", "refund approved 2599 EUR" },
        { "refund-pending-7", 201, 1, 8, 2, 22, "refunded", "refund approved 2599 EUR" },
        { "refund-refused", 400, 4, 0, 4, 11, "refund_failed", "refund declined 2599 EUR" },
        { "refund-fails-later", 201, 1, 6, 4, 11, "refund_failed", "refund declined 2599 EUR" },
    };

    [Theory, MemberData(nameof(Actions))]
    public async Task A_capture_or_cancel_ends_in_the_truth(string scenario, string action, int http, int answered, int wait, int end, string statement)
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        var reference = Orders.NewReference();
        var payment = await shop.PayAsync(Orders.Direct(reference), scenario);
        Assert.Equal(9, payment.StatusId);

        var answer = await shop.ActAsync(payment, action);
        Assert.Equal((http, answered), ((int)answer.Status, answer.StatusId));
        if (wait > 0) await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(wait));
        await ScenarioShop.BecomesAsync(() => shop.StatusAsync(payment), end);
        if (end != answered) await shop.HearsAsync(reference, end);
        Assert.Equal(statement, await shop.LedgerAsync(reference));
    }

    [Theory, MemberData(nameof(Refunds))]
    public async Task A_refund_ends_in_the_truth(string scenario, int http, int answered, int wait, int end, int payment, string invoiceEnd, string line)
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        var (reference, refund) = (Orders.NewReference(), Orders.NewReference("refund"));
        var paid = await shop.PayAsync(Orders.Direct(reference).With("Capture", true), scenario);
        Assert.Equal(11, paid.StatusId);

        var answer = await shop.RefundAsync(paid, Orders.Refund(refund, 2599));
        Assert.Equal((http, answered), ((int)answer.Status, (int)answer.Json!["Refund"]!["Status"]!["ID"]!));
        if (wait > 0) await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(wait));
        await ScenarioShop.BecomesAsync(async () => (int)(await shop.ReadAsync($"/v1/payments/{paid.Payment["ID"]}/refunds/{answer.Json!["Refund"]!["ID"]}")).Json!["Refund"]!["Status"]!["ID"]!, end);
        await ScenarioShop.BecomesAsync(() => shop.StatusAsync(paid), payment);
        if (end != answered) await shop.HearsAsync(refund, end);
        Assert.Equal($"{Taken}, {line}", await shop.LedgerAsync(reference));

        // The same money cannot be given back twice.
        if (end == 2) Assert.Equal(400, (int)(await shop.RefundAsync(paid, Orders.Refund(Orders.NewReference("refund"), 2599))).Status);
        await CardgateAsync(shop, scenario, wait, invoiceEnd);
    }

    [Fact]
    public async Task An_invoice_whose_capture_is_pending_is_processing_until_it_is_done()
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        var attributes = CardgateShop.Invoice(amount: 25.99m, currency: "EUR");
        var invoice = await shop.InvoiceAsync(attributes, "capture-pending-7");
        Assert.Equal("processing", (string?)(await shop.SellAsync(invoice, Orders.Visa)).Json!["status"]);
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(8));
        await RunningCheckout.EventuallyAsync(() => shop.InvoiceStatusAsync(invoice), s => s == "processed");
        await shop.HearsAsync((string)attributes["reference_id"]!, "processed");
        Assert.Equal(Taken, await shop.LedgerAsync((string)attributes["reference_id"]!));
    }

    private async Task CardgateAsync(ScenarioShop shop, string scenario, int wait, string end)
    {
        var attributes = CardgateShop.Invoice(amount: 25.99m, currency: "EUR");
        var invoice = await shop.InvoiceAsync(attributes, scenario);
        Assert.Equal("processed", (string?)(await shop.SellAsync(invoice, Orders.Visa)).Json!["status"]);
        await shop.RefundInvoiceAsync(invoice, 25.99m);
        if (wait > 0) await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(wait));
        await RunningCheckout.EventuallyAsync(() => shop.InvoiceStatusAsync(invoice), s => s == end);
        await shop.HearsAsync((string)attributes["reference_id"]!, end);
    }
}
