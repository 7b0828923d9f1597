using System.Globalization;
using System.Text.Json;

namespace Checkout.Web.Docs;

/// <summary>Writes one operation of the document.</summary>
public sealed class OperationWriter(Utf8JsonWriter json, ShapeWriter shapes, ApiDescription api)
{
    public void Write(RoutedOperation routed)
    {
        var operation = routed.Operation;
        json.WriteStartObject();
        json.WriteString("operationId", routed.Id);
        json.WriteString("summary", operation.Summary);
        if (operation.About.Length > 0) json.WriteString("description", operation.About);
        json.WriteStartArray("tags");
        json.WriteStringValue(operation.Group);
        json.WriteEndArray();
        if (routed.IsOther) json.WriteString("x-same-as", operation.Id);
        if (routed.IsOther && api.DeprecatesOthers) json.WriteBoolean("deprecated", true);
        Security(operation);
        Parameters(routed);
        if (operation.Body is not null) Body(operation);
        json.WriteStartObject("responses");
        foreach (var reply in operation.Replies) Reply(reply);
        json.WriteEndObject();
        Calls(operation);
        json.WriteEndObject();
    }

    private void Security(Operation operation)
    {
        json.WriteStartArray("security");
        if (operation.NeedsKey)
        {
            json.WriteStartObject();
            json.WriteStartArray((operation.Key ?? api.Key).Name);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Parameters(RoutedOperation routed)
    {
        json.WriteStartArray("parameters");
        foreach (var name in routed.Route.Parameters)
        {
            var about = api.PathWords.GetValueOrDefault(name, "");
            Parameter(json, shapes, "path", new Property(name, routed.Route.Texts.Contains(name) ? Shape.Text(about: about) : Shape.Number(about: about)));
        }

        foreach (var query in routed.Operation.Query) Parameter(json, shapes, "query", query);
        if (routed.Operation.IsRepeatable && api.RepeatHeader is { } header) Parameter(json, shapes, "header", header);
        json.WriteEndArray();
    }

    public static void Parameter(Utf8JsonWriter json, ShapeWriter shapes, string place, Property parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteString("in", place);
        json.WriteBoolean("required", parameter.IsRequired);
        if (parameter.Shape.About.Length > 0) json.WriteString("description", parameter.Shape.About);
        json.WritePropertyName("schema");
        shapes.Write(parameter.Shape with { About = "" });
        shapes.Code("x-return-code", parameter.Code);
        json.WriteEndObject();
    }

    private void Body(Operation operation)
    {
        json.WriteStartObject("requestBody");
        json.WriteBoolean("required", true);
        json.WriteStartObject("content");
        json.WriteStartObject("application/json");
        json.WritePropertyName("schema");
        shapes.Write(operation.Body!);
        json.WriteStartObject("examples");
        foreach (var example in operation.Examples.Where(e => e.Body is not null))
        {
            json.WriteStartObject(example.Name);
            json.WriteString("summary", example.Summary);
            json.WritePropertyName("value");
            json.WriteRawValue(ExampleText.Fixed(example.Body!));
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Reply(Reply reply)
    {
        json.WriteStartObject(reply.Status.ToString(CultureInfo.InvariantCulture));
        json.WriteString("description", reply.About);
        if (reply.Shapes.Count > 0 || reply.IsPage)
        {
            json.WriteStartObject("content");
            json.WriteStartObject(reply.IsPage ? "text/html" : "application/json");
            if (reply.Shapes.Count > 0) Content(reply);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private void Content(Reply reply)
    {
        var all = reply.Shapes;
        json.WritePropertyName("schema");
        if (all.Count == 1) shapes.Write(all[0]);
        else shapes.Choice(all);
        if (reply.Status >= StatusCodes.Status500InternalServerError) return;
        json.WritePropertyName("example");
        SampleWriter.Write(json, all[^1]);
    }

    /// <summary>Whole conversations, so that a program can send every example: what is asked first, and what is taken from those answers.</summary>
    private void Calls(Operation operation)
    {
        json.WriteStartArray("x-calls");
        foreach (var example in operation.Examples)
        {
            json.WriteStartObject();
            json.WriteString("example", example.Name);
            json.WriteString("summary", example.Summary);
            json.WriteNumber("status", example.Status);
            json.WriteString("query", example.Query);
            foreach (var pointer in ExampleText.NewIn(example.Body)) json.WriteString("fresh", pointer);
            if (example.Address is not null) json.WriteString("address", example.Address);
            json.WriteStartObject("path");
            foreach (var (name, value) in example.Path) json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteStartArray("first");
            foreach (var step in example.First) First(step);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void First(Step step)
    {
        json.WriteStartObject();
        json.WriteString("operationId", step.Operation);
        json.WriteString("example", step.Example);
        json.WriteString("takes", step.Takes);
        json.WriteString("from", step.From);
        json.WriteEndObject();
    }
}
