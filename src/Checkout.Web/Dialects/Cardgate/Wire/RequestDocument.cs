using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Checkout.Web.Dialects.Cardgate.Wire;

/// <summary>
/// A request's body as JSON, whatever its content type says (API-3): no key twice, at most 16 levels, strict UTF-8. It reads the body's
/// own bytes, so that a card number in it is nowhere else.
/// </summary>
public sealed class RequestDocument : IDisposable
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 16, AllowDuplicateProperties = false };

    private readonly JsonDocument _json;

    private RequestDocument(JsonDocument json, Place data) => (_json, Data) = (json, data);

    /// <summary>The <c>data</c> object, or the whole document where it has none.</summary>
    public Place Data { get; }

    public Place Attributes => Data["attributes"];

    /// <summary>Null when the body is no JSON, or has no <c>data</c> object.</summary>
    /// <param name="body">Has to stay as long as the document.</param>
    public static RequestDocument? Read(ReadOnlyMemory<byte> body)
    {
        if (Parse(body) is not { } json) return null;
        if (json.RootElement.ValueKind == JsonValueKind.Object && json.RootElement.TryGetProperty("data"u8, out var data) && data.ValueKind == JsonValueKind.Object)
            return new RequestDocument(json, new Place(data, "/data"));
        json.Dispose();
        return null;
    }

    /// <summary>A document without the <c>data</c> around its fields, as pages with a public key send it (§14). Null when the body is no JSON object.</summary>
    /// <param name="body">Has to stay as long as the document.</param>
    public static RequestDocument? ReadFlat(ReadOnlyMemory<byte> body)
    {
        if (Parse(body) is not { } json) return null;
        if (json.RootElement.ValueKind == JsonValueKind.Object) return new RequestDocument(json, new Place(json.RootElement, ""));
        json.Dispose();
        return null;
    }

    public void Dispose() => _json.Dispose();

    private static JsonDocument? Parse(ReadOnlyMemory<byte> body)
    {
        if (!Utf8.IsValid(body.Span)) return null;
        // Some editors and libraries put a mark before a text that is none of it (RFC 8259, 8.1).
        if (body.Span.StartsWith(Encoding.UTF8.Preamble)) body = body[Encoding.UTF8.Preamble.Length..];
        try
        {
            return JsonDocument.Parse(body, Strict);
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }
}
