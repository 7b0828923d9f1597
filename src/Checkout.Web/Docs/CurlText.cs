using System.Text;

namespace Checkout.Web.Docs;

/// <summary>Says an example as commands for a shell that can be copied as they are.</summary>
/// <param name="key">User name and password.</param>
public sealed class CurlText(IReadOnlyList<RoutedOperation> operations, string address, string key)
{
    public string Of(RoutedOperation routed, Example example)
    {
        var text = new StringBuilder();
        foreach (var step in example.First) First(text, step);
        return text.Append(Call(routed, example, quiet: false)).ToString();
    }

    private void First(StringBuilder text, Step step)
    {
        var routed = operations.First(o => o.Id == step.Operation);
        var call = Call(routed, routed.Operation.Examples.First(e => e.Name == step.Example), quiet: true);
        if (step.Takes.Length == 0) text.Append(call).Append(" > /dev/null\n");
        else text.Append(step.Takes).Append("=$(").Append(call).Append(" | ").Append(Take(step.From)).Append(")\n");
    }

    /// <summary>Without a tool that reads JSON: the first number or text of that name.</summary>
    private static string Take(string pointer)
    {
        var name = pointer[(pointer.LastIndexOf('/') + 1)..];
        return $$"""grep -o '"{{name}}":"*[^",}]*' | head -n 1 | cut -d: -f2- | tr -d '"'""";
    }

    private static string PathOf(RoutedOperation routed, Example example) =>
        example.Path.Aggregate(routed.Route.Path, static (path, value) => path.Replace("{" + value.Key + "}", value.Value, StringComparison.Ordinal));

    private string Show(string? word) => word is null ? $"-u {key} " : $"-H \"Authorization: Bearer ${word}\" ";

    private string Call(RoutedOperation routed, Example example, bool quiet)
    {
        var where = example.Address ?? address + PathOf(routed, example) + (example.Query.Length > 0 ? "?" + example.Query : "");
        var hasBody = routed.Operation.Replies.Any(reply => reply.Status == example.Status && (reply.Shapes.Count > 0 || reply.IsPage));
        var text = new StringBuilder("curl ").Append(quiet ? "-s " : hasBody ? "" : "-i ");
        if (where.Contains('[', StringComparison.Ordinal)) text.Append("-g ");
        if (routed.Operation.NeedsKey) text.Append(Show(routed.Operation.Key?.Word));
        if (routed.Route.Method != "GET" && example.Body is null) text.Append("-X ").Append(routed.Route.Method).Append(' ');
        text.Append('"').Append(ExampleText.InDoubleQuotes(where)).Append('"');
        if (example.Body is null) return text.ToString();
        text.Append(quiet ? "" : " \\\n ").Append(" -H 'Content-Type: application/json' -d '").Append(quiet ? "" : "\n");
        return text.Append(ExampleText.InSingleQuotes(quiet ? ExampleText.InOneLine(example.Body) : ExampleText.InLines(example.Body))).Append('\'').ToString();
    }
}
