using System.Net;
using System.Text.Json.Nodes;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Refunds in both generations of the dialect.</summary>
public sealed class RefundTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);

    [Fact]
    public async Task The_new_model_is_answered_with_the_refund()
    {
        var invoice = await _shop.PaidAsync();
        var answer = await RefundAsync(invoice, new() { ["invoiceId"] = Id(invoice), ["amount"] = 4, ["reference_id"] = "r1", ["description"] = "one of two" });
        Assert.Equal((HttpStatusCode.OK, "refunds"), (answer.Status, (string?)answer.Json!["data"]!["type"]));
        var refund = Attributes(answer);
        Assert.Equal(("r1", Id(invoice), "one of two", "processed"), ((string?)refund["reference_id"], (string?)refund["original_id"], (string?)refund["description"], (string?)refund["status"]));
        Assert.Equal(("4", "0", "USD"), (refund["amount"]!.ToJsonString(), refund["fee"]!.ToJsonString(), (string?)refund["currency"]));
        var self = (string)answer.Json["data"]!["links"]!["self"]!;
        Assert.Equal("/refunds/" + Id(answer), self);
        Assert.Equal(answer.Body, (await _shop.GetAsync(self)).Body);
    }

    [Fact]
    public async Task The_old_model_is_answered_with_the_invoice()
    {
        var invoice = await _shop.PaidAsync();
        var body = Document(new JsonObject { ["amount"] = "2.5", ["reference_id"] = "r1" }, "refund");
        body["data"]!["id"] = Id(invoice);
        var answer = await _shop.PostAsync($"/api/payment-invoices/{Id(invoice)}/refund/", body);
        Assert.Equal((HttpStatusCode.OK, Id(invoice)), (answer.Status, Id(answer)));
        Assert.Equal(("partially_refunded", "2.5", "0"), ((string?)Attributes(answer)["status"], Attributes(answer)["refunded_amount"]!.ToJsonString(), Attributes(answer)["refunded_fee"]!.ToJsonString()));
        Assert.True((long)Attributes(answer)["refunded"]! > 0);
        Assert.Equal("r1", (string?)Assert.Single(Attributes(answer)["refunds"]!.AsArray())!["reference_id"]);
    }

    [Fact]
    public async Task After_a_dispute_that_was_won_a_refund_that_is_too_large_spends_no_reference()
    {
        var invoice = await _shop.PaidAsync();
        foreach (var state in new[] { "Open", "Won" })
            Assert.Equal(200, (int)(await server.Checkout.PostAsync("/sandbox/dispute", new JsonObject { ["Reference"] = (string?)Attributes(invoice)["reference_id"], ["State"] = state })).Status);
        Assert.Equal(["422 limit_violation /data/attributes/amount"], Faults(await RefundAsync(invoice, new() { ["amount"] = 1000, ["reference_id"] = "won" })));
        Assert.Equal("processed", (string?)Attributes(await RefundAsync(invoice, new() { ["amount"] = 5, ["reference_id"] = "won" }))["status"]);
    }

    [Fact]
    public async Task Partial_refunds_go_on_until_nothing_is_left_and_never_beyond()
    {
        var invoice = await _shop.PaidAsync();
        Assert.Equal(HttpStatusCode.OK, (await RefundAsync(invoice, new() { ["reference_id"] = "a", ["amount"] = 4 })).Status);
        Assert.Equal(["422 limit_violation /data/attributes/amount"], Faults(await RefundAsync(invoice, new() { ["reference_id"] = "b", ["amount"] = 6.51m })));
        Assert.Equal(HttpStatusCode.OK, (await RefundAsync(invoice, new() { ["reference_id"] = "b", ["amount"] = 1.5m })).Status);
        var rest = await RefundAsync(invoice, new() { ["reference_id"] = "c" });
        Assert.Equal("5", Attributes(rest)["amount"]!.ToJsonString());

        var read = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal(("refunded", "10.5", 3), ((string?)read["status"], read["refunded_amount"]!.ToJsonString(), read["refunds"]!.AsArray().Count));
        Assert.Equal(["409 conflict"], Faults(await RefundAsync(invoice, new() { ["reference_id"] = "d", ["amount"] = 1 })));
    }

    [Fact]
    public async Task The_same_refund_asked_twice_is_made_once()
    {
        var invoice = await _shop.PaidAsync();
        var first = await RefundAsync(invoice, new() { ["reference_id"] = "r1", ["amount"] = 4 });
        Assert.Equal(first.Body, (await RefundAsync(invoice, new() { ["reference_id"] = "r1", ["amount"] = 4 })).Body);
        Assert.Equal(["422 not_unique /data/attributes/reference_id"], Faults(await RefundAsync(invoice, new() { ["reference_id"] = "r1", ["amount"] = 5 })));
        Assert.Equal("4", Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["refunded_amount"]!.ToJsonString());

        // The reference is the invoice's own: another one may use it too.
        Assert.Equal(HttpStatusCode.OK, (await RefundAsync(await _shop.PaidAsync(), new() { ["reference_id"] = "r1", ["amount"] = 5 })).Status);
    }

    [Fact]
    public async Task What_is_wrong_with_a_refund_is_named()
    {
        var invoice = await _shop.PaidAsync();
        var answer = await RefundAsync(invoice, new() { ["invoiceId"] = "cpi_0000000000000000", ["amount"] = 0 });
        Assert.Equal(["422 invalid /data/attributes/invoiceId", "422 required /data/attributes/reference_id", "422 invalid /data/attributes/amount"], Faults(answer));
        Assert.Equal(["409 conflict"], Faults(await RefundAsync(await _shop.CreateAsync(Invoice()), new() { ["reference_id"] = "r1" })));
    }

    [Fact]
    public async Task A_refund_that_takes_its_time_shows_on_the_invoice()
    {
        var invoice = await _shop.PaidAsync(Invoice(amount: 100.04m));
        var refund = await RefundAsync(invoice, new() { ["reference_id"] = "slow" });
        Assert.Equal("process_pending", (string?)Attributes(refund)["status"]);
        Assert.Equal("refund_pending", (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["status"]);
        Assert.Equal(["409 conflict"], Faults(await RefundAsync(invoice, new() { ["reference_id"] = "more", ["amount"] = 1 })));
    }

    private Task<Answer> RefundAsync(Answer invoice, JsonObject attributes) => _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", Document(attributes, "refund"));
}
