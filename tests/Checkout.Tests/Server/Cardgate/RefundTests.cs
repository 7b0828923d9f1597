using System.Net;
using System.Text.Json.Nodes;
using Checkout.Core.Merchants;
using Checkout.Tests.Server.Notices;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Refunds in both generations of the dialect.</summary>
public sealed class RefundTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private static int _lastSite = 7950;

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
    public async Task It_is_refunded_when_the_money_went_back_and_not_when_that_was_asked_for()
    {
        var invoice = await _shop.PaidAsync(Invoice(Orders.NewReference("late") + "--refund-pending-120"));
        Assert.Equal("process_pending", (string?)Attributes(await RefundAsync(invoice, new() { ["reference_id"] = "late" }))["status"]);
        await server.Checkout.AdvanceAsync(TimeSpan.FromMinutes(5));
        var path = "/payment-invoices/" + Id(invoice);
        await RunningCheckout.EventuallyAsync(async () => (string?)Attributes(await _shop.GetAsync(path))["status"], status => status == "refunded");
        var over = Attributes(await _shop.GetAsync(path));
        Assert.InRange((long)over["refunded"]!, (long)over["created"]! + 120, (long)over["updated"]!);
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
    public async Task A_request_that_names_the_invoice_in_both_ways_is_of_the_new_model()
    {
        var invoice = await _shop.PaidAsync();
        var body = Document(new JsonObject { ["invoiceId"] = Id(invoice), ["reference_id"] = "r1", ["amount"] = 1 }, "refund");
        body["data"]!["id"] = Id(invoice);
        Assert.Equal("refunds", (string?)(await _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", body)).Json!["data"]!["type"]);
        body["data"]!["id"] = "cpi_0000000000000000";
        Assert.Equal(["422 invalid /data/id"], Faults(await _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", body)));
    }

    [Fact]
    public async Task Of_a_payment_that_was_taken_in_part_that_part_goes_back()
    {
        var held = await server.Checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()));
        var number = (long)held.Payment["ID"]!;
        await server.Checkout.PostAsync($"/v1/payments/{number}/capture?amount=1000");
        var path = $"/payment-invoices/{number}";
        Assert.Equal("partially_processed", (string?)Attributes(await _shop.GetAsync(path))["status"]);
        Task<Answer> AskAsync(string reference, decimal? amount) =>
            _shop.PostAsync(path + "/refund", Document(new JsonObject { ["reference_id"] = reference, ["amount"] = amount }, "refund"));

        Assert.Equal(["422 limit_violation /data/attributes/amount"], Faults(await AskAsync("a", 10.01m)));
        Assert.Equal("processed", (string?)Attributes(await AskAsync("a", 4))["status"]);
        Assert.Equal("6", Attributes(await AskAsync("b", null))["amount"]!.ToJsonString());
        Assert.Equal("10", Attributes(await _shop.GetAsync(path))["refunded_amount"]!.ToJsonString());
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_generation_gives_back_parts_and_the_rest_once_and_no_more(bool isOld)
    {
        var invoice = await _shop.PaidAsync();
        var first = await AsksAsync(invoice, isOld, new() { ["reference_id"] = "a", ["amount"] = 4, ["description"] = "one of two" });
        Assert.Equal(("partially_refunded", "4"), await StandsAsync(invoice));
        Assert.Equal(first.Body, (await AsksAsync(invoice, isOld, new() { ["reference_id"] = "a", ["amount"] = 4 })).Body);
        Assert.Equal(["422 not_unique /data/attributes/reference_id"], Faults(await AsksAsync(invoice, isOld, new() { ["reference_id"] = "a", ["amount"] = 4.01m })));
        Assert.Equal(["422 limit_violation /data/attributes/amount"], Faults(await AsksAsync(invoice, isOld, new() { ["reference_id"] = "b", ["amount"] = 6.51m })));
        Assert.Equal(["422 invalid /data/attributes/amount"], Faults(await AsksAsync(invoice, isOld, new() { ["reference_id"] = "b", ["amount"] = 0 })));
        Assert.Equal(("partially_refunded", "4"), await StandsAsync(invoice));

        // A reference that was refused is free still, and no amount means all that is left.
        var rest = await AsksAsync(invoice, isOld, new() { ["reference_id"] = "b" });
        Assert.Equal(isOld ? Id(invoice) : (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["refunds"]![1]!["id"], Id(rest));
        Assert.Equal(("refunded", "10.5"), await StandsAsync(invoice));
        Assert.Equal(["409 conflict"], Faults(await AsksAsync(invoice, isOld, new() { ["reference_id"] = "c", ["amount"] = 1 })));
        Assert.Equal("refund 400, refund 650", await GivenBackAsync(invoice));
    }

    [Fact]
    public async Task The_old_model_says_everything_of_the_invoice_and_names_the_refund_that_can_be_read()
    {
        var invoice = await _shop.PaidAsync();
        var before = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        var answer = await AsksAsync(invoice, isOld: true, new() { ["amount"] = 4.2m, ["description"] = "a mug" });
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

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_refund_that_fails_later_gives_nothing_back_and_is_told(bool isOld)
    {
        await using var listener = await ReceivingShop.OpenAsync();
        listener.Answers = _ => Task.FromResult(200);
        var invoice = await _shop.PaidAsync(Invoice(Orders.NewReference("fails") + "--refund-fails-later").And("callback_url", listener.Url));
        var reference = (string)Attributes(invoice)["reference_id"]!;
        var asked = await AsksAsync(invoice, isOld, new() { ["reference_id"] = "r1", ["amount"] = 4 });
        Assert.Equal(isOld ? "refund_pending" : "process_pending", (string?)Attributes(asked)["status"]);
        Assert.Equal(("refund_pending", null), await StandsAsync(invoice));
        Assert.Equal(["409 conflict"], Faults(await AsksAsync(invoice, isOld, new() { ["reference_id"] = "r2", ["amount"] = 1 })));

        // A callback tells the state at the time it goes out, so the way has to be heard of before it ends.
        await HearsAsync("refund_pending");
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(6));
        await RunningCheckout.EventuallyAsync(() => StandsAsync(invoice), stands => stands.Status == "refund_failed");
        var read = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.All(new[] { "refunded", "refunded_amount", "refunded_fee" }, name => Assert.Null(read[name]));
        Assert.Equal(("10.5", true), (read["processed_amount"]!.ToJsonString(), (long)read["processed"]! > 0));
        var refund = Assert.Single(read["refunds"]!.AsArray())!;
        Assert.Equal(("process_failed", "4"), ((string?)refund["status"], refund["amount"]!.ToJsonString()));
        Assert.Equal("process_failed", (string?)Attributes(await _shop.GetAsync($"/refunds/{refund["id"]}"))["status"]);
        Assert.Equal("", await GivenBackAsync(invoice));

        Assert.Equal("process_failed", (string?)(await HearsAsync("refund_failed"))["refunds"]![0]!["status"]);

        // The same one again shows what became of it; another one may have all there is.
        Assert.Equal(isOld ? "refund_failed" : "process_failed", (string?)Attributes(await AsksAsync(invoice, isOld, new() { ["reference_id"] = "r1", ["amount"] = 4 }))["status"]);
        var all = await AsksAsync(invoice, isOld, new() { ["reference_id"] = "r2" });
        Assert.Equal((HttpStatusCode.OK, "refund_pending"), (all.Status, (await StandsAsync(invoice)).Status));
        Assert.Equal("10.5", Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["refunds"]![1]!["amount"]!.ToJsonString());

        async Task<JsonNode> HearsAsync(string status) => (await RunningCheckout.EventuallyAsync(
            () => Task.FromResult(listener.About(reference)), heard => heard.Count > 0 && (string?)heard[^1].Invoice!["status"] == status))[^1].Invoice!;
    }

    /// <summary>Asks in the words of one generation: the old one names the invoice in <c>data.id</c>, the new one inside.</summary>
    private Task<Answer> AsksAsync(Answer invoice, bool isOld, JsonObject attributes)
    {
        var body = Document(isOld ? attributes : attributes.And("invoiceId", Id(invoice)), "refund");
        if (isOld) body["data"]!["id"] = Id(invoice);
        return _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", body);
    }

    private async Task<(string Status, string? Refunded)> StandsAsync(Answer invoice)
    {
        var read = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        return ((string)read["status"]!, read["refunded_amount"]?.ToJsonString());
    }

    private async Task<string> GivenBackAsync(Answer invoice) => string.Join(
        ", ", (await server.Checkout.LedgerAsync((string)Attributes(invoice)["reference_id"]!)).Where(l => l is { Kind: "refund", State: "approved" }).Select(l => $"{l.Kind} {l.Amount}"));

    private Task<Answer> RefundAsync(Answer invoice, JsonObject attributes) => _shop.PostAsync($"/payment-invoices/{Id(invoice)}/refund", Document(attributes, "refund"));
}
