using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace Checkout.Tests.Server.Described;

/// <summary>A sandbox with what it says of itself in one dialect, and somebody who takes it at its word.</summary>
/// <param name="name">The dialect.</param>
/// <param name="credentials">User name and password that open it.</param>
public abstract class DescribedServer(string name, string credentials) : SandboxServer, IAsyncLifetime
{
    private readonly HashSet<string> _methods = ["get", "post", "delete", "options"];

    internal string Name => name;

    internal JsonNode Document { get; private set; } = null!;

    internal SchemaCheck Check { get; private set; } = null!;

    internal IReadOnlyList<DescribedOperation> Operations { get; private set; } = [];

    /// <summary>Those at the first of their addresses.</summary>
    internal IEnumerable<DescribedOperation> Plain => Operations.Where(operation => operation.Node["x-same-as"] is null);

    /// <summary>The routes of the dialect's own controllers and, by hand, of its pages.</summary>
    internal abstract (string Namespace, string[] Pages) Routes { get; }

    /// <summary>Words of its tables that have to be on the page.</summary>
    internal abstract string[] Words { get; }

    async Task IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Document = JsonNode.Parse(await Checkout.Http.GetStringAsync($"/openapi/{name}.json"))!;
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

    /// <summary>What is wrong with an answer that was to be a refusal for this reason; null: nothing.</summary>
    internal abstract bool IsRefused(Answer answer, string code, string[] place);

    /// <summary>Does what an example needs first, and then what it says, or something like it.</summary>
    internal async Task<Answer> CallAsync(DescribedOperation operation, string example, Func<JsonObject, JsonNode>? change = null, Asking? asking = null)
    {
        var call = operation.Calls.Single(c => (string?)c["example"] == example);
        var words = call["path"]!.AsObject().ToDictionary(value => value.Key, value => (string)value.Value!);
        foreach (var step in call["first"]!.AsArray()) await TakeAsync(step!, words);
        return await SendAsync(operation, call, words, change, asking);
    }

    /// <summary>Sends a body to an address as it stands.</summary>
    internal Task<Answer> SendAsync(DescribedOperation operation, string address, JsonNode? body) => SendAsync(operation, address, body, [], new Asking());

    /// <summary>The answer is one that the document names, and looks as it says.</summary>
    internal void LooksAsSaid(DescribedOperation operation, Answer answer)
    {
        var status = ((int)answer.Status).ToString(CultureInfo.InvariantCulture);
        var reply = operation.Node["responses"]![status];
        Assert.True(reply is not null, $"{operation.Id} does not name {answer}");
        if (reply["content"]?["application/json"] is not { } json) return;
        Assert.Empty(Check.Faults(json["schema"]!, answer.Json).Select(fault => $"{operation.Id} {status}{fault}"));
    }

    private async Task TakeAsync(JsonNode step, Dictionary<string, string> words)
    {
        var operation = Find((string)step["operationId"]!);
        var answer = await SendAsync(operation, operation.Calls.Single(c => (string?)c["example"] == (string?)step["example"]), words);
        Assert.True((int)answer.Status < 300, $"{operation.Id} {step["example"]}: {answer}");
        if ((string)step["takes"]! is { Length: > 0 } word) words[word] = ((string)step["from"]!)[1..].Split('/').Aggregate(answer.Json!, Into).ToString();
    }

    private Task<Answer> SendAsync(DescribedOperation operation, JsonNode call, Dictionary<string, string> words, Func<JsonObject, JsonNode>? change = null, Asking? asking = null)
    {
        var asked = asking?.Query ?? (string)call["query"]!;
        var address = Filled((string?)call["address"] ?? operation.Path + (asked.Length > 0 ? "?" + asked : ""), words);
        var body = operation.Example((string)call["example"]!) is { } example ? JsonNode.Parse(Filled(example.ToJsonString(), words))!.AsObject() : null;
        if (body is not null && (string?)call["fresh"] is { } fresh) body.Put(fresh[1..].Split('/'), Orders.NewReference("said"));
        return SendAsync(operation, address, body is null || change is null ? body : change(body), words, asking ?? new Asking());
    }

    private async Task<Answer> SendAsync(DescribedOperation operation, string address, JsonNode? body, Dictionary<string, string> words, Asking asking)
    {
        using var request = new HttpRequestMessage(new HttpMethod(operation.Method), address) { Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        if (operation.KeyName is { } key) request.Headers.Authorization = Show(Document["components"]!["securitySchemes"]![key]!, words, asking.Credentials);
        if (asking.RequestId is { } id) request.Headers.Add("RequestId", id);
        using var response = await Checkout.Http.SendAsync(request);
        return await Answer.OfAsync(response);
    }

    private AuthenticationHeaderValue Show(JsonNode scheme, Dictionary<string, string> words, string? other) => (string)scheme["scheme"]! == "bearer"
        ? new AuthenticationHeaderValue("Bearer", other ?? words[(string)scheme["x-word"]!])
        : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(other ?? credentials)));

    private static JsonNode Into(JsonNode node, string step) => node is JsonArray list ? list[int.Parse(step, CultureInfo.InvariantCulture)]! : node[step]!;

    private static string Filled(string text, Dictionary<string, string> words) => words.Aggregate(text, (all, word) => all.Replace("{" + word.Key + "}", word.Value, StringComparison.Ordinal));
}

/// <summary>What is asked otherwise than the example says; null: as it says.</summary>
internal sealed record Asking(string? Query = null, string? Credentials = null, string? RequestId = null);

internal static class Bodies
{
    /// <summary>Puts a value at a place; objects on the way are made.</summary>
    public static JsonObject Put(this JsonObject body, IReadOnlyList<string> place, JsonNode? value)
    {
        var inner = body;
        foreach (var step in place.Take(place.Count - 1))
        {
            if (inner[step] is not JsonObject) inner[step] = new JsonObject();
            inner = inner[step]!.AsObject();
        }

        inner[place[^1]] = value?.DeepClone();
        return body;
    }
}

/// <summary>An operation as the document names it.</summary>
internal sealed record DescribedOperation(string Method, string Path, JsonNode Node)
{
    public string Id => (string)Node["operationId"]!;

    public IEnumerable<JsonNode> Calls => Node["x-calls"]!.AsArray()!;

    public JsonNode? Body => Node["requestBody"]?["content"]!["application/json"]!["schema"];

    /// <summary>How the key is shown; null: it wants none.</summary>
    public string? KeyName => Node["security"]!.AsArray().FirstOrDefault()?.AsObject().First().Key;

    public IEnumerable<JsonNode> Parameters(string place) => Node["parameters"]!.AsArray().Where(p => (string?)p!["in"] == place)!;

    public JsonNode? Example(string name) => Node["requestBody"]?["content"]!["application/json"]!["examples"]![name]?["value"];
}
