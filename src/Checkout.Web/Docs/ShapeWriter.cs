using System.Text.Json;
using System.Text.Json.Nodes;

namespace Checkout.Web.Docs;

/// <summary>Says shapes as schemas of OpenAPI 3.1, which are JSON Schema.</summary>
public sealed class ShapeWriter(Utf8JsonWriter json)
{
    private readonly SortedDictionary<string, Shape> _named = new(StringComparer.Ordinal);

    /// <summary>A schema where it stands: a reference, when the shape has a name.</summary>
    /// <param name="property">The field it is for, whose return codes are said beside it.</param>
    public void Write(Shape shape, Property? property = null)
    {
        if (shape.Name is null) Inline(shape, property);
        else if (shape.IsNullable) Choice([shape with { IsNullable = false, About = "" }, Shape.Nothing], shape.About, property);
        else Reference(shape, property);
    }

    /// <summary>One of several.</summary>
    public void Choice(IReadOnlyList<Shape> shapes, string about = "", Property? property = null)
    {
        json.WriteStartObject();
        json.WriteStartArray("anyOf");
        foreach (var shape in shapes) Write(shape);
        json.WriteEndArray();
        Beside(about, property);
        json.WriteEndObject();
    }

    /// <summary>Every shape that was referred to. Saying one may name others.</summary>
    public void Named()
    {
        var said = new HashSet<string>();
        while (_named.FirstOrDefault(entry => !said.Contains(entry.Key)) is { Key: not null } next)
        {
            said.Add(next.Key);
            json.WritePropertyName(next.Key);
            Inline(next.Value);
        }
    }

    private void Reference(Shape shape, Property? property)
    {
        if (!_named.TryAdd(shape.Name!, shape with { IsNullable = false, About = "" }) && !_named[shape.Name!].HasFieldsOf(shape))
            throw new InvalidOperationException($"Two shapes are called {shape.Name}.");
        json.WriteStartObject();
        json.WriteString("$ref", "#/components/schemas/" + shape.Name);
        Beside(shape.About, property);
        json.WriteEndObject();
    }

    private void Inline(Shape shape, Property? property = null)
    {
        json.WriteStartObject();
        Type(shape);
        if (shape.Pattern is not null) json.WriteString("pattern", shape.Pattern);
        if (shape.Longest is { } longest) json.WriteNumber("maxLength", longest);
        if (shape.Least is { } least) json.WriteNumber("minimum", least);
        if (shape.Most is { } most) json.WriteNumber("maximum", most);
        if (shape.AlsoEmptyList) json.WriteNumber("maxItems", 0);
        Choices(shape);
        if (shape.Item is { } item)
        {
            json.WritePropertyName("items");
            Write(item);
        }

        if (shape.Kind == ShapeKind.Object || shape.Properties.Count > 0) Properties(shape);
        Beside(shape.About, property);
        json.WriteEndObject();
    }

    private void Beside(string about, Property? property)
    {
        if (about.Length > 0) json.WriteString("description", about);
        Code("x-return-code", property?.Code);
        Code("x-return-code-missing", property?.MissingCode);
    }

    public void Code(string name, JsonNode? code)
    {
        if (code is null) return;
        json.WritePropertyName(name);
        code.WriteTo(json);
    }

    private void Type(Shape shape)
    {
        if (Word(shape.Kind) is not { } own) return;
        string[] types = [own, .. One("string", shape.AlsoDigits), .. One("array", shape.AlsoEmptyList), .. One("null", shape.IsNullable)];
        if (types.Length == 1)
        {
            json.WriteString("type", types[0]);
            return;
        }

        json.WriteStartArray("type");
        foreach (var type in types) json.WriteStringValue(type);
        json.WriteEndArray();
    }

    private static string[] One(string type, bool isMeant) => isMeant ? [type] : [];

    private void Choices(Shape shape)
    {
        if (shape.Words.Count == 0 && shape.Numbers.Count == 0) return;
        json.WriteStartArray("enum");
        foreach (var word in shape.Words) json.WriteStringValue(word);
        foreach (var number in shape.Numbers) json.WriteNumberValue(number);
        if (shape.IsNullable) json.WriteNullValue();
        json.WriteEndArray();
    }

    private void Properties(Shape shape)
    {
        json.WriteStartObject("properties");
        foreach (var property in shape.Properties)
        {
            json.WritePropertyName(property.Name);
            Write(property.Shape, property);
        }

        json.WriteEndObject();
        json.WriteStartArray("required");
        foreach (var property in shape.Properties.Where(p => p.IsRequired)) json.WriteStringValue(property.Name);
        json.WriteEndArray();
        json.WriteBoolean("additionalProperties", shape.IsOpen);
    }

    private static string? Word(ShapeKind kind) => kind switch
    {
        ShapeKind.Text => "string",
        ShapeKind.Number => "integer",
        ShapeKind.Decimal => "number",
        ShapeKind.Flag => "boolean",
        ShapeKind.Null => "null",
        ShapeKind.Object => "object",
        ShapeKind.List => "array",
        ShapeKind.Any => null,
    };
}
