using System.Text;
using System.Text.Json;

namespace Checkout.Web.Docs;

/// <summary>Writes the OpenAPI 3.1 document of a dialect.</summary>
public sealed class DocumentWriter
{
    private readonly Utf8JsonWriter _json;
    private readonly ShapeWriter _shapes;

    private DocumentWriter(Utf8JsonWriter json) => (_json, _shapes) = (json, new ShapeWriter(json));

    /// <param name="address">Where the server is, as callers write it.</param>
    public static byte[] Write(ApiDescription api, IReadOnlyList<RoutedOperation> operations, string address)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) new DocumentWriter(json).Document(api, operations, address);
        return buffer.ToArray();
    }

    private void Document(ApiDescription api, IReadOnlyList<RoutedOperation> operations, string address)
    {
        _json.WriteStartObject();
        _json.WriteString("openapi", "3.1.0");
        Info(api);
        _json.WriteStartArray("servers");
        _json.WriteStartObject();
        _json.WriteString("url", address);
        _json.WriteEndObject();
        _json.WriteEndArray();
        Paths(api, operations);
        new NoticeWriter(_json, _shapes).Write(api.Notices);
        Components(api);
        _json.WriteEndObject();
    }

    private void Info(ApiDescription api)
    {
        _json.WriteStartObject("info");
        _json.WriteString("title", api.Title);
        _json.WriteString("version", "1");
        var text = new StringBuilder(api.About);
        foreach (var chapter in api.Chapters) text.Append("\n\n## ").Append(chapter.Title).Append("\n\n").AppendJoin("\n\n", chapter.Paragraphs).Append(SnippetsOf(chapter));
        foreach (var table in api.Tables) text.Append("\n\n").Append(MarkdownTable.Of(table));
        _json.WriteString("description", text.ToString());
        _json.WriteEndObject();
    }

    private static string SnippetsOf(Chapter chapter) => string.Concat(chapter.Snippets.Select(snippet => $"\n\n```{snippet.Id}\n{snippet.Code}```"));

    private void Key(KeyScheme key)
    {
        _json.WriteStartObject(key.Name);
        _json.WriteString("type", "http");
        _json.WriteString("scheme", key.Kind);
        _json.WriteString("description", key.About);
        if (key.Word is not null) _json.WriteString("x-word", key.Word);
        _json.WriteEndObject();
    }

    private void Paths(ApiDescription api, IReadOnlyList<RoutedOperation> operations)
    {
        var writer = new OperationWriter(_json, _shapes, api);
        _json.WriteStartObject("paths");
        foreach (var path in operations.GroupBy(o => o.Route.Path))
        {
            _json.WriteStartObject(path.Key);
            foreach (var operation in path)
            {
                _json.WritePropertyName(operation.Route.Method.ToLowerInvariant());
                writer.Write(operation);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndObject();
    }

    private void Components(ApiDescription api)
    {
        _json.WriteStartObject("components");
        _json.WriteStartObject("schemas");
        _shapes.Named();
        _json.WriteEndObject();
        _json.WriteStartObject("securitySchemes");
        foreach (var key in api.OtherKeys.Prepend(api.Key)) Key(key);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }
}
