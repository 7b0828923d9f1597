using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Checkout.Tests.Server.Described;

/// <summary>Checks a value against a schema of the document: the few words of JSON Schema that it uses, and no other.</summary>
internal sealed class SchemaCheck(JsonNode document)
{
    private static readonly string[] Known =
        ["$ref", "anyOf", "type", "enum", "pattern", "maxLength", "minimum", "maximum", "properties", "required", "additionalProperties", "items", "description", "maxItems", "x-return-code", "x-return-code-missing"];

    public IReadOnlyList<string> Faults(JsonNode schema, JsonNode? value) => [.. Of(schema, value, "")];

    /// <summary>The schema itself, without a reference and without the choice of null.</summary>
    public JsonObject Plain(JsonNode schema)
    {
        if ((string?)schema["$ref"] is { } name) return Plain(Named(name));
        return schema["anyOf"] is JsonArray choice ? Plain(choice[0]!) : schema.AsObject();
    }

    private JsonNode Named(string reference) => reference[2..].Split('/').Aggregate(document, (node, step) => node[step]!);

    private IEnumerable<string> Of(JsonNode schema, JsonNode? value, string where)
    {
        Assert.Empty(schema.AsObject().Select(word => word.Key).Except(Known));
        if ((string?)schema["$ref"] is { } name) return Of(Named(name), value, where);
        if (schema["anyOf"] is JsonArray choices) return BestOf([.. choices.Select(choice => Of(choice!, value, where).ToArray())]);
        return OfType(schema, value, where).Concat(OfText(schema, value, where)).Concat(OfNumber(schema, value, where))
            .Concat(value is JsonObject fields && schema["properties"] is JsonObject known ? OfFields(schema, known, fields, where) : [])
            .Concat(value is JsonArray items && schema["items"] is not null ? items.SelectMany((item, index) => Of(schema["items"]!, item, $"{where}[{index.ToString(CultureInfo.InvariantCulture)}]")) : []);
    }

    private static string[] BestOf(string[][] faults) => faults.MinBy(all => all.Length)!;

    private static IEnumerable<string> OfType(JsonNode schema, JsonNode? value, string where)
    {
        var types = TypesOf(schema);
        var type = TypeOf(value);
        if (types.Length > 0 && !types.Contains(type) && !(type == "integer" && types.Contains("number"))) yield return $"{where} is {type}";
        if (value is JsonArray items && (int?)schema["maxItems"] is { } most && items.Count > most) yield return $"{where} has more than {most} items";
        if (schema["enum"] is JsonArray words && !words.Any(word => JsonNode.DeepEquals(word, value))) yield return $"{where} is {value}, which is not in its list";
    }

    private static IEnumerable<string> OfText(JsonNode schema, JsonNode? value, string where)
    {
        if (TypeOf(value) != "string") yield break;
        var text = (string)value!;
        if ((string?)schema["pattern"] is { } pattern && !Fits(pattern, text)) yield return $"{where} does not fit {pattern}";
        if ((int?)schema["maxLength"] is { } longest && text.Length > longest) yield return $"{where} is longer than {longest}";
    }

    private static IEnumerable<string> OfNumber(JsonNode schema, JsonNode? value, string where)
    {
        if (TypeOf(value) is not ("integer" or "number")) yield break;
        var number = decimal.Parse(value!.ToJsonString(), CultureInfo.InvariantCulture);
        if (number < ((long?)schema["minimum"] ?? decimal.MinValue) || number > ((long?)schema["maximum"] ?? decimal.MaxValue)) yield return $"{where} is out of bounds";
    }

    private IEnumerable<string> OfFields(JsonNode schema, JsonObject known, JsonObject fields, string where)
    {
        foreach (var name in schema["required"]!.AsArray().Select(n => (string)n!).Where(n => !fields.ContainsKey(n))) yield return $"{where}.{name} is missing";
        foreach (var (name, value) in fields)
        {
            if (known[name] is { } schemaOfField)
            {
                foreach (var fault in Of(schemaOfField, value, $"{where}.{name}")) yield return fault;
            }
            else if (!(bool)schema["additionalProperties"]!)
            {
                yield return $"{where}.{name} is not described";
            }
        }
    }

    /// <summary>"$" of ECMAScript is the very end; here it would be before a last line feed too.</summary>
    public static bool Fits(string pattern, string text) => Regex.IsMatch(text, Regex.Replace(pattern, @"\$\z", @"\z"));

    /// <summary>None: any will do.</summary>
    public static string[] TypesOf(JsonNode schema) => schema["type"] switch { null => [], JsonArray several => [.. several.Select(type => (string)type!)], var one => [(string)one!] };

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.String => "string",
        JsonValueKind.Number => value.ToJsonString().Contains('.', StringComparison.Ordinal) ? "number" : "integer",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.Array => "array",
        _ => "object",
    };
}
