using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>The two generations of refunds: how a request shows its own, and what each is answered (<c>spec/cardgate.md</c> §17).</summary>
public sealed class RefundModelTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static int _lastSite = 7950;

    private readonly CardgateShop _shop = new(server.Checkout);

    [Fact]
    public async Task The_new_model_is_answered_with_the_refund()
    {
        var invoice = await _shop.PaidAsync();
        var answer = await _shop.RefundAsync(invoice, new() { ["invoiceId"] = Id(invoice), ["amount"] = 4, ["reference_id"] = "r1", ["description"] = "one of two" });
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
    public async Task A_request_that_names_the_invoice_in_both_ways_is_of_the_new_model()
    {
        var invoice = await _shop.PaidAsync();
        var body = Document(new JsonObject { ["invoiceId"] = Id(invoice), ["reference_id"] = "r1", ["amount"] = 1 }, "refund");
        body["data"]!["id"] = Id(invoice);
        Assert.Equal("refunds", (string?)(await _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", body)).Json!["data"]!["type"]);
        body["data"]!["id"] = "cpi_0000000000000000";
        Assert.Equal(["422 invalid /data/id"], Faults(await _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", body)));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_generation_gives_back_parts_and_the_rest_once_and_no_more(bool isOld)
    {
        var invoice = await _shop.PaidAsync();
        var first = await _shop.RefundAsync(invoice, isOld, new() { ["reference_id"] = "a", ["amount"] = 4, ["description"] = "one of two" });
        Assert.Equal(("partially_refunded", "4"), await _shop.StandsAsync(invoice));
        Assert.Equal(first.Body, (await _shop.RefundAsync(invoice, isOld, new() { ["reference_id"] = "a", ["amount"] = 4 })).Body);
        Assert.Equal(["422 not_unique /data/attributes/reference_id"], Faults(await _shop.RefundAsync(invoice, isOld, new() { ["reference_id"] = "a", ["amount"] = 4.01m })));
        Assert.Equal(["422 limit_violation /data/attributes/amount"], Faults(await _shop.RefundAsync(invoice, isOld, new() { ["reference_id"] = "b", ["amount"] = 6.51m })));
        Assert.Equal(["422 invalid /data/attributes/amount"], Faults(await _shop.RefundAsync(invoice, isOld, new() { ["reference_id"] = "b", ["amount"] = 0 })));
        Assert.Equal(("partially_refunded", "4"), await _shop.StandsAsync(invoice));

        // A reference that was refused is free still, and no amount means all that is left.
        var rest = await _shop.RefundAsync(invoice, isOld, new() { ["reference_id"] = "b" });
        Assert.Equal(isOld ? Id(invoice) : (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["refunds"]![1]!["id"], Id(rest));
        Assert.Equal(("refunded", "10.5"), await _shop.StandsAsync(invoice));
        Assert.Equal(["409 conflict"], Faults(await _shop.RefundAsync(invoice, isOld, new() { ["reference_id"] = "c", ["amount"] = 1 })));
        Assert.Equal("refund 400, refund 650", await server.Checkout.GivenBackAsync(invoice));
    }

    [Fact]
    public async Task The_old_model_says_everything_of_the_invoice_and_names_the_refund_that_can_be_read()
    {
        var invoice = await _shop.PaidAsync();
        var before = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        var answer = await _shop.RefundAsync(invoice, isOld: true, new() { ["amount"] = 4.2m, ["description"] = "a mug" });
        Assert.Equal(answer.Body, (await _shop.GetAsync("/payment-invoices/" + Id(invoice))).Body);
        Assert.Equal(("payment-invoices", "/api/payment-invoices/" + Id(invoice)), ((string?)answer.Json!["data"]!["type"], (string?)answer.Json["data"]!["links"]!["self"]));

        // Nothing of the payment is another, but for what was given back.
        var changed = Attributes(answer).AsObject().Where(a => a.Value?.ToJsonString() != before[a.Key]?.ToJsonString()).Select(a => a.Key).Order();
        Assert.Equal(["refunded", "refunded_amount", "refunded_fee", "refunds", "status", "updated"], changed);
        var listed = Assert.Single(Attributes(answer)["refunds"]!.AsArray())!.AsObject();
        var id = (string)listed["id"]!;
        Assert.Matches("^ref_[0-9A-Za-z]{16}$", id);
        Assert.NotEmpty((string)listed["reference_id"]!);

        foreach (var prefix in new[] { "", "/api" })
        {
            var refund = (await _shop.GetAsync($"{prefix}/refunds/{id}")).Json!["data"]!;
            Assert.Equal(("refunds", id, "/refunds/" + id), ((string?)refund["type"], (string?)refund["id"], (string?)refund["links"]!["self"]));
            Assert.Equal(["reference_id", "original_id", "description", "status", "amount", "fee", "currency", "created"], refund["attributes"]!.AsObject().Select(a => a.Key));
            foreach (var (name, value) in refund["attributes"]!.AsObject()) Assert.Equal(value!.ToJsonString(), listed[name]!.ToJsonString());
        }
    }

    [Fact]
    public async Task A_request_that_does_not_show_its_generation_is_of_the_one_the_merchant_has()
    {
        var site = Interlocked.Increment(ref _lastSite);
        var shop = await ChallengeShop.OpenAsync(server.Checkout, site, default, new MerchantSettings { OldRefunds = true });
        var sold = await shop.SellsAsync();
        await shop.PassesAsync(sold);
        Task<Answer> AskAsync(JsonObject attributes) => _shop.PostAsync($"/payment-invoices/{sold.Invoice}/refund", Document(attributes, "refund"), shop.Key);

        var old = await AskAsync(new() { ["amount"] = 1 });
        Assert.Equal((HttpStatusCode.OK, sold.Invoice, "partially_refunded"), (old.Status, Id(old), (string?)Attributes(old)["status"]));
        var shown = await AskAsync(new() { ["invoiceId"] = sold.Invoice, ["reference_id"] = "r2", ["amount"] = 2 });
        Assert.Equal(("refunds", "r2"), ((string?)shown.Json!["data"]!["type"], (string?)Attributes(shown)["reference_id"]));
        Assert.Equal(["422 required /data/attributes/reference_id"], Faults(await AskAsync(new() { ["invoiceId"] = sold.Invoice, ["amount"] = 2 })));

        await server.Checkout.ChangeAsync(site, s => s with { OldRefunds = false });
        Assert.Equal(["422 required /data/attributes/reference_id"], Faults(await AskAsync(new() { ["amount"] = 1 })));
        Assert.Equal("refunds", (string?)(await AskAsync(new() { ["reference_id"] = "r3", ["amount"] = 1 })).Json!["data"]!["type"]);
    }
}
