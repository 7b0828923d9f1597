using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.Reads;

/// <summary>What was taken of a payment, in the Smart2Pay dialect (spec §7.5).</summary>
public sealed class CaptureListTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private readonly RunningCheckout _checkout = server.Checkout;

    [Fact]
    public async Task A_partial_capture_is_listed_and_read_alone()
    {
        var order = Orders.Direct(Orders.NewReference()).With("OriginatorTransactionID", "origin-1");
        var made = await _checkout.PostAsync("/v1/payments", order);
        var id = (long)made.Payment["ID"]!;
        Assert.Empty(await CapturesAsync(id));
        Assert.Equal(35, (await _checkout.PostAsync($"/v1/payments/{id}/capture?amount=1000")).StatusId);

        var capture = Assert.Single(await CapturesAsync(id));
        Assert.Equal(
            (1010, (string)made.Payment["MerchantTransactionID"]!, "origin-1", id, 1000, "EUR", 2, "Success"),
            ((int)capture["SiteID"]!, (string)capture["MerchantTransactionID"]!, (string)capture["OriginatorTransactionID"]!, (long)capture["PaymentID"]!, (int)capture["Amount"]!, (string)capture["Currency"]!, (int)capture["Status"]!["ID"]!, (string)capture["Status"]!["Info"]!));
        Assert.Matches("^[0-9]{14}$", (string)capture["Created"]!);
        Assert.Empty(capture["Status"]!["Reasons"]!.AsArray());
        foreach (var path in new[] { $"/v1/payments/{id}/captures/{capture["ID"]}", $"/v1/Payments/{id}/Capture/{capture["ID"]}/" })
        {
            var alone = await _checkout.GetAsync(path);
            Assert.Equal((200, "{\"Capture\":" + capture.ToJsonString() + "}"), ((int)alone.Status, alone.Body));
        }

        Assert.Equal(404, (int)(await _checkout.GetAsync($"/v1/payments/{id}/captures/{(long)capture["ID"]! + 1}")).Status);
    }

    [Theory]
    [InlineData("", 2599, true, 11, "2 2599")]
    [InlineData("", 10003, true, 13, "1 10003")]
    [InlineData("", 10002, false, 33, "1 10002")]
    [InlineData("", 10005, false, 4, "4 10005")]
    [InlineData("--capture-refused", 2599, false, 9, "4 2599")]
    [InlineData("", 10001, true, 4, "")]
    public async Task Each_way_a_capture_can_go(string scenario, long amount, bool atOnce, int end, string expected)
    {
        var made = await _checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference() + scenario, amount: amount).With("Capture", atOnce));
        var payment = (long)made.Payment["ID"]!;
        var after = atOnce ? made : await _checkout.PostAsync($"/v1/payments/{payment}/capture");
        Assert.Equal(end, after.StatusId);
        Assert.Equal(expected, string.Join(", ", (await CapturesAsync(payment)).Select(c => $"{c["Status"]!["ID"]} {c["Amount"]}")));
    }

    [Fact]
    public async Task Captures_that_were_refused_stay_in_the_list_newest_first()
    {
        var made = await _checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference() + "--capture-refused"));
        var id = (long)made.Payment["ID"]!;
        for (var i = 0; i < 2; i++) Assert.Equal(400, (int)(await _checkout.PostAsync($"/v1/payments/{id}/capture?amount={1000 + i}")).Status);
        var all = await CapturesAsync(id);
        Assert.Equal(["4 1001", "4 1000"], all.Select(c => $"{c["Status"]!["ID"]} {c["Amount"]}"));
        Assert.All(all, c => Assert.Single(c["Status"]!["Reasons"]!.AsArray()));
    }

    private async Task<List<JsonNode>> CapturesAsync(long payment) => [.. (await _checkout.GetAsync($"/v1/payments/{payment}/captures")).Json!["Captures"]!.AsArray().Select(c => c!)];
}
