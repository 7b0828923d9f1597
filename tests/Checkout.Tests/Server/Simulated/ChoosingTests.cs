using System.Net;
using Checkout.Connectors.Simulator;
using Checkout.Core.Merchants;
using Checkout.Tests.House;
using Checkout.Tests.Server.Cardgate;

namespace Checkout.Tests.Server.Simulated;

/// <summary>How a merchant names a scenario: by header, by the end of its reference, by a setting, in this order.</summary>
public sealed class ChoosingTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Theory]
    [InlineData("wrong-amount", "--lost-reply", "error-after-charge", 14)]
    [InlineData(null, "--wrong-amount", "lost-reply", 14)]
    [InlineData(null, "", "wrong-amount", 14)]
    [InlineData(null, "--no-such-thing", "wrong-amount", 14)]
    [InlineData("approve-after-9999", "", null, 7)]
    [InlineData(null, "--approve-after-0030", null, 7)]
    [InlineData(null, "", null, 11)]
    [InlineData(null, "--wrong-amount-", null, 11)]
    [InlineData(null, "-wrong-amount", null, 11)]
    [InlineData(null, "--approve-after-N", null, 11)]
    [InlineData(null, "--approve-after-", null, 11)]
    public async Task The_header_wins_then_the_reference_then_the_setting(string? header, string suffix, string? setting, int status)
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout, setting);
        Assert.Equal(status, (await shop.PayAsync(Orders.Direct(Orders.NewReference() + suffix).With("Capture", true), header)).StatusId);

        var invoice = await shop.InvoiceAsync(CardgateShop.Invoice(Orders.NewReference("cg") + suffix), header);
        var wished = status switch { 14 => "process_error", 7 => "process_pending", _ => "processed" };
        Assert.Equal(wished, (string?)(await shop.SellAsync(invoice)).Json!["status"]);
    }

    [Theory]
    [InlineData("lost-replay")]
    [InlineData("Lost-Reply")]
    [InlineData("approve-after-N")]
    [InlineData("approve-after-10000")]
    [InlineData("lost-reply, wrong-amount")]
    [InlineData("")]
    public async Task A_header_that_names_no_scenario_is_refused_and_nothing_is_charged(string header)
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout);
        var reference = Orders.NewReference();
        var answer = await shop.PayAsync(Orders.Direct(reference), header);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.StartsWith("Sandbox-Scenario names no scenario. Known are: approve-after-N, ", (string?)answer.Json!["Message"], StringComparison.Ordinal);
        Assert.Equal("", await shop.LedgerAsync(reference));

        var refused = await shop.InvoiceAsync(CardgateShop.Invoice(), header);
        Assert.Equal("422 invalid", CardgateShop.Faults(refused).Single());
        Assert.StartsWith("Sandbox-Scenario names no scenario. Known are: approve-after-N, ", (string?)refused.Json!["errors"]![0]!["detail"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signed_link_names_it_by_its_reference()
    {
        var shopper = new Shopper(server.Checkout);
        var reference = Orders.NewReference() + "--lost-reply";
        var waiting = await shopper.PayAsync(await shopper.OpenAsync(SignedLink.Of(reference).Path));
        Assert.EndsWith("/wait", waiting.Address, StringComparison.Ordinal);
        await RunningCheckout.EventuallyAsync(() => shopper.OpenAsync(waiting.Address), page => page.GoesTo?.Contains("data=2", StringComparison.Ordinal) == true);
        Assert.Equal(2, (await server.Checkout.LedgerAsync(reference)).Length);
    }

    [Fact]
    public async Task A_changed_setting_is_for_new_payments_only()
    {
        await using var shop = await ScenarioShop.OpenAsync(server.Checkout, "wrong-amount");
        var shopper = new Shopper(server.Checkout);
        var (reference, page) = await shop.OpenPageAsync(shopper, "no-name");
        await server.Checkout.ChangeAsync(shop.Site, s => s with { Scenario = null });
        await shopper.PayAsync(page);
        Assert.Equal(14, await shop.StatusAsync(reference));
        Assert.Equal(11, (await shop.PayAsync(Orders.Direct(Orders.NewReference()).With("Capture", true))).StatusId);
    }

    [Fact]
    public async Task What_a_charge_will_be_survives_a_restart()
    {
        var directory = Directory.CreateTempSubdirectory("checkout-").FullName;
        var reference = Orders.NewReference() + "--approve-after-60";
        await using (var before = await RunningCheckout.StartAsync(directory: directory))
        {
            Assert.Equal(7, (await before.PostAsync("/v1/payments", Orders.Direct(reference).With("Capture", true))).StatusId);
            Assert.Empty(await before.LedgerAsync(reference));
        }

        await using (var after = await RunningCheckout.StartAsync(directory: directory))
        {
            await after.AdvanceAsync(TimeSpan.FromSeconds(70));
            await RunningCheckout.EventuallyAsync(
                async () => (int)(await after.GetAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]![0]!["Status"]!["ID"]!, status => status == 11);
            Assert.Equal(["authorise", "capture"], (await after.LedgerAsync(reference)).Select(l => l.Kind));
        }

        Directory.Delete(directory, recursive: true);
    }

    [Fact]
    public void Every_row_of_the_table_has_a_story()
    {
        IEnumerable<string> followUps = [.. FollowUpStoryTests.Actions.Select(row => (string)row[0]), .. FollowUpStoryTests.Refunds.Select(row => (string)row[0])];
        string[] told =
        [
            .. Story.All.Select(s => s.Scenario.Replace("-5", "-N", StringComparison.Ordinal)), "slow-answer", "soft-decline", "token-revoked",
            .. followUps.Where(name => name != "capture-fails-later").Select(name => name.Replace("-7", "-N", StringComparison.Ordinal)), .. NoticeStoryTests.Scenarios,
        ];
        Assert.Equal(Scenarios.All.Select(s => s.Name).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_document_for_merchants_lists_the_table()
    {
        var rows = from line in await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "docs/simulator.md"))
                   where line.StartsWith("| `", StringComparison.Ordinal)
                   let cells = line.Split('|', StringSplitOptions.TrimEntries)
                   select $"{cells[1].Trim('`')}: {cells[2]}";
        Assert.Equal(Scenarios.All.Select(s => $"{s.Name}: {s.Meaning}"), rows);
    }
}
