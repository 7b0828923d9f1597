using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.MoneySafety;

/// <summary>What is taken never exceeds what was held, and what is given back never what was taken (PAY-8).</summary>
public sealed class CaptureAndRefundTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public async Task Of_many_refunds_of_sixty_percent_at_once_one_is_made()
    {
        var reference = Orders.NewReference();
        var id = await PaidAsync(reference, 1000);
        var answers = await DoubleSubmitTests.AtOnceAsync(32, _ => RefundAsync(id, 600));

        Assert.Single(answers, a => (int)a.Status == 201);
        Assert.All(answers.Where(a => (int)a.Status != 201), a => Assert.Contains(a.Codes.Single(), new[] { 2206, 2207 }));
        Assert.Equal(600, Assert.Single(await RefundsAsync(reference)).Amount);
        Assert.Equal(21, (await server.Checkout.GetAsync($"/v1/payments/{id}")).StatusId);
    }

    [Fact]
    public async Task A_refund_of_too_much_is_on_record_as_failed()
    {
        var reference = Orders.NewReference();
        var id = await PaidAsync(reference, 1000);
        Assert.Equal(201, (int)(await RefundAsync(id, 600)).Status);
        var answer = await RefundAsync(id, 600);
        var refund = answer.Json!["Refund"]!;
        Assert.Equal((400, 4, 2206), ((int)answer.Status, (int)refund["Status"]!["ID"]!, Assert.Single(answer.Codes)));
        Assert.True((long)refund["ID"]! > 0);

        var list = (await server.Checkout.GetAsync($"/v1/payments/{id}/refunds")).Json!["Refunds"]!.AsArray();
        Assert.Equal([4, 2], list.Select(r => (int)r!["Status"]!["ID"]!));
        Assert.Equal(22, await StatusAfterAsync(id, 400));
        Assert.Equal(1000, (await RefundsAsync(reference)).Sum(r => r.Amount));
        Assert.Equal(2205, (await RefundAsync(id, 1)).Codes.Single());
    }

    [Fact]
    public async Task Of_many_captures_at_once_one_is_made()
    {
        var reference = Orders.NewReference();
        var id = (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference))).Payment["ID"];
        var answers = await DoubleSubmitTests.AtOnceAsync(16, i => server.Checkout.PostAsync($"/v1/payments/{id}/capture{(i % 2 == 0 ? "" : "?amount=100")}"));
        Assert.Single(answers, a => (int)a.Status == 200);
        Assert.All(answers.Where(a => (int)a.Status != 200), a => Assert.Contains(a.Codes.Single(), new[] { 1006, 1010 }));
        Assert.Single(await server.Checkout.LedgerAsync(reference), l => l.Kind == "capture");
    }

    [Fact]
    public async Task A_capture_and_a_cancel_at_once_end_in_one_of_both()
    {
        for (var round = 0; round < 6; round++)
        {
            var reference = Orders.NewReference();
            var id = (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference))).Payment["ID"];
            var answers = await DoubleSubmitTests.AtOnceAsync(8, i => server.Checkout.PostAsync($"/v1/payments/{id}/{(i % 2 == 0 ? "capture" : "cancel")}"));
            var told = Assert.Single(answers, a => (int)a.Status == 200).StatusId;
            Assert.Contains((told, (await server.Checkout.LedgerAsync(reference))[^1].Kind), new[] { (11, "capture"), (3, "void") });
            Assert.Equal(told, (await server.Checkout.GetAsync($"/v1/payments/{id}")).StatusId);
        }
    }

    [Theory]
    [InlineData("capture?amount=2600", 1013)]
    [InlineData("capture?amount=0", 1012)]
    public async Task A_capture_of_too_much_or_nothing_is_refused(string action, int code)
    {
        var reference = Orders.NewReference();
        var id = (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference))).Payment["ID"];
        var answer = await server.Checkout.PostAsync($"/v1/payments/{id}/{action}");
        Assert.Equal((400, code), ((int)answer.Status, Assert.Single(answer.Codes)));
        Assert.Single(await server.Checkout.LedgerAsync(reference));
        Assert.Equal(9, (await server.Checkout.GetAsync($"/v1/payments/{id}")).StatusId);
    }

    [Fact]
    public async Task A_capture_of_too_much_stays_on_record_and_stands_in_the_way_of_nothing()
    {
        var id = (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()))).Payment["ID"];
        var name = Orders.NewReference("request");
        var refused = await server.Checkout.PostAsync($"/v1/payments/{id}/capture?amount=2600", requestId: name);
        Assert.Equal(refused.Body, (await server.Checkout.PostAsync($"/v1/payments/{id}/capture?amount=2600", requestId: name)).Body);
        Assert.Equal(11, (await server.Checkout.PostAsync($"/v1/payments/{id}/capture")).StatusId);
        var captures = (await server.Checkout.GetAsync($"/v1/payments/{id}/captures")).Json!["Captures"]!.AsArray();
        Assert.Equal([(2599, 2), (2600, 4)], captures.Select(c => ((int)c!["Amount"]!, (int)c["Status"]!["ID"]!)));
        Assert.Equal("Capture.Amount exceeds authorization amount", (string?)captures[1]!["Status"]!["Reasons"]![0]!["Info"]);

        // However often a program asks, it fills no disk.
        var other = (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()))).Payment["ID"];
        for (var i = 0; i < 110; i++) Assert.Equal(1013, (await server.Checkout.PostAsync($"/v1/payments/{other}/capture?amount=2600")).Codes.Single());
        Assert.Equal(99, (await server.Checkout.GetAsync($"/v1/payments/{other}/captures")).Json!["Captures"]!.AsArray().Count);
        Assert.Equal(11, (await server.Checkout.PostAsync($"/v1/payments/{other}/capture")).StatusId);
    }

    [Fact]
    public async Task A_partial_capture_lets_the_rest_go_and_is_the_only_one()
    {
        var reference = Orders.NewReference();
        var id = (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference))).Payment["ID"];
        var captured = await server.Checkout.PostAsync($"/v1/payments/{id}/capture?amount=1000");
        Assert.Equal((200, 35, "1000"), ((int)captured.Status, captured.StatusId, (string)captured.Payment["CapturedAmount"]!));
        Assert.Equal(1006, (await server.Checkout.PostAsync($"/v1/payments/{id}/capture?amount=1000")).Codes.Single());
        Assert.Equal(2206, (await RefundAsync(id!, 1001)).Codes.Single());
        Assert.Equal(22, await StatusAfterAsync(id!, 1000));
        Assert.Equal([2599L, 1000, 1000], (await server.Checkout.LedgerAsync(reference)).Select(l => l.Amount));
    }

    [Fact]
    public async Task Nothing_can_be_captured_or_given_back_before_it_is_paid_or_after_it_ended()
    {
        var open = (await server.Checkout.PostAsync("/v1/payments", Orders.Hosted(Orders.NewReference()))).Payment["ID"];
        var failed = (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference(), Orders.Declined))).Payment["ID"];
        foreach (var id in new[] { open, failed })
        {
            foreach (var action in new[] { "capture", "cancel" }) Assert.Equal(1006, (await server.Checkout.PostAsync($"/v1/payments/{id}/{action}")).Codes.Single());
            Assert.Equal(2205, (await RefundAsync(id!, 1)).Codes.Single());
        }
    }

    private async Task<JsonNode> PaidAsync(string reference, long amount) =>
        (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference, amount: amount).With("Capture", true))).Payment["ID"]!;

    private Task<Answer> RefundAsync(JsonNode id, long amount) => server.Checkout.PostAsync($"/v1/payments/{id}/refunds", Orders.Refund(Orders.NewReference("refund"), amount));

    private async Task<int> StatusAfterAsync(JsonNode id, long refund)
    {
        Assert.Equal(201, (int)(await RefundAsync(id, refund)).Status);
        return (await server.Checkout.GetAsync($"/v1/payments/{id}")).StatusId;
    }

    private async Task<IEnumerable<Checkout.Connectors.Simulator.LedgerLine>> RefundsAsync(string reference) =>
        (await server.Checkout.LedgerAsync(reference)).Where(l => l.Kind == "refund");
}
