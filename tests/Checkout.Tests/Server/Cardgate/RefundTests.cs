using System.Net;
using System.Text.Json.Nodes;
using Checkout.Tests.Server.Notices;
using static Checkout.Tests.Server.Cardgate.CardgateShop;

namespace Checkout.Tests.Server.Cardgate;

/// <summary>Refunds: in parts, asked twice, refused, and those that take their time. What tells the two generations apart is in <see cref="RefundModelTests"/>.</summary>
public sealed class RefundTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly CardgateShop _shop = new(server.Checkout);

    [Fact]
    public async Task It_is_refunded_when_the_money_went_back_and_not_when_that_was_asked_for()
    {
        var invoice = await _shop.PaidAsync(Invoice(Orders.NewReference("late") + "--refund-pending-120"));
        Assert.Equal("process_pending", (string?)Attributes(await _shop.RefundAsync(invoice, new() { ["reference_id"] = "late" }))["status"]);
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
        Assert.Equal(["422 limit_violation /data/attributes/amount"], Faults(await _shop.RefundAsync(invoice, new() { ["amount"] = 1000, ["reference_id"] = "won" })));
        Assert.Equal("processed", (string?)Attributes(await _shop.RefundAsync(invoice, new() { ["amount"] = 5, ["reference_id"] = "won" }))["status"]);
    }

    [Fact]
    public async Task Partial_refunds_go_on_until_nothing_is_left_and_never_beyond()
    {
        var invoice = await _shop.PaidAsync();
        Assert.Equal(HttpStatusCode.OK, (await _shop.RefundAsync(invoice, new() { ["reference_id"] = "a", ["amount"] = 4 })).Status);
        Assert.Equal(["422 limit_violation /data/attributes/amount"], Faults(await _shop.RefundAsync(invoice, new() { ["reference_id"] = "b", ["amount"] = 6.51m })));
        Assert.Equal(HttpStatusCode.OK, (await _shop.RefundAsync(invoice, new() { ["reference_id"] = "b", ["amount"] = 1.5m })).Status);
        var rest = await _shop.RefundAsync(invoice, new() { ["reference_id"] = "c" });
        Assert.Equal("5", Attributes(rest)["amount"]!.ToJsonString());

        var read = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.Equal(("refunded", "10.5", 3), ((string?)read["status"], read["refunded_amount"]!.ToJsonString(), read["refunds"]!.AsArray().Count));
        Assert.Equal(["409 conflict"], Faults(await _shop.RefundAsync(invoice, new() { ["reference_id"] = "d", ["amount"] = 1 })));
    }

    [Fact]
    public async Task The_same_refund_asked_twice_is_made_once()
    {
        var invoice = await _shop.PaidAsync();
        var first = await _shop.RefundAsync(invoice, new() { ["reference_id"] = "r1", ["amount"] = 4 });
        Assert.Equal(first.Body, (await _shop.RefundAsync(invoice, new() { ["reference_id"] = "r1", ["amount"] = 4 })).Body);
        Assert.Equal(["422 not_unique /data/attributes/reference_id"], Faults(await _shop.RefundAsync(invoice, new() { ["reference_id"] = "r1", ["amount"] = 5 })));
        Assert.Equal("4", Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["refunded_amount"]!.ToJsonString());

        // The reference is the invoice's own: another one may use it too.
        Assert.Equal(HttpStatusCode.OK, (await _shop.RefundAsync(await _shop.PaidAsync(), new() { ["reference_id"] = "r1", ["amount"] = 5 })).Status);
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
            _shop.RefundAsync($"{number}", new() { ["reference_id"] = reference, ["amount"] = amount });

        Assert.Equal(["422 limit_violation /data/attributes/amount"], Faults(await AskAsync("a", 10.01m)));
        Assert.Equal("processed", (string?)Attributes(await AskAsync("a", 4))["status"]);
        Assert.Equal("6", Attributes(await AskAsync("b", null))["amount"]!.ToJsonString());
        Assert.Equal("10", Attributes(await _shop.GetAsync(path))["refunded_amount"]!.ToJsonString());
    }

    [Fact]
    public async Task What_is_wrong_with_a_refund_is_named()
    {
        var invoice = await _shop.PaidAsync();
        var answer = await _shop.RefundAsync(invoice, new() { ["invoiceId"] = "cpi_0000000000000000", ["amount"] = 0 });
        Assert.Equal(["422 invalid /data/attributes/invoiceId", "422 required /data/attributes/reference_id", "422 invalid /data/attributes/amount"], Faults(answer));
        Assert.Equal(["409 conflict"], Faults(await _shop.RefundAsync(await _shop.CreateAsync(Invoice()), new() { ["reference_id"] = "r1" })));
    }

    [Fact]
    public async Task A_refund_that_takes_its_time_shows_on_the_invoice()
    {
        var invoice = await _shop.PaidAsync(Invoice(amount: 100.04m));
        var refund = await _shop.RefundAsync(invoice, new() { ["reference_id"] = "slow" });
        Assert.Equal("process_pending", (string?)Attributes(refund)["status"]);
        Assert.Equal("refund_pending", (string?)Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["status"]);
        Assert.Equal(["409 conflict"], Faults(await _shop.RefundAsync(invoice, new() { ["reference_id"] = "more", ["amount"] = 1 })));
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
        var asked = await _shop.RefundAsync(invoice, isOld, new() { ["reference_id"] = "r1", ["amount"] = 4 });
        Assert.Equal(isOld ? "refund_pending" : "process_pending", (string?)Attributes(asked)["status"]);
        Assert.Equal(("refund_pending", null), await _shop.StandsAsync(invoice));
        Assert.Equal(["409 conflict"], Faults(await _shop.RefundAsync(invoice, isOld, new() { ["reference_id"] = "r2", ["amount"] = 1 })));

        // A callback tells the state at the time it goes out, so the way has to be heard of before it ends.
        await HearsAsync("refund_pending");
        await server.Checkout.AdvanceAsync(TimeSpan.FromSeconds(6));
        await RunningCheckout.EventuallyAsync(() => _shop.StandsAsync(invoice), stands => stands.Status == "refund_failed");
        var read = Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)));
        Assert.All(new[] { "refunded", "refunded_amount", "refunded_fee" }, name => Assert.Null(read[name]));
        Assert.Equal(("10.5", true), (read["processed_amount"]!.ToJsonString(), (long)read["processed"]! > 0));
        var refund = Assert.Single(read["refunds"]!.AsArray())!;
        Assert.Equal(("process_failed", "4"), ((string?)refund["status"], refund["amount"]!.ToJsonString()));
        Assert.Equal("process_failed", (string?)Attributes(await _shop.GetAsync($"/refunds/{refund["id"]}"))["status"]);
        Assert.Equal("", await server.Checkout.GivenBackAsync(invoice));

        Assert.Equal("process_failed", (string?)(await HearsAsync("refund_failed"))["refunds"]![0]!["status"]);

        // The same one again shows what became of it; another one may have all there is.
        Assert.Equal(isOld ? "refund_failed" : "process_failed", (string?)Attributes(await _shop.RefundAsync(invoice, isOld, new() { ["reference_id"] = "r1", ["amount"] = 4 }))["status"]);
        var all = await _shop.RefundAsync(invoice, isOld, new() { ["reference_id"] = "r2" });
        Assert.Equal((HttpStatusCode.OK, "refund_pending"), (all.Status, (await _shop.StandsAsync(invoice)).Status));
        Assert.Equal("10.5", Attributes(await _shop.GetAsync("/payment-invoices/" + Id(invoice)))["refunds"]![1]!["amount"]!.ToJsonString());

        async Task<JsonNode> HearsAsync(string status) => (await RunningCheckout.EventuallyAsync(
            () => Task.FromResult(listener.About(reference)), heard => heard.Count > 0 && (string?)heard[^1].Invoice!["status"] == status))[^1].Invoice!;
    }
}
