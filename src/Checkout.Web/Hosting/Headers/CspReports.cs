using System.Collections.Frozen;
using System.Text.Json;

namespace Checkout.Web.Hosting.Headers;

/// <summary>
/// Takes browsers' reports about things our policy stopped. Anybody can send one, so nothing of it is kept except the name of a
/// directive that exists, and that at most once a minute each.
/// </summary>
public sealed class CspReports(ILogger<CspReports> logger, TimeProvider clock)
{
    private const int LargestBytes = 8 * 1024;
    private const int MostReports = 20;

    private static readonly FrozenDictionary<string, int> Directives = new[]
    {
        "default-src", "script-src", "script-src-elem", "script-src-attr", "style-src", "style-src-elem", "style-src-attr", "img-src", "font-src",
        "connect-src", "form-action", "base-uri", "object-src", "frame-ancestors", "frame-src", "worker-src", "manifest-src", "media-src",
        "require-trusted-types-for", "trusted-types",
    }.Select((name, index) => (name, index)).ToFrozenDictionary(d => d.name, d => d.index, StringComparer.Ordinal);

    private readonly long[] _lastMinute = new long[Directives.Count];

    public async Task<IResult> TakeAsync(HttpRequest request)
    {
        if (await ReadAsync(request) is { } body)
        {
            foreach (var directive in DirectivesIn(body)) Note(directive);
        }

        return Results.NoContent();
    }

    private static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        if (request.ContentLength > LargestBytes) return null;
        var buffer = new byte[LargestBytes + 1];
        var filled = 0;
        int read;
        while (filled < buffer.Length && (read = await request.Body.ReadAsync(buffer.AsMemory(filled), request.HttpContext.RequestAborted)) > 0) filled += read;
        return filled > LargestBytes ? null : buffer[..filled];
    }

    /// <summary>Reads both shapes: the Reporting API's list with <c>body.effectiveDirective</c>, and the older <c>csp-report</c>.</summary>
    private static List<string> DirectivesIn(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 8 });
            var root = json.RootElement;
            var reports = root.ValueKind == JsonValueKind.Array ? root.EnumerateArray().Take(MostReports) : [root];
            return [.. reports.Select(DirectiveOf).OfType<string>()];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    private static string? DirectiveOf(JsonElement report) =>
        Part(report, "body") is { } modern ? Text(Part(modern, "effectiveDirective"))
        : Part(report, "csp-report") is { } older ? Text(Part(older, "effective-directive")) ?? Text(Part(older, "violated-directive"))
        : null;

    private static JsonElement? Part(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var part) ? part : null;

    private static string? Text(JsonElement? element) => element is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private void Note(string directive)
    {
        if (!Directives.TryGetValue(directive, out var index)) return;
        var minute = clock.GetUtcNow().ToUnixTimeSeconds() / 60;
        if (Interlocked.Exchange(ref _lastMinute[index], minute) != minute) Log.PolicyStopped(logger, directive);
    }
}
