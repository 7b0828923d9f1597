using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Checkout.Tests.Dialects.Smart2Pay;

namespace Checkout.Tests.Server.Seeds;

/// <summary>
/// The published conversations, held with a running server in the days they were written: requests go out as published but for the
/// references and tokens, and each answer has to be the published one.
/// </summary>
public sealed class PublishedConversationTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Theory]
    [InlineData("2018-04-15T08:00:00Z")]
    [InlineData("2018-05-02T08:53:05Z")]
    public async Task Every_request_is_answered_as_published_and_again_under_other_references(string day)
    {
        await using var checkout = await RunningCheckout.StartAsync([$"Sandbox:Clock={day}"]);
        await HoldAsync(checkout, "");
        await HoldAsync(checkout, "-again");
    }

    private static async Task HoldAsync(RunningCheckout checkout, string round)
    {
        var tokens = new Dictionary<string, string>();
        foreach (var name in Sample.Names)
        {
            var sample = InOldTimes(Sample.Of(name), round, tokens);
            var request = sample.Request.Split(' ');
            var answer = await checkout.SendAsync(new HttpMethod(request[0]), request[1], sample.Body?.ToJsonString());

            Assert.Equal((name, sample.Status), (name, (int)answer.Status));
            Assert.Empty(Sample.Differences(sample.Answer, answer.Json).Select(d => $"{name} {d}"));
            Assert.Equal("application/json; charset=utf-8", answer.Headers["Content-Type"]);
            if (answer.Json!.AsObject().First().Value!["CreditCardToken"]?["Value"] is { } token) tokens[name[..1]] = (string)token!;
            if (answer.Json["Payment"] is { } payment) await CheckBooksAsync(checkout, payment);
        }

        // Cases 2, 4 and 5 paid with a token they were given, and got the same one back.
        Assert.Equal((tokens["1"], tokens["3"], tokens["3"]), (tokens["2"], tokens["4"], tokens["5"]));
        Assert.Equal(3, tokens.Values.Distinct().Count());
    }

    /// <summary>What the answer says is what the acquirer's own books say.</summary>
    private static async Task CheckBooksAsync(RunningCheckout checkout, JsonNode payment)
    {
        Assert.StartsWith("2018", (string)payment["Created"]!, StringComparison.Ordinal);
        var ledger = await checkout.LedgerAsync((string)payment["MerchantTransactionID"]!);
        Assert.Equal((string)payment["CapturedAmount"]! == "0" ? ["authorise"] : ["authorise", "capture"], ledger.Select(l => l.Kind));
        Assert.All(ledger, line => Assert.Equal(("approved", (long)payment["Amount"]!, (string)payment["Currency"]!), (line.State, line.Amount, line.Currency)));
    }

    /// <summary>The files are kept with dates that stay good; published were cards until 02/2019 and 05/2021.</summary>
    private static Sample InOldTimes(Sample sample, string round, Dictionary<string, string> tokens)
    {
        var reference = (string?)sample.Body?["Payment"]?["MerchantTransactionID"];
        JsonNode? Old(JsonNode? node) => node is null ? null : JsonNode.Parse(OldText(node.ToJsonString(Plain)));
        string OldText(string text)
        {
            text = text.Replace("\"2031\"", "\"2021\"", StringComparison.Ordinal).Replace("\"2030\"", "\"2019\"", StringComparison.Ordinal);
            foreach (var (number, token) in tokens) text = text.Replace($"<token:{number}>", token, StringComparison.Ordinal);
            return reference is null ? text : text.Replace(reference, reference + round, StringComparison.Ordinal);
        }

        return new Sample(OldText(sample.Request), Old(sample.Body), sample.Status, Old(sample.Answer)!);
    }
}
