using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Checkout.Tests.House;

namespace Checkout.Tests.Dialects.Smart2Pay;

/// <summary>One retold conversation from <c>Samples/Smart2Pay</c>; its README says what the placeholders mean.</summary>
internal sealed record Sample(string Request, JsonNode? Body, int Status, JsonNode Answer)
{
    public static readonly string[] Names =
        ["1-first-card", "2-recurring", "3-latam-first-card", "4-latam-recurring", "5-one-click", "6-authenticate", "7-read-token", "8-cancel-token"];

    public static Sample Of(string name)
    {
        var file = JsonNode.Parse(File.ReadAllText(Path.Combine(Repository.Root, "tests", "Checkout.Tests", "Samples", "Smart2Pay", name + ".json")))!;
        return new Sample((string)file[nameof(Request)]!, file[nameof(Body)], (int)file[nameof(Status)]!, file[nameof(Answer)]!);
    }

    /// <summary>Every difference between what is wanted and what came, by its path.</summary>
    public static IEnumerable<string> Differences(JsonNode? wanted, JsonNode? came, string path = "$")
    {
        if (wanted is JsonObject object1 && came is JsonObject object2)
            return object1.Select(p => p.Key).Union(object2.Select(p => p.Key)).SelectMany(key => Differences(object1, object2, key, path));
        if (wanted is JsonArray array1 && came is JsonArray array2 && array1.Count == array2.Count)
            return array1.Zip(array2).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{path}[{i}]"));
        return Fits(wanted, came) ? [] : [$"{path}: wanted {wanted?.ToJsonString() ?? "null"}, came {came?.ToJsonString() ?? "null"}"];
    }

    private static IEnumerable<string> Differences(JsonObject wanted, JsonObject came, string key, string path) =>
        wanted.ContainsKey(key) == came.ContainsKey(key)
            ? Differences(wanted[key], came[key], $"{path}.{key}")
            : [$"{path}.{key}: {(wanted.ContainsKey(key) ? "missing" : "unexpected")}"];

    private static bool Fits(JsonNode? wanted, JsonNode? came) => wanted is JsonValue value && value.TryGetValue<string>(out var text) && text.StartsWith('<')
        ? Regex.IsMatch(came?.ToJsonString() ?? "null", PatternOf(text))
        : JsonNode.DeepEquals(wanted, came);

    private static string PatternOf(string placeholder) => placeholder switch
    {
        "<id>" => "^[1-9][0-9]*$",
        "<date>" => "^\"[0-9]{14}\"$",
        _ => "^\"[0-9A-F]{32}\"$",
    };
}
