using Checkout.Tests.Server.Cardgate;

namespace Checkout.Tests.Server.Simulated;

/// <summary>An answer that drips in after the caller's patience takes that long in earnest, so the three ways to pay wait for it together.</summary>
public sealed class SlowAnswerTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const string Scenario = "slow-answer";

    [Fact]
    public async Task Whoever_gave_up_on_the_answer_asks_and_learns_that_it_was_charged()
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        await Task.WhenAll(PaysBySmart2PayAsync(shop), PaysByCardgateAsync(shop), PaysOnThePageAsync(shop));
    }

    private static async Task PaysBySmart2PayAsync(ScenarioShop shop)
    {
        var reference = Orders.NewReference();
        var answer = await shop.PayAsync(Orders.Direct(reference).With("Capture", true), Scenario);
        Assert.Equal(7, answer.StatusId);
        await ScenarioShop.BecomesAsync(() => shop.StatusAsync(answer), 11);
        await shop.HearsAsync(reference, 11);
        Assert.Equal(Story.Paid, await shop.LedgerAsync(reference));
    }

    private static async Task PaysByCardgateAsync(ScenarioShop shop)
    {
        var attributes = CardgateShop.Invoice(amount: 25.99m, currency: "EUR");
        var invoice = await shop.InvoiceAsync(attributes);
        // The sale may name the scenario too.
        Assert.Equal("process_pending", (string?)(await shop.SellAsync(invoice, scenario: Scenario)).Json!["status"]);
        await shop.HearsAsync((string)attributes["reference_id"]!, "processed");
        Assert.Equal(Story.Paid, await shop.LedgerAsync((string)attributes["reference_id"]!));
    }

    private static async Task PaysOnThePageAsync(ScenarioShop shop)
    {
        var shopper = new Shopper(shop.Checkout);
        var (reference, page) = await shop.OpenPageAsync(shopper, Scenario);
        var waiting = await shopper.PayAsync(page);
        Assert.EndsWith("/wait", waiting.Address, StringComparison.Ordinal);
        await shop.HearsAsync(reference, 7, 11);
        Assert.Contains("data=2", (await shopper.OpenAsync(waiting.Address)).GoesTo!, StringComparison.Ordinal);
        Assert.Equal(Story.Paid, await shop.LedgerAsync(reference));
    }
}
