using Checkout.Tests.Server.Cardgate;

namespace Checkout.Tests.Server.Scenarios;

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
        Assert.Equal((201, story.Answer), ((int)answer.Status, answer.StatusId));

        await PassAsync(story);
        await shop.BecomesAsync(() => shop.StatusAsync(answer), story.End);

        // What the answer told already is told again only if it is the end.
        Assert.Equal([story.End], await shop.HearsAsync(reference, story.End));
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

    private async Task PassAsync(Story story)
    {
        if (story.After > 0) await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(story.After));
    }

    /// <summary>However long one waits, nothing more is charged.</summary>
    private async Task StaysAsync(ScenarioShop shop, string reference, Story story)
    {
        await server.Checkout.AdvanceAsync(TimeSpan.FromMinutes(2));
        Assert.Equal(story.Ledger, await shop.LedgerAsync(reference));
    }
}
