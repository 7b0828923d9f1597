using System.Globalization;
using System.Text.Json;

namespace Checkout.Web.Docs;

/// <summary>Writes what merchants' servers are told, as the document's webhooks.</summary>
public sealed class NoticeWriter(Utf8JsonWriter json, ShapeWriter shapes)
{
    public void Write(IReadOnlyList<Notice> notices)
    {
        json.WriteStartObject("webhooks");
        foreach (var notice in notices)
        {
            json.WriteStartObject(notice.Id);
            json.WriteStartObject("post");
            Post(notice);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Post(Notice notice)
    {
        json.WriteString("operationId", notice.Id);
        json.WriteString("summary", notice.Summary);
        json.WriteStartArray("parameters");
        foreach (var header in notice.Headers) OperationWriter.Parameter(json, shapes, "header", header);
        json.WriteEndArray();
        json.WriteStartObject("requestBody");
        json.WriteStartObject("content");
        json.WriteStartObject("application/json");
        json.WritePropertyName("schema");
        shapes.Write(notice.Body);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteStartObject("responses");
        json.WriteStartObject(notice.Receipt.ToString(CultureInfo.InvariantCulture));
        json.WriteString("description", "Received. Anything else is tried again.");
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
