using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.MoneySafety;

/// <summary>Requests that a client sends again because it never saw the answer (PAY-10): one effect, and the same bytes each time.</summary>
public sealed class RepeatedRequestTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    [Fact]
    public async Task A_repeated_payment_gets_the_same_bytes_and_charges_once()
    {
        var reference = Orders.NewReference();
        var order = Orders.Direct(reference).With("GenerateCreditCardToken", true);
        var first = await server.Checkout.PostAsync("/v1/payments", order, "request-1");
        Assert.Equal(201, (int)first.Status);
        for (var i = 0; i < 3; i++) Same(first, await server.Checkout.PostAsync("/v1/payments", order, "request-1"));

        // The security code is kept nowhere, so it cannot tell two requests apart.
        Same(first, await server.Checkout.PostAsync("/v1/payments", order.With("Card.SecurityCode", "321"), "request-1"));
        Assert.Single(await server.Checkout.LedgerAsync(reference));
    }

    [Theory]
    [InlineData("Amount", "2600")]
    [InlineData("Currency", "\"USD\"")]
    [InlineData("MerchantTransactionID", "\"another\"")]
    [InlineData("Card.Number", "\"4548812049400004\"")]
    [InlineData("Card.ExpirationYear", "\"2032\"")]
    [InlineData("Capture", "true")]
    [InlineData("Customer", "{\"Email\":\"ana@shop.example\"}")]
    public async Task Another_request_under_the_same_name_is_refused_and_does_nothing(string field, string value)
    {
        var (reference, name) = (Orders.NewReference(), Orders.NewReference("request"));
        var first = await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference), name);
        var other = Orders.Direct(reference).With(field, JsonNode.Parse(value));
        for (var i = 0; i < 2; i++)
        {
            var answer = await server.Checkout.PostAsync("/v1/payments", other, name);
            Assert.Equal((400, 20), ((int)answer.Status, Assert.Single(answer.Codes)));
        }

        Assert.Single(await server.Checkout.LedgerAsync(reference));
        Assert.Empty(await server.Checkout.LedgerAsync("another"));
        Same(first, await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference), name));
    }

    [Fact]
    public async Task Many_at_once_under_one_name_charge_once_and_all_get_the_same_bytes()
    {
        var (reference, name) = (Orders.NewReference(), Orders.NewReference("request"));
        var answers = await DoubleSubmitTests.AtOnceAsync(16, _ => server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference), name));
        Assert.Equal(201, (int)answers[0].Status);
        Assert.All(answers, answer => Same(answers[0], answer));
        Assert.Single(await server.Checkout.LedgerAsync(reference));
    }

    [Fact]
    public async Task A_refusal_is_repeated_too()
    {
        var name = Orders.NewReference("request");
        var order = Orders.Direct(Orders.NewReference(), Orders.Declined);
        var first = await server.Checkout.PostAsync("/v1/payments", order, name);
        Assert.Equal((400, 4), ((int)first.Status, first.StatusId));
        Same(first, await server.Checkout.PostAsync("/v1/payments", order, name));

        var bad = Orders.Direct(Orders.NewReference(), amount: -1);
        var refused = await server.Checkout.PostAsync("/v1/payments", bad, name + "-bad");
        Same(refused, await server.Checkout.PostAsync("/v1/payments", bad, name + "-bad"));
    }

    [Fact]
    public async Task Repeated_captures_refunds_and_cancels_move_money_once()
    {
        var reference = Orders.NewReference();
        var id = (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference))).Payment["ID"];
        await TwiceAsync($"/v1/payments/{id}/capture", null, 200);
        await TwiceAsync($"/v1/payments/{id}/refunds", Orders.Refund(Orders.NewReference(), 1000), 201);
        Assert.Equal(["authorise", "capture", "refund"], (await server.Checkout.LedgerAsync(reference)).Select(l => l.Kind));

        var other = Orders.NewReference();
        var cancelled = (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(other))).Payment["ID"];
        await TwiceAsync($"/v1/payments/{cancelled}/cancel", null, 200);
        Assert.Equal(["authorise", "void"], (await server.Checkout.LedgerAsync(other)).Select(l => l.Kind));
    }

    [Fact]
    public async Task The_same_name_belongs_to_one_merchant_and_one_address()
    {
        var credentials = await server.Checkout.AddMerchantAsync(7003);
        var (reference, name) = (Orders.NewReference(), Orders.NewReference("request"));
        var first = await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference), name);
        var foreign = await server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", Orders.Direct(reference).ToJsonString(), credentials, name);
        Assert.Equal((201, 7003), ((int)foreign.Status, (int)foreign.Payment["SiteID"]!));
        Assert.Equal(11, (await server.Checkout.PostAsync($"/v1/payments/{first.Payment["ID"]}/capture", requestId: name)).StatusId);

        // A reading is never a repetition.
        var read = await server.Checkout.SendAsync(HttpMethod.Get, $"/v1/payments/{first.Payment["ID"]}", requestId: name);
        Assert.Equal(11, read.StatusId);
    }

    [Fact]
    public async Task A_path_written_differently_is_the_same_address()
    {
        var (reference, name) = (Orders.NewReference(), Orders.NewReference("request"));
        var first = await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference), name);
        Same(first, await server.Checkout.PostAsync("/V1/Payments/", Orders.Direct(reference), name));
    }

    [Fact]
    public async Task A_repetition_after_a_restart_gets_the_same_bytes()
    {
        var directory = Directory.CreateTempSubdirectory("checkout-").FullName;
        var order = Orders.Direct(Orders.NewReference()).With("GenerateCreditCardToken", true);
        Answer first;
        await using (var before = await RunningCheckout.StartAsync(directory: directory)) first = await before.PostAsync("/v1/payments", order, "request");
        await using (var after = await RunningCheckout.StartAsync(directory: directory))
        {
            Same(first, await after.PostAsync("/v1/payments", order, "request"));
            Assert.Equal(20, Assert.Single((await after.PostAsync("/v1/payments", order.With("Amount", 1), "request")).Codes));
            Assert.Single(await after.LedgerAsync((string)order["Payment"]!["MerchantTransactionID"]!));
        }

        Directory.Delete(directory, recursive: true);
    }

    private async Task TwiceAsync(string path, JsonObject? body, int status)
    {
        var name = Orders.NewReference("request");
        var first = await server.Checkout.PostAsync(path, body, name);
        Assert.Equal(status, (int)first.Status);
        Same(first, await server.Checkout.PostAsync(path, body, name));
    }

    private static void Same(Answer first, Answer again) => Assert.Equal((first.Status, first.Body), (again.Status, again.Body));
}
