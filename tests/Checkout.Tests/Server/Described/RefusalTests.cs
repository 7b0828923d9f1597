using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.Described;

/// <summary>Whatever the document forbids is refused with the code it names.</summary>
public sealed class RefusalTests(DescribedServer server) : IClassFixture<DescribedServer>
{
    private static readonly string[] Odd = ["!", "x y", "1", "-", "a", "99999", "\u0001", "ab\u007f"];

    [Fact]
    public async Task Every_wrong_value_of_a_body_is_refused_with_its_code()
    {
        var sent = 0;
        foreach (var operation in server.Operations.Where(o => o.Body is not null))
        {
            foreach (var (path, schema) in Fields(server.Check.Plain(operation.Body!), ""))
            {
                foreach (var wrong in Wrong(schema)) sent += await RefusesAsync(operation, path, wrong, (int)schema["x-return-code"]!);
                if (schema["x-return-code-missing"] is { } missing) sent += await RefusesAsync(operation, path, null, (int)missing);
            }
        }

        Assert.True(sent > 300, $"Only {sent} wrong values were found to send.");
    }

    [Fact]
    public async Task Every_wrong_value_of_a_query_is_refused_with_its_code()
    {
        foreach (var operation in server.Operations)
        {
            foreach (var parameter in operation.Parameters("query").Where(p => p["x-return-code"] is not null))
            {
                var schema = parameter["schema"]!;
                var texts = Wrong(schema).OfType<JsonValue>().Select(value => value.ToString()).Append("!\u0001").Distinct();
                foreach (var wrong in texts.Where(text => server.Check.Faults(schema, InQuery(schema, text)).Count > 0 || schema["pattern"] is null && text == "!\u0001"))
                {
                    var answer = await server.CallAsync(operation, "plain", query: $"{parameter["name"]}={Uri.EscapeDataString(wrong)}");
                    Assert.True((int)answer.Status == 400 && answer.Codes.SequenceEqual([(int)parameter["x-return-code"]!]), $"{operation.Id} {parameter["name"]}={wrong}: {answer}");
                    server.LooksAsSaid(operation, answer);
                }
            }
        }
    }

    [Fact]
    public async Task Every_wrong_header_is_refused_with_its_code()
    {
        var operations = server.Operations.Where(o => o.Parameters("header").Any()).ToArray();
        Assert.NotEmpty(operations);
        foreach (var operation in operations)
        {
            var header = operation.Parameters("header").Single();
            Assert.Equal("RequestId", (string?)header["name"]);
            var name = new string('x', (int)header["schema"]!["maxLength"]! + 1);
            var answer = await server.CallAsync(operation, (string)operation.Calls.First()["example"]!, requestId: name);
            Assert.True((int)answer.Status == 400 && answer.Codes.SequenceEqual([(int)header["x-return-code"]!]), $"{operation.Id}: {answer}");
            server.LooksAsSaid(operation, answer);
        }
    }

    /// <summary>In a query everything is text, also a number.</summary>
    private static JsonValue InQuery(JsonNode schema, string text) =>
        (string?)schema["type"] == "integer" && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(text);

    /// <summary>The fields of a body, those inside after the one they are in.</summary>
    private IEnumerable<(string Path, JsonNode Schema)> Fields(JsonObject schema, string before) =>
        schema["properties"]?.AsObject().SelectMany(field => Fields(server.Check.Plain(field.Value!), $"{before}{field.Key}.").Prepend((before + field.Key, field.Value!))) ?? [];

    /// <summary>Values that the schema forbids: another type, a text that does not fit or is too long, a number out of bounds.</summary>
    private IEnumerable<JsonNode> Wrong(JsonNode schema)
    {
        var plain = server.Check.Plain(schema);
        var types = plain["type"] is JsonArray several ? several.Select(type => (string)type!).ToArray() : [(string)plain["type"]!];
        JsonNode?[] candidates =
        [
            JsonValue.Create(true), JsonValue.Create("perhaps"), new JsonArray(), types.Contains("object") ? null : new JsonObject(),
            .. types.Contains("string") || types.Contains("integer") ? Odd.Select(text => (JsonNode?)JsonValue.Create(text)) : [],
            .. (int?)plain["maxLength"] is { } longest ? new JsonNode?[] { new string('a', longest + 1), new string('1', longest + 1) } : [],
            (long?)plain["minimum"] is { } least ? JsonValue.Create(least - 1) : null,
            (long?)plain["maximum"] is { } most ? JsonValue.Create(most + 1) : null,
        ];
        return candidates.OfType<JsonNode>().Where(value => server.Check.Faults(plain, value).Count > 0);
    }

    private async Task<int> RefusesAsync(DescribedOperation operation, string path, JsonNode? wrong, int code)
    {
        var example = (string)operation.Calls.First()["example"]!;
        var answer = await server.CallAsync(operation, example, order => Changed(order, path, wrong));
        Assert.True((int)answer.Status == 400 && answer.Codes.Contains(code), $"{operation.Id} {path} = {wrong?.ToJsonString() ?? "nothing"} is not refused with {code}: {answer}");
        server.LooksAsSaid(operation, answer);
        return 1;
    }

    /// <summary>Null is the same as nothing.</summary>
    private static JsonObject Changed(JsonObject order, string path, JsonNode? wrong)
    {
        if (!path.Contains('.', StringComparison.Ordinal)) order[path] = wrong?.DeepClone();
        else order.With(path[(path.IndexOf('.', StringComparison.Ordinal) + 1)..], wrong?.DeepClone());
        return order;
    }
}
