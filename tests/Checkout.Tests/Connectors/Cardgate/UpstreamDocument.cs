using System.Text.Json.Nodes;
using Checkout.Tests.House;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>One document from <c>Samples/CardgateUpstream</c>; its README says what the placeholders mean.</summary>
internal static class UpstreamDocument
{
    public static string Read(string name, params (string Placeholder, JsonNode? Value)[] values)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, "tests", "Checkout.Tests", "Samples", "CardgateUpstream", name + ".json"));
        foreach (var (placeholder, value) in values)
        {
            text = text.Replace($"\"<{placeholder}>\"", value?.ToJsonString() ?? "null", StringComparison.Ordinal);
            if (value is JsonValue word && word.TryGetValue<string>(out var plain)) text = text.Replace($"<{placeholder}>", plain, StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>An amount as this provider writes it: a plain number.</summary>
    public static JsonNode Number(string text) => JsonNode.Parse(text)!;
}
