using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.Reads;

/// <summary>The short forms and by-roads of the Smart2Pay dialect (spec §6.3, §7.3, §7.4), in any case and with a slash at the end.</summary>
public sealed class ShortFormTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    private const string Nobody = "/v1/payments/2000000000";

    private readonly RunningCheckout _checkout = server.Checkout;

    [Theory]
    [InlineData("/v1/payments/{0}/status")]
    [InlineData("/v1/payments/{0}/statuss/")]
    [InlineData("/V1/Payments/{0}/Status")]
    public async Task The_status_of_a_payment_alone(string path)
    {
        var reference = Orders.NewReference();
        var made = await _checkout.PostAsync("/v1/payments", Orders.Direct(reference));
        var brief = await _checkout.GetAsync(At(path, made.Payment["ID"]));
        Assert.Equal("{\"Payment\":{\"ID\":" + made.Payment["ID"] + ",\"MerchantTransactionID\":\"" + reference + "\",\"Status\":{\"ID\":9,\"Info\":\"Authorized\",\"Reasons\":[]}}}", brief.Body);
        Assert.Equal((200, "application/json; charset=utf-8"), ((int)brief.Status, brief.Headers["Content-Type"]));
    }

    [Fact]
    public async Task The_status_of_a_failed_payment_says_why_beside_a_200()
    {
        var made = await _checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference(), Orders.Declined));
        var brief = await _checkout.GetAsync(At("/v1/payments/{0}/status", made.Payment["ID"]));
        Assert.Equal((200, 4, 5005), ((int)brief.Status, brief.StatusId, brief.Codes.Single()));
    }

    [Theory]
    [InlineData("/v1/payments/{0}/refunds/{1}/status")]
    [InlineData("/v1/refunds/{1}/status/")]
    [InlineData("/v1/Refunds/{1}/Status")]
    public async Task The_status_of_a_refund_alone(string path)
    {
        var (payment, refund, reference) = await RefundedAsync();
        var brief = await _checkout.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, path, payment, refund));
        Assert.Equal(
            "{\"Refund\":{\"ID\":" + refund + ",\"InitialPaymentID\":" + payment + ",\"MerchantTransactionID\":\"" + reference + "\",\"StateDetails\":{\"ID\":2,\"Info\":\"Success\",\"Reasons\":[]},\"SplitID\":0}}",
            brief.Body);
        Assert.Equal(200, (int)brief.Status);
    }

    [Theory]
    [InlineData(Nobody + "/status", "Payment")]
    [InlineData(Nobody + "/captures", "Payment")]
    [InlineData(Nobody + "/captures/1", "Capture")]
    [InlineData(Nobody + "/refunds/types", "Refund")]
    [InlineData(Nobody + "/refunds/1/status", "Refund")]
    [InlineData("/v1/refunds/2000000000/status", "Refund")]
    public async Task What_is_not_there_is_not_found(string path, string root)
    {
        var missing = await _checkout.GetAsync(path);
        Assert.Equal((404, 17), ((int)missing.Status, missing.Codes.Single()));
        Assert.True(missing.IsOneResource(root));
        Assert.Equal(401, (int)(await _checkout.SendAsync(HttpMethod.Get, path, credentials: "1010:wrong")).Status);
    }

    [Fact]
    public async Task A_refund_is_found_only_under_its_own_payment_and_by_its_own_merchant()
    {
        var (payment, refund, _) = await RefundedAsync();
        var (other, _, _) = await RefundedAsync();
        var stranger = await _checkout.AddMerchantAsync(7091);
        Assert.Equal(404, (int)(await _checkout.GetAsync($"/v1/payments/{other}/refunds/{refund}/status")).Status);
        foreach (var path in new[] { $"/v1/payments/{payment}/refunds/{refund}/status", $"/v1/refunds/{refund}/status", $"/v1/payments/{payment}/refunds/{refund}", $"/v1/payments/{payment}/status", $"/v1/payments/{payment}/captures", $"/v1/payments/{payment}/captures/{payment}001" })
        {
            Assert.Equal((path, 404), (path, (int)(await _checkout.SendAsync(HttpMethod.Get, path, credentials: stranger)).Status));
        }
    }

    [Fact]
    public async Task Cards_have_one_type_of_refund()
    {
        var (payment, _, _) = await RefundedAsync();
        var ours = await _checkout.GetAsync($"/v1/payments/{payment}/refunds/types");
        Assert.Equal((200, ours.Body), ((int)ours.Status, (await _checkout.GetAsync("/v1/refunds/types/6/ro/EUR")).Body));
        var type = Assert.Single(ours.Json!["RefundTypes"]!.AsArray())!;
        Assert.Equal(("Native", 1, true, true), ((string)type["Name"]!, (int)type["ID"]!, (bool)type["AllowsPartialRefund"]!, (bool)type["AllowPartialRefund"]!));

        var refused = await _checkout.GetAsync("/v1/refunds/types/6/XX/QQQ");
        Assert.Equal([108, 109], refused.Codes);
        Assert.True((int)refused.Status == 400 && refused.IsOneResource("Refund"), refused.ToString());
    }

    private async Task<(long Payment, long Refund, string Reference)> RefundedAsync()
    {
        var reference = Orders.NewReference("back");
        var made = await _checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("Capture", true));
        var refund = await _checkout.PostAsync(At("/v1/payments/{0}/refunds", made.Payment["ID"]), Orders.Refund(reference, 599));
        Assert.Equal(201, (int)refund.Status);
        return ((long)made.Payment["ID"]!, (long)refund.Json!["Refund"]!["ID"]!, reference);
    }

    private static string At(string path, JsonNode? id) => path.Replace("{0}", $"{id}", StringComparison.Ordinal);
}
