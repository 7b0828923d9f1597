using Checkout.Tests.Server.Cardgate;

namespace Checkout.Tests.Server.Simulated;

/// <summary>What each scenario looks like to a merchant's server that sends the card: answer, notices, and what the bank statement shows.</summary>
public sealed class ServerSideTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    public static TheoryData<string> Names => [.. Story.All.Select(s => s.Scenario)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_Smart2Pay_payment_ends_in_the_truth(string scenario)
    {
        var story = Story.All.Single(s => s.Scenario == scenario);
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        var reference = Orders.NewReference();
        var answer = await shop.PayAsync(Orders.Direct(reference).With("Capture", true), scenario);
        Assert.Equal((story.Answer == 4 ? 400 : 201, story.Answer), ((int)answer.Status, answer.StatusId));

        await PassAsync(story);
        await ScenarioShop.BecomesAsync(() => shop.StatusAsync(answer), story.End);

        // What the answer told already is told again only if it is the end.
        await shop.HearsAsync(reference, story.End);
        await StaysAsync(shop, reference, story);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_Cardgate_sale_ends_in_the_truth(string scenario)
    {
        var story = Story.All.Single(s => s.Scenario == scenario);
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        var attributes = CardgateShop.Invoice(amount: 25.99m, currency: "EUR");
        var reference = (string)attributes["reference_id"]!;
        var invoice = await shop.InvoiceAsync(attributes, scenario);
        var sale = await shop.SellAsync(invoice, Orders.Visa);
        Assert.Equal((201, story.Sale), ((int)sale.Status, (string?)sale.Json!["status"]));

        await PassAsync(story);
        await RunningCheckout.EventuallyAsync(() => shop.InvoiceStatusAsync(invoice), s => s == story.SaleEnd);
        await shop.HearsAsync(reference, story.SaleEnd);
        await StaysAsync(shop, reference, story);
    }

    [Fact]
    public async Task A_soft_decline_asks_for_the_shopper_in_both_dialects()
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        var shopper = new Shopper(server.Checkout);
        var reference = Orders.NewReference();
        var answer = await shop.PayAsync(Orders.Direct(reference).With("Capture", true), "soft-decline");
        Assert.Equal(1, answer.StatusId);
        await shopper.DecideAsync((await shopper.OpenAsync((string)answer.Payment["RedirectURL"]!)).GoesTo!, "approve");
        await shop.HearsAsync(reference, 11);
        Assert.Equal(11, await shop.StatusAsync(answer));
        Assert.Equal("authorise declined 2599 EUR, " + Story.Paid, await shop.LedgerAsync(reference));

        var attributes = CardgateShop.Invoice(amount: 25.99m, currency: "EUR").And("return_url", Orders.ReturnUrl);
        var invoice = await shop.InvoiceAsync(attributes, "soft-decline");
        var sale = (await shop.SellAsync(invoice, Orders.Visa)).Json!;
        Assert.Equal(("process_pending", "3ds"), ((string?)sale["status"], (string?)sale["auth_mode"]));
        await shopper.DecideAsync((string)sale["auth_payload"]!["action"]!, "approve");
        await shop.HearsAsync((string)attributes["reference_id"]!, "processed");
        Assert.Equal("authorise declined 2599 EUR, " + Story.Paid, await shop.LedgerAsync((string)attributes["reference_id"]!));
    }

    [Fact]
    public async Task A_revoked_token_is_told_in_both_dialects()
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        var first = await shop.PayAsync(Orders.Direct(Orders.NewReference()).With("GenerateCreditCardToken", true).With("Customer.MerchantCustomerID", "shopper-7"));
        var token = (string)first.Payment["CreditCardToken"]!["Value"]!;
        var reference = Orders.NewReference();
        var alone = await shop.PayAsync(Orders.ByToken(reference, token), "token-revoked");
        Assert.Equal((4, 2401), (alone.StatusId, alone.Codes.Single()));
        await shop.HearsAsync(reference, 4);
        Assert.Equal("authorise declined 2599 EUR", await shop.LedgerAsync(reference));

        var attributes = CardgateShop.Instant(token);
        var invoice = await shop.InvoiceAsync(attributes, "token-revoked");
        Assert.Equal("process_failed", (string?)(await shop.SellAsync(invoice, number: null)).Json!["status"]);
        await shop.HearsAsync((string)attributes["reference_id"]!, "process_failed");
        Assert.Equal("authorise declined 1050 USD", await shop.LedgerAsync((string)attributes["reference_id"]!));
    }

    private async Task PassAsync(Story story)
    {
        if (story.After > 0) await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(story.After));
    }

    /// <summary>However long one waits, nothing more is charged.</summary>
    private async Task StaysAsync(ScenarioShop shop, string reference, Story story)
    {
        await RunningCheckout.EventuallyAsync(() => shop.LedgerAsync(reference), ledger => ledger == story.Ledger);
        await server.Checkout.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(story.Ledger, await shop.LedgerAsync(reference));
    }
}
