using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Checkout.Web.Docs;

/// <summary>Writes an answer as it may look, from its shape.</summary>
public static class SampleWriter
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The sample as text, with line breaks.</summary>
    public static string Text(Shape shape)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable)) Write(json, shape);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    public static void Write(Utf8JsonWriter json, Shape shape)
    {
        if (shape.Kind == ShapeKind.Null || (shape.IsNullable && shape.Sample is null)) json.WriteNullValue();
        else if (shape.Kind == ShapeKind.Object) Object(json, shape);
        else if (shape.Kind == ShapeKind.List) List(json, shape);
        else Value(json, shape);
    }

    private static void Object(Utf8JsonWriter json, Shape shape)
    {
        if (shape is { AlsoEmptyList: true, Sample: null })
        {
            json.WriteStartArray();
            json.WriteEndArray();
            return;
        }

        json.WriteStartObject();
        foreach (var property in shape.Properties.Where(p => p.IsRequired || p.Shape.Sample is not null))
        {
            json.WritePropertyName(property.Name);
            Write(json, property.Shape);
        }

        json.WriteEndObject();
    }

    private static void List(Utf8JsonWriter json, Shape shape)
    {
        json.WriteStartArray();
        if (shape.Sample is not null) Write(json, shape.Item!);
        json.WriteEndArray();
    }

    private static void Value(Utf8JsonWriter json, Shape shape)
    {
        switch (shape.Sample)
        {
            case string text: json.WriteStringValue(text); break;
            case bool flag: json.WriteBooleanValue(flag); break;
            case long number: json.WriteNumberValue(number); break;
            case decimal number: json.WriteNumberValue(number); break;
            default: throw new InvalidOperationException($"A {shape.Kind} that is never null has no sample.");
        }
    }
}
