using System.Text.Json.Nodes;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>The smallest invoice that answers <see cref="Order"/>, pending and with a bearer; a test writes over it what it is about.</summary>
internal static class ScriptedInvoice
{
    public const string Id = "cpi_ADzwZTG99f3q3utQ";

    public const string Bearer = "eyJhbGciOi.scripted.c2ln";

    public static ExamOrder Order { get; } = new("5519283812030000") { Capture = true };

    /// <param name="attributes">JSON whose members replace the usual ones; a member that is null stays as null.</param>
    public static string Document(string attributes = "{}") => new JsonObject { ["data"] = Resource(attributes) }.ToJsonString();

    public static string List(params string[] attributes) => new JsonObject { ["data"] = new JsonArray([.. attributes.Select(Resource)]) }.ToJsonString();

    public static JsonNode Resource(string attributes)
    {
        var usual = new JsonObject
        {
            ["reference_id"] = Order.Reference, ["status"] = "process_pending", ["resolution"] = "ok", ["amount"] = JsonNode.Parse("25.99"), ["currency"] = "EUR",
            ["flow_data"] = new JsonObject
            {
                ["action"] = "https://gate.example/hpp/cgi_ZzhRb7xLro7cIf0N", ["method"] = "GET", ["params"] = new JsonArray(),
                ["metadata"] = new JsonObject { ["token"] = Bearer },
            },
        };
        foreach (var (name, value) in JsonNode.Parse(attributes)!.AsObject()) usual[name] = value?.DeepClone();
        return new JsonObject { ["type"] = "payment-invoices", ["id"] = Id, ["attributes"] = usual };
    }
}
