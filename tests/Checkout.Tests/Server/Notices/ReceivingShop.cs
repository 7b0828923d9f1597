using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Checkout.Tests.Server.Notices;

/// <summary>A notice as it came to the shop.</summary>
public sealed record HeardNotice(string Method, string Path, string? ContentType, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Authorization => Headers.GetValueOrDefault("Authorization");

    public JsonNode Json { get; } = JsonNode.Parse(Body)!;

    /// <summary>The one key at the root: Payment or Refund.</summary>
    public string Kind => Json.AsObject().Single().Key;

    /// <summary>What a Cardgate callback tells about; null in the Smart2Pay dialect.</summary>
    public JsonNode? Invoice => Json["data"]?["attributes"];

    public string Reference => (string)(Invoice?["reference_id"] ?? Json[Kind]!["MerchantTransactionID"])!;

    public int StatusId => (int)Json[Kind]!["Status"]!["ID"]!;

    public override string ToString() => Body;
}

/// <summary>The server of a shop: hears notices on a port of its own and answers what the test tells it to.</summary>
public sealed class ReceivingShop : IAsyncDisposable
{
    /// <summary>No answer at all: the line is cut.</summary>
    public const int HangsUp = 0;

    private readonly WebApplication _app;
    private readonly ConcurrentQueue<HeardNotice> _heard = new();

    private ReceivingShop(WebApplication app) => _app = app;

    public string Url => _app.Urls.First() + "/hear";

    /// <summary>Everything that came, in the order in which it came.</summary>
    public IReadOnlyList<HeardNotice> Heard => [.. _heard];

    /// <summary>The status to answer a notice with, or <see cref="HangsUp"/>; it may take its time.</summary>
    public Func<HeardNotice, Task<int>> Answers { get; set; } = _ => Task.FromResult(204);

    /// <summary>Headers that go with each answer.</summary>
    public IReadOnlyDictionary<string, string> AnswerHeaders { get; set; } = new Dictionary<string, string>();

    public static async Task<ReceivingShop> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var shop = new ReceivingShop(app);
        app.Run(shop.HearAsync);
        await app.StartAsync();
        return shop;
    }

    public IReadOnlyList<HeardNotice> About(string reference) => [.. _heard.Where(n => n.Reference == reference)];

    /// <summary>Waits until as many notices about a reference came.</summary>
    public Task<IReadOnlyList<HeardNotice>> HearsAsync(string reference, int count = 1) =>
        CheckoutClient.EventuallyAsync(() => Task.FromResult(About(reference)), heard => heard.Count >= count);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(new CancellationToken(canceled: true));
        await _app.DisposeAsync();
    }

    private async Task HearAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var request = http.Request;
        var headers = request.Headers.ToDictionary(h => h.Key, h => h.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var notice = new HeardNotice(request.Method, request.Path, request.ContentType, headers, await reader.ReadToEndAsync());
        _heard.Enqueue(notice);
        foreach (var (name, value) in AnswerHeaders) http.Response.Headers[name] = value;
        var status = await Answers(notice).WaitAsync(http.RequestAborted);
        if (status == HangsUp) http.Abort();
        else http.Response.StatusCode = status;
    }
}
