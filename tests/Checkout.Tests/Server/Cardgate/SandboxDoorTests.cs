using System.Net;
using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>The sandbox's controls in the hands of a merchant who has this dialect's credentials only.</summary>
public sealed class SandboxDoorTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);

    [Fact]
    public async Task Clock_ledger_and_disputes_open_to_its_account_and_key()
    {
        var invoice = await _shop.PaidAsync();
        var reference = (string)Attributes(invoice)["reference_id"]!;
        Assert.Equal(HttpStatusCode.OK, (await _shop.PostAsync("/sandbox/clock", new JsonObject { ["AdvanceSeconds"] = 1 })).Status);
        foreach (var site in new[] { "", "&site=1010" })
        {
            var ledger = await _shop.GetAsync($"/sandbox/ledger?reference={reference}{site}");
            Assert.Equal(["authorise", "capture"], ledger.Json!.AsArray().Select(line => (string)line!["Kind"]!));
        }

        foreach (var state in new[] { "Open", "ChargedBack" })
            Assert.Equal(HttpStatusCode.OK, (await _shop.PostAsync("/sandbox/dispute", new JsonObject { ["Reference"] = reference, ["State"] = state })).Status);
        Assert.Equal("charged_back", (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["status"]);
    }

    [Fact]
    public async Task Wrong_keys_and_other_merchants_ledgers_stay_shut()
    {
        var wrong = Plain + "x";
        Assert.Equal(HttpStatusCode.Unauthorized, (await _shop.PostAsync("/sandbox/clock", new JsonObject { ["AdvanceSeconds"] = 1 }, wrong)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _shop.PostAsync("/sandbox/dispute", new JsonObject { ["Reference"] = "r", ["State"] = "Open" }, wrong)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _shop.GetAsync("/sandbox/ledger?reference=r", wrong)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _shop.GetAsync("/sandbox/ledger?reference=r&site=1011")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await _shop.GetAsync("/sandbox/ledger?reference=r&site=abc")).Status);
    }
}
