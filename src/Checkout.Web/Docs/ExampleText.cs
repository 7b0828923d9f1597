using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Checkout.Web.Docs;

/// <summary>Fills the words in braces of an example.</summary>
public static partial class ExampleText
{
    /// <summary>The name of a thing that is new each time.</summary>
    public const string Reference = "{reference}";

    private static readonly JsonSerializerOptions Lines = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>As it stands in a document, where nothing can be new each time.</summary>
    public static string Fixed(string text) => text.Replace(Reference, "order-1", StringComparison.Ordinal);

    /// <summary>As a shell fills it inside single quotes: seconds and a number by chance, so that the next call has another name.</summary>
    public static string InSingleQuotes(string text) =>
        Word().Replace(text.Replace(Reference, "order-'$(date +%s)-$RANDOM'", StringComparison.Ordinal), "'\"$$$1\"'");

    /// <summary>Where in a body the name stands that is new each time, as JSON pointers.</summary>
    public static IEnumerable<string> NewIn(string? body) => body is null ? [] : NewIn(JsonNode.Parse(body), "");

    private static IEnumerable<string> NewIn(JsonNode? node, string pointer) => node switch
    {
        JsonObject fields => fields.SelectMany(field => NewIn(field.Value, $"{pointer}/{field.Key}")),
        JsonValue value when value.TryGetValue<string>(out var text) && text == Reference => [pointer],
        _ => [],
    };

    /// <summary>JSON with a line for each field.</summary>
    public static string InLines(string json) => JsonNode.Parse(json)!.ToJsonString(Lines);

    /// <summary>JSON in one line that a narrow page can break between fields.</summary>
    public static string InOneLine(string json) => json.Replace(",\"", ", \"", StringComparison.Ordinal);

    /// <summary>As a shell fills it inside double quotes.</summary>
    public static string InDoubleQuotes(string text) => Word().Replace(text, "$$$1");

    /// <summary>What an earlier command kept in a variable.</summary>
    [GeneratedRegex(@"\{([a-z]+)\}")]
    private static partial Regex Word();
}
