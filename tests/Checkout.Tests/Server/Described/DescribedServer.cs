using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.Described;

/// <summary>A sandbox with what it says of itself, and somebody who takes it at its word.</summary>
public sealed class DescribedServer : SandboxServer, IAsyncLifetime
{
    private readonly HashSet<string> _methods = ["get", "post", "options"];

    internal JsonNode Document { get; private set; } = null!;

    internal SchemaCheck Check { get; private set; } = null!;

    internal IReadOnlyList<DescribedOperation> Operations { get; private set; } = [];

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Document = JsonNode.Parse(await Checkout.Http.GetStringAsync("/openapi/smart2pay.json"))!;
        Check = new SchemaCheck(Document);
        Operations =
        [
            .. from path in Document["paths"]!.AsObject()
               from operation in path.Value!.AsObject()
               where _methods.Contains(operation.Key)
               select new DescribedOperation(operation.Key.ToUpperInvariant(), path.Key, operation.Value!),
        ];
    }

    internal DescribedOperation Find(string id) => Operations.Single(operation => operation.Id == id);

    /// <summary>Does what an example needs first, and then what it says, or something like it.</summary>
    internal async Task<Answer> CallAsync(DescribedOperation operation, string example, Func<JsonObject, JsonNode>? change = null, string? query = null, string? credentials = null, string? requestId = null)
    {
        var call = operation.Calls.Single(c => (string?)c["example"] == example);
        var words = call["path"]!.AsObject().ToDictionary(value => value.Key, value => (string)value.Value!);
        foreach (var step in call["first"]!.AsArray()) await TakeAsync(step!, words);
        return await SendAsync(operation, call, words, change, query, credentials, requestId);
    }

    /// <summary>The answer is one that the document names, and looks as it says.</summary>
    internal void LooksAsSaid(DescribedOperation operation, Answer answer)
    {
        var status = ((int)answer.Status).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var reply = operation.Node["responses"]![status];
        Assert.True(reply is not null, $"{operation.Id} does not name {answer}");
        if (reply["content"]?["application/json"] is not { } json) return;
        Assert.Empty(Check.Faults(json["schema"]!, answer.Json).Select(fault => $"{operation.Id} {status}{fault}"));
    }

    private async Task TakeAsync(JsonNode step, Dictionary<string, string> words)
    {
        var operation = Find((string)step["operationId"]!);
        var answer = await SendAsync(operation, operation.Calls.Single(c => (string?)c["example"] == (string?)step["example"]), words);
        Assert.True((int)answer.Status < 300, answer.ToString());
        if ((string)step["takes"]! is { Length: > 0 } word) words[word] = ((string)step["from"]!)[1..].Split('/').Aggregate(answer.Json!, Into).ToString();
    }

    private Task<Answer> SendAsync(
        DescribedOperation operation, JsonNode call, Dictionary<string, string> words, Func<JsonObject, JsonNode>? change = null, string? query = null, string? credentials = null, string? requestId = null)
    {
        var asked = query ?? (string)call["query"]!;
        var address = Filled((string?)call["address"] ?? operation.Path + (asked.Length > 0 ? "?" + asked : ""), words);
        var body = operation.Example((string)call["example"]!) is { } example ? JsonNode.Parse(Filled(example.ToJsonString(), words))!.AsObject() : null;
        if (body?.First().Value is JsonObject resource && resource.ContainsKey("MerchantTransactionID")) resource["MerchantTransactionID"] = Orders.NewReference("said");
        var sent = body is null || change is null ? body : change(body);
        return Checkout.SendAsync(new HttpMethod(operation.Method), address, sent?.ToJsonString(), credentials, requestId);
    }

    private static JsonNode Into(JsonNode node, string step) => node is JsonArray list ? list[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)]! : node[step]!;

    private static string Filled(string text, Dictionary<string, string> words) => words.Aggregate(text, (all, word) => all.Replace("{" + word.Key + "}", word.Value, StringComparison.Ordinal));
}

/// <summary>An operation as the document names it.</summary>
internal sealed record DescribedOperation(string Method, string Path, JsonNode Node)
{
    public string Id => (string)Node["operationId"]!;

    public IEnumerable<JsonNode> Calls => Node["x-calls"]!.AsArray()!;

    public JsonNode? Body => Node["requestBody"]?["content"]!["application/json"]!["schema"];

    public IEnumerable<JsonNode> Parameters(string place) => Node["parameters"]!.AsArray().Where(p => (string?)p!["in"] == place)!;

    public JsonNode? Example(string name) => Node["requestBody"]?["content"]!["application/json"]!["examples"]![name]?["value"];
}
