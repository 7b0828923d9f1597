using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Checkout.Tests.Server;

/// <summary>An answer as it came over the wire.</summary>
public sealed record Answer(HttpStatusCode Status, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public JsonNode? Json => Body.Length > 0 && Body[0] is '{' or '[' ? JsonNode.Parse(Body) : null;

    public JsonNode Payment => Json!["Payment"]!;

    public int StatusId => Payment["Status"]!["ID"]!.GetValue<int>();

    public int[] Codes => [.. (Json!.AsObject().First().Value!["Status"]!["Reasons"]!.AsArray()).Select(r => r!["Code"]!.GetValue<int>())];

    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(h => h.Key, h => string.Join(", ", h.Value), StringComparer.OrdinalIgnoreCase);
        return new Answer(response.StatusCode, headers, await response.Content.ReadAsStringAsync());
    }

    public override string ToString() => $"{(int)Status} {Body}";

    /// <summary>Whether a text is well-formed JSON with exactly one root key.</summary>
    public bool IsOneResource(string key)
    {
        using var document = JsonDocument.Parse(Body);
        return document.RootElement.EnumerateObject().Select(p => p.Name).SequenceEqual([key]);
    }
}
