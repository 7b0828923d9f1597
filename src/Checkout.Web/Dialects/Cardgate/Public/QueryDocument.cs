using System.Text;
using System.Text.Json.Nodes;
using Checkout.Web.Dialects.Cardgate.Fields;
using Checkout.Web.Dialects.Cardgate.Wire;
using Microsoft.Extensions.Primitives;

namespace Checkout.Web.Dialects.Cardgate.Public;

/// <summary>
/// A query whose names nest in brackets, <c>customer[email]=…</c>, as the document that a program would have sent (§13.2), so that one reader
/// reads both.
/// </summary>
public static class QueryDocument
{
    private const int Deepest = 4;

    private static readonly HashSet<string> Known = [.. PublicAttributes.OfInvoice.Select(f => f.Name), .. PublicAttributes.OfInvoice.Select(f => f.AlsoCalled).OfType<string>()];

    /// <summary>Of what is no field of ours nothing is looked at, and nothing said: whoever wrote the link could say anything with it.</summary>
    /// <returns>The document; or the field that stands there twice, or in brackets that nest no such way.</returns>
    public static (RequestDocument? Document, string? Fault) Read(IEnumerable<KeyValuePair<string, StringValues>> query)
    {
        var root = new JsonObject();
        foreach (var (name, values) in query)
        {
            var field = name.Split('[', 2)[0];
            if (Known.Contains(field) && (values.Count != 1 || PathOf(name) is not { } path || !TryPut(root, path, values[0]))) return (null, field);
        }

        return RequestDocument.ReadFlat(Encoding.UTF8.GetBytes(root.ToJsonString())) is { } document ? (document, null) : (null, "");
    }

    private static bool TryPut(JsonObject place, string[] path, string? value)
    {
        foreach (var step in path[..^1])
        {
            if (!place.TryGetPropertyValue(step, out var inner)) place[step] = inner = new JsonObject();
            if (inner is not JsonObject next) return false;
            place = next;
        }

        return place.TryAdd(path[^1], JsonValue.Create(value));
    }

    /// <summary><c>a[b][c]</c> as a, b, c; null for anything else.</summary>
    private static string[]? PathOf(string name)
    {
        var open = name.IndexOf('[', StringComparison.Ordinal);
        if (open < 0) return name.Length > 0 && !name.Contains(']', StringComparison.Ordinal) ? [name] : null;
        if (open == 0 || name[^1] != ']') return null;
        string[] path = [name[..open], .. name[(open + 1)..^1].Split("][")];
        return path.Length <= Deepest && path.All(step => step.Length > 0 && !step.AsSpan().ContainsAny('[', ']')) ? path : null;
    }
}
