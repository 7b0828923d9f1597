using System.Globalization;
using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.Described;

/// <summary>Whatever the document forbids is refused with the code it names.</summary>
public abstract class RefusalExam(DescribedServer server)
{
    private static readonly string[] Odd = ["!", "x y", "1", "-", "a", "99999", "\u0001", "ab\u007f"];

    protected DescribedServer Server => server;

    [Fact]
    public async Task Every_wrong_value_of_a_body_is_refused_with_its_code()
    {
        var sent = 0;
        foreach (var operation in server.Plain.Where(o => o.Body is not null))
        {
            foreach (var (place, schema) in Fields(server.Check.Plain(operation.Body!), []))
            {
                foreach (var wrong in schema["x-return-code"] is null ? [] : Wrong(schema)) sent += await RefusesAsync(operation, place, wrong, schema["x-return-code"]!);
                if (schema["x-return-code-missing"] is { } missing) sent += await RefusesAsync(operation, place, null, missing);
            }
        }

        Assert.True(sent > 300, $"Only {sent} wrong values were found to send.");
    }

    [Fact]
    public async Task Every_wrong_value_of_a_query_is_refused_with_its_code()
    {
        foreach (var operation in server.Plain)
        {
            foreach (var parameter in operation.Parameters("query").Where(p => p["x-return-code"] is not null))
            {
                var schema = parameter["schema"]!;
                var texts = Wrong(schema).OfType<JsonValue>().Select(value => value.ToString()).Append("!\u0001").Distinct();
                foreach (var wrong in texts.Where(text => server.Check.Faults(schema, InQuery(schema, text)).Count > 0 || schema["pattern"] is null && text == "!\u0001"))
                {
                    var answer = await server.CallAsync(operation, "plain", asking: new Asking($"{parameter["name"]}={Uri.EscapeDataString(wrong)}"));
                    Assert.True(server.IsRefused(answer, parameter["x-return-code"]!.ToString(), [(string)parameter["name"]!]), $"{operation.Id} {parameter["name"]}={wrong}: {answer}");
                    server.LooksAsSaid(operation, answer);
                }
            }
        }
    }

    /// <summary>In a query everything is text, also a number.</summary>
    private static JsonValue InQuery(JsonNode schema, string text) =>
        (string?)schema["type"] == "integer" && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? JsonValue.Create(number) : JsonValue.Create(text);

    /// <summary>The fields of a body, those inside after the one they are in.</summary>
    private IEnumerable<(string[] Place, JsonNode Schema)> Fields(JsonObject schema, string[] before) =>
        schema["properties"]?.AsObject().SelectMany(field => Fields(server.Check.Plain(field.Value!), [.. before, field.Key]).Prepend(([.. before, field.Key], field.Value!))) ?? [];

    /// <summary>Values that the schema forbids: another type, a text that does not fit or is too long, a number out of bounds.</summary>
    private IEnumerable<JsonNode> Wrong(JsonNode schema)
    {
        var plain = server.Check.Plain(schema);
        var types = SchemaCheck.TypesOf(plain);
        JsonNode?[] candidates =
        [
            JsonValue.Create(true), JsonValue.Create("perhaps"), new JsonArray(), types.Contains("object") ? null : new JsonObject(),
            .. types.Contains("string") || types.Contains("integer") || types.Contains("number") ? Odd.Select(text => (JsonNode?)JsonValue.Create(text)) : [],
            .. (int?)plain["maxLength"] is { } longest ? new JsonNode?[] { new string('a', longest + 1), new string('1', longest + 1) } : [],
            (long?)plain["minimum"] is { } least ? JsonValue.Create(least - 1) : null,
            (long?)plain["maximum"] is { } most ? JsonValue.Create(most + 1) : null,
        ];
        return candidates.OfType<JsonNode>().Where(value => server.Check.Faults(plain, value).Count > 0);
    }

    /// <summary>Null is the same as nothing.</summary>
    private async Task<int> RefusesAsync(DescribedOperation operation, string[] place, JsonNode? wrong, JsonNode code)
    {
        var answer = await server.CallAsync(operation, (string)operation.Calls.First()["example"]!, body => body.Put(place, wrong));
        Assert.True(server.IsRefused(answer, code.ToString(), place), $"{operation.Id} {string.Join('.', place)} = {wrong?.ToJsonString() ?? "nothing"} is not refused with {code}: {answer}");
        server.LooksAsSaid(operation, answer);
        return 1;
    }
}
