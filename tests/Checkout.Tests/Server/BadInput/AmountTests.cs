using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.BadInput;

/// <summary>Amounts that are no amounts (PAY-17), wherever one can be sent.</summary>
public sealed class AmountTests(SandboxServer server) : IClassFixture<SandboxServer>
{
    /// <summary>As they stand in JSON.</summary>
    public static TheoryData<string> Corpus =>
    [
        "0", "-1", "-0", "0.5", "1.0", "10.00", "1e3", "1E3", "1e-3", "1e999", "999999999999.1", "1000000000000", "9223372036854775807", "9223372036854775808",
        "18446744073709551616", "\"\"", "\" 100\"", "\"100 \"", "\"+100\"", "\"-100\"", "\"1,000\"", "\"1.000\"", "\"1_000\"", "\"0x64\"", "\"1e3\"", "\"NaN\"", "\"Infinity\"", "\"１００\"",
        "\"١٠٠\"", "\"100EUR\"", "\"0\"", "\"00\"", "\"1000000000000\"", "null", "true", "false", "[]", "[100]", "{}", "{\"Value\":100}",
    ];

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task No_payment_is_made_of_it(string amount)
    {
        var reference = Orders.NewReference();
        var body = Orders.Direct(reference, amount: 77).ToJsonString().Replace("\"Amount\":77", $"\"Amount\":{amount}", StringComparison.Ordinal);
        Refused.With(await server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", body), 1001);
        await Refused.DoesNothingAsync(server.Checkout, reference);
    }

    [Theory]
    [MemberData(nameof(Corpus))]
    public async Task No_refund_is_made_of_it(string amount)
    {
        var payment = await PaidAsync();
        var body = Orders.Refund(Orders.NewReference(), 77).ToJsonString().Replace("\"Amount\":77", $"\"Amount\":{amount}", StringComparison.Ordinal);
        Refused.With(await server.Checkout.SendAsync(HttpMethod.Post, $"/v1/payments/{payment["ID"]}/refunds", body), 2201);
        Assert.DoesNotContain(await server.Checkout.LedgerAsync((string)payment["MerchantTransactionID"]!), line => line.Kind == "refund");
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("1e2")]
    [InlineData("%2B5")]
    [InlineData("abc")]
    [InlineData("9999999999999999999999")]
    [InlineData("5&amount=6")]
    public async Task No_capture_is_made_of_it(string amount)
    {
        var reference = Orders.NewReference();
        var payment = (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(reference))).Payment;
        var answer = await server.Checkout.PostAsync($"/v1/payments/{payment["ID"]}/capture?amount={amount}");
        Assert.Equal((400, 1012), ((int)answer.Status, Assert.Single(answer.Codes)));
        Assert.Equal("authorise", Assert.Single(await server.Checkout.LedgerAsync(reference)).Kind);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("\"1\"", 1)]
    [InlineData("\"0012\"", 12)]
    [InlineData("999999999999", 999_999_999_999)]
    public async Task The_smallest_and_the_largest_amount_are_taken_to_the_last_unit(string amount, long minor)
    {
        var reference = Orders.NewReference();
        var body = Orders.Direct(reference, amount: 77).With("Capture", true).ToJsonString().Replace("\"Amount\":77", $"\"Amount\":{amount}", StringComparison.Ordinal);
        var payment = (await server.Checkout.SendAsync(HttpMethod.Post, "/v1/payments", body)).Payment;
        Assert.Equal((minor, $"{minor}"), ((long)payment["Amount"]!, (string)payment["CapturedAmount"]!));
        Assert.All(await server.Checkout.LedgerAsync(reference), line => Assert.Equal(minor, line.Amount));
    }

    private async Task<JsonNode> PaidAsync() => (await server.Checkout.PostAsync("/v1/payments", Orders.Direct(Orders.NewReference()).With("Capture", true))).Payment;
}
