using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Checkout.Tests.Server.Chain;
using Checkout.Tests.Server.MoneySafety;
using Checkout.Tests.Server.Payouts;

namespace Checkout.Tests.Server.Published;

/// <summary>
/// Between the published client and us stands something that drops the first answer of everything that is asked, or says 502 instead. The
/// client asks again, and nothing is charged, captured, cancelled, given back or paid out a second time (PAY-10).
/// </summary>
public sealed class DroppedAnswerTests(SandboxServer server) : IClassFixture<SandboxServer>, IAsyncLifetime
{
    private readonly ConcurrentDictionary<Passed, bool> _dropped = new();
    private Line _line = null!;
    private SdkClient _client = null!;

    public static TheoryData<Trouble> Troubles => [Trouble.ResetAfter, Trouble.ErrorAfter];

    public async Task InitializeAsync()
    {
        _line = await Line.OpenAsync(server.Checkout.Address);
        _client = new SdkClient(_line.Address);
    }

    public async Task DisposeAsync()
    {
        _client.Http.Dispose();
        await _line.DisposeAsync();
    }

    [Theory, MemberData(nameof(Troubles))]
    public async Task A_payment_is_made_captured_and_given_back_once(Trouble trouble)
    {
        Drop(trouble);
        var reference = Orders.NewReference("drop");
        var made = await _client.CreateAsync("/v1/payments", Orders.Direct(reference).With("GenerateCreditCardToken", true));
        Assert.Equal((201, 9), ((int)made.Status, made.StatusId));
        var id = (long)made.Payment["ID"]!;
        var captured = await _client.ActAsync($"/v1/payments/{id}/capture?amount=2000");
        Assert.Equal((200, 35), ((int)captured.Status, captured.StatusId));
        var refund = await _client.CreateAsync($"/v1/payments/{id}/refunds", Orders.Refund(reference + "-r", 1200));
        Assert.Equal((201, 2), ((int)refund.Status, (int)refund.Json!["Refund"]!["Status"]!["ID"]!));
        Assert.Equal(21, (await _client.ReadAsync($"/v1/payments/{id}")).StatusId);
        Assert.Equal("authorise 2599, capture 2000, refund 1200", await StatementAsync(reference));

        var token = (string)made.Payment["CreditCardToken"]!["Value"]!;
        var second = Orders.NewReference("drop");
        Assert.Equal(9, (await _client.CreateAsync("/v1/payments", Orders.ByToken(second, token))).StatusId);
        Assert.Equal("authorise 2599", await StatementAsync(second));
        AssertDropped(trouble, 4);
    }

    [Theory, MemberData(nameof(Troubles))]
    public async Task Held_money_is_let_go_once_and_reviews_are_decided_once(Trouble trouble)
    {
        Drop(trouble);
        var (held, doubted, dropped) = (Orders.NewReference("drop"), Orders.NewReference("drop"), Orders.NewReference("drop"));
        var id = (long)(await _client.CreateAsync("/v1/payments", Orders.Direct(held))).Payment["ID"]!;
        Assert.Equal(3, (await _client.ActAsync($"/v1/payments/{id}/cancel")).StatusId);
        Assert.Equal("authorise 2599, void 2599", await StatementAsync(held));

        id = (long)(await _client.CreateAsync("/v1/payments", ReviewTests.Challenged(doubted, 2599, capture: true))).Payment["ID"]!;
        Assert.Equal(11, (await _client.ActAsync($"/v1/payments/{id}/challenge/accept")).StatusId);
        Assert.Equal("authorise 2599, capture 2599", await StatementAsync(doubted));

        id = (long)(await _client.CreateAsync("/v1/payments", ReviewTests.Challenged(dropped, 2599, capture: true))).Payment["ID"]!;
        var rejected = await _client.ActAsync($"/v1/payments/{id}/challenge/reject");
        Assert.Equal((400, 3), ((int)rejected.Status, rejected.StatusId));
        Assert.Equal("authorise 2599, void 2599", await StatementAsync(dropped));
        AssertDropped(trouble, 6);
    }

    [Theory, MemberData(nameof(Troubles))]
    public async Task A_payout_is_paid_once(Trouble trouble)
    {
        Drop(trouble);
        var reference = Orders.NewReference("drop");
        var made = await _client.CreateAsync("/v1/payouts", PayoutShop.Order(reference));
        Assert.Equal((201, 2), ((int)made.Status, made.State()));
        Assert.Equal("payout 500", await StatementAsync(reference));
        AssertDropped(trouble, 1);
    }

    [Theory, MemberData(nameof(Troubles))]
    public async Task Refusals_are_the_same_the_second_time(Trouble trouble)
    {
        Drop(trouble);
        var reference = Orders.NewReference("drop");
        var declined = await _client.CreateAsync("/v1/payments", Orders.Direct(reference, Orders.Declined));
        Assert.Equal((400, 4, 5005), ((int)declined.Status, declined.StatusId, declined.Codes.Single()));
        Assert.Equal((400, 20), Refused(await _client.CreateAsync("/v1/payments", Orders.Direct(reference))));
        Assert.Equal((400, 1006), Refused(await _client.ActAsync($"/v1/payments/{declined.Payment["ID"]}/capture")));
        Assert.Equal((404, 17), Refused(await _client.ActAsync("/v1/payments/2000000000/cancel")));
        Assert.Equal("authorise 2599", await StatementAsync(reference));
        AssertDropped(trouble, 4);
    }

    /// <summary>Every business outcome, over a good line: none of them looks like trouble of ours.</summary>
    [Fact]
    public async Task No_outcome_opens_a_circuit_breaker()
    {
        var reference = Orders.NewReference("calm");
        JsonNode[] orders =
        [
            Orders.Direct(reference), Orders.Direct(reference), Orders.Hosted(Orders.NewReference()), Orders.Direct(Orders.NewReference(), Orders.Declined),
            Orders.Direct(Orders.NewReference(), "4000000000009995"), Orders.Direct(Orders.NewReference(), amount: 10001), Orders.Direct(Orders.NewReference(), currency: "QQQ"),
            Orders.ByToken(Orders.NewReference(), new string('A', 32)), Orders.Direct(Orders.NewReference()).With("Customer.Email", "deny@deny.com"),
            ReviewTests.Challenged(Orders.NewReference(), 2599, capture: false), Orders.Direct(Orders.NewReference()).With("3DSecure", true), new JsonObject(),
            Orders.Direct(Orders.NewReference(), Orders.Unanswered),
        ];
        foreach (var order in orders) await _client.CreateAsync("/v1/payments", order);
        var id = (await _client.ReadAsync($"/v1/payments?merchantTransactionID={reference}")).Json!["Payments"]![0]!["ID"]!;
        foreach (var action in new[] { "capture?amount=0", "capture?amount=9999999", "challenge/accept", "challenge/reject", "capture", "capture", "cancel" }) await _client.ActAsync($"/v1/payments/{id}/{action}");
        foreach (var amount in new[] { 999999, 2000, 2000, 599 }) await _client.CreateAsync($"/v1/payments/{id}/refunds", Orders.Refund(Orders.NewReference("back"), amount));
        foreach (var number in new[] { Orders.Visa, Orders.Declined, "1" }) await _client.CreateAsync("/v1/payouts", PayoutShop.Order(Orders.NewReference("out"), number));
        foreach (var path in new[] { "/v1/payments/1", "/v1/payouts/1", "/v1/payments?limit=x", "/v1/nothing", "/v1/card/token/x", $"/v1/payments/{id}/captures/1" }) await _client.ReadAsync(path);
        Assert.Empty(_client.Alarming);
        Assert.Equal(0, _client.Lost);
    }

    private void Drop(Trouble trouble) => _line.Has = passed => passed.Method == "POST" && _dropped.TryAdd(passed, true) ? trouble : null;

    /// <summary>Each was asked twice, and the trouble was one that the client sees.</summary>
    private void AssertDropped(Trouble trouble, int calls)
    {
        Assert.Equal(calls, _dropped.Count);
        Assert.Equal(2 * calls, _line.Passed.Count(p => p.Method == "POST"));
        if (trouble == Trouble.ErrorAfter) Assert.Equal(calls, _client.Alarming.Count);
    }

    private async Task<string> StatementAsync(string reference) =>
        string.Join(", ", (await server.Checkout.LedgerAsync(reference)).Select(l => FormattableString.Invariant($"{l.Kind} {l.Amount}")));

    private static (int, int) Refused(Answer answer) => ((int)answer.Status, answer.Codes.Single());
}
