using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Checkout.Tests.House;

namespace Checkout.Tests.Dialects.Cardgate;

/// <summary>One published conversation from <c>Samples/Cardgate</c>; its README says what the placeholders mean.</summary>
internal sealed record CardgateSample(string Request, JsonNode? Body, int Status, JsonNode Answer)
{
    private static readonly Dictionary<string, string> Patterns = new()
    {
        ["<cpi>"] = "cpi_[0-9A-Za-z]{16}",
        ["<cgi>"] = "cgi_[0-9A-Za-z]{16}",
        ["<cus>"] = "cus_[0-9A-Za-z]{16}",
        ["<card>"] = "card_[0-9A-Za-z]{16}",
        ["<pay>"] = "pay_[0-9A-Za-z]{24}",
        ["<serial>"] = "[0-9A-Za-z]{16}",
        ["<time>"] = "[0-9]{10}",
        ["<number>"] = "[1-9][0-9]{0,9}",
        ["<jwt>"] = @"[\w-]+\.[\w-]+\.[\w-]+",
        ["<token>"] = "[0-9A-F]{32}",
        ["<approval>"] = "[0-9A-Z]{6}",
        ["<base>"] = @"http://127\.0\.0\.1:[0-9]+",
    };

    /// <summary>The sample, with the token its request pays with.</summary>
    public static CardgateSample Of(string name, string token = "")
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Checkout.Tests", "Samples", "Cardgate", name + ".json")))!;
        var body = file[nameof(Body)]?.ToJsonString().Replace(@"\u003Ctoken\u003E", token, StringComparison.Ordinal);
        return new CardgateSample((string)file[nameof(Request)]!, body is null ? null : JsonNode.Parse(body), (int)file[nameof(Status)]!, file[nameof(Answer)]!);
    }

    /// <summary>Every difference between the published answer and what came, by its path.</summary>
    public IEnumerable<string> Differences(JsonNode? came) => Differences(Answer, came, "$");

    private static IEnumerable<string> Differences(JsonNode? wanted, JsonNode? came, string path)
    {
        if (wanted is JsonObject inner && came is JsonObject other)
        {
            return inner.Select(p => p.Key).Union(other.Select(p => p.Key)).SelectMany(key => inner.ContainsKey(key) == other.ContainsKey(key)
                ? Differences(inner[key], other[key], $"{path}.{key}")
                : [$"{path}.{key}: {(inner.ContainsKey(key) ? "missing" : "unexpected")}"]);
        }

        if (wanted is JsonValue value && value.TryGetValue<string>(out var text) && text.Contains('<', StringComparison.Ordinal))
            return Regex.IsMatch(came?.ToString() ?? "null", PatternOf(text)) ? [] : [$"{path}: wanted {text}, came {came}"];
        return JsonNode.DeepEquals(wanted, came) ? [] : [$"{path}: wanted {wanted?.ToJsonString() ?? "null"}, came {came?.ToJsonString() ?? "null"}"];
    }

    private static string PatternOf(string text) => "^" + Patterns.Aggregate(text, (pattern, p) => pattern.Replace(p.Key, p.Value, StringComparison.Ordinal)) + "$";
}
