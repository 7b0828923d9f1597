using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Checkout.Tests.Server.Chain;

/// <summary>What happens to one request on its way.</summary>
public enum Trouble
{
    /// <summary>The upstream never gets it, and the caller's connection is reset.</summary>
    ResetBefore,

    /// <summary>The upstream does it, and its answer is lost.</summary>
    ResetAfter,

    /// <summary>The upstream does it, and something on the way says 500.</summary>
    ErrorAfter,

    /// <summary>The upstream does it, and its answer arrives as something else.</summary>
    Garbage,

    /// <summary>The upstream does it, and its answer names a higher amount.</summary>
    OtherAmount,

    /// <summary>The upstream does it, and its answer names a lower amount.</summary>
    LowerAmount,

    /// <summary>The upstream does it, and its answer takes longer than anybody waits.</summary>
    Slow,

    /// <summary>Something on the way is overloaded and lets nothing through.</summary>
    Overload,

    /// <summary>The caller's connection is reset, and the request lies somewhere until it is delivered.</summary>
    HeldBack,
}

/// <summary>One request that went over the line.</summary>
public sealed record Passed(string Method, string Path, string Body);

/// <summary>The line between one Checkout and the provider it calls: passes everything on, remembers it, and has the troubles a test wants.</summary>
public sealed class Line : IAsyncDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly ConcurrentQueue<Passed> _passed = new();
    private readonly ConcurrentQueue<HttpRequestMessage> _heldBack = new();
    private WebApplication _app = null!;

    private Line(string upstream) => Upstream = upstream;

    public string Address { get; private set; } = "";

    /// <summary>Where the line leads; a provider that was restarted may be elsewhere.</summary>
    public string Upstream { get; set; }

    public IReadOnlyList<Passed> Passed => [.. _passed];

    /// <summary>The trouble for a request; null lets it pass.</summary>
    public Func<Passed, Trouble?> Has { get; set; } = _ => null;

    /// <summary>What a request waits for before it is passed on.</summary>
    public Func<Passed, Task> BeforePassing { get; set; } = _ => Task.CompletedTask;

    /// <summary>What an answer waits for before it is passed back.</summary>
    public Func<Passed, Task> BeforeAnswering { get; set; } = _ => Task.CompletedTask;

    public static async Task<Line> OpenAsync(string upstream)
    {
        var line = new Line(upstream);
        await line.ListenAsync("http://127.0.0.1:0");
        line.Address = line._app.Urls.First();
        return line;
    }

    /// <summary>What was held back arrives at last; nobody waits for the answer any more.</summary>
    /// <returns>What the upstream said to each.</returns>
    public async Task<IReadOnlyList<HttpStatusCode>> DeliverAsync()
    {
        List<HttpStatusCode> answers = [];
        while (_heldBack.TryDequeue(out var request))
        {
            using (request)
            using (var answer = await _http.SendAsync(request)) answers.Add(answer.StatusCode);
        }

        return answers;
    }

    /// <summary>Nobody listens any more: connections are refused.</summary>
    public async Task CutAsync() => await _app.DisposeAsync();

    public Task MendAsync() => ListenAsync(Address);

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private async Task ListenAsync(string address)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(address);
        _app = builder.Build();
        _app.Run(PassAsync);
        await _app.StartAsync();
    }

    private async Task PassAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body, Encoding.UTF8);
        var passed = new Passed(http.Request.Method, http.Request.Path + http.Request.QueryString.Value, await reader.ReadToEndAsync());
        _passed.Enqueue(passed);
        var trouble = Has(passed);
        if (trouble == Trouble.HeldBack) _heldBack.Enqueue(Onward(http.Request, passed));
        if (trouble is Trouble.ResetBefore or Trouble.HeldBack) http.Abort();
        else if (trouble == Trouble.Overload) http.Response.StatusCode = 503;
        else await PassOnAsync(http, passed, trouble);
    }

    private async Task PassOnAsync(HttpContext http, Passed passed, Trouble? trouble)
    {
        await BeforePassing(passed);
        var answer = await ForwardAsync(http.Request, passed);
        await BeforeAnswering(passed);
        await AnswerAsync(http, answer, trouble);
    }

    private async Task<(HttpStatusCode Status, MediaTypeHeaderValue? Type, string Body)> ForwardAsync(HttpRequest asked, Passed passed)
    {
        using var request = Onward(asked, passed);
        using var answer = await _http.SendAsync(request);
        return (answer.StatusCode, answer.Content.Headers.ContentType, await answer.Content.ReadAsStringAsync());
    }

    private HttpRequestMessage Onward(HttpRequest asked, Passed passed)
    {
        var request = new HttpRequestMessage(new HttpMethod(passed.Method), Upstream + passed.Path);
        if (passed.Body.Length > 0) request.Content = new StringContent(passed.Body, Encoding.UTF8, "application/json");
        foreach (var name in new[] { "Authorization", "RequestId", "Accept" })
        {
            if (asked.Headers.TryGetValue(name, out var value)) request.Headers.TryAddWithoutValidation(name, value.ToString());
        }

        return request;
    }

    private static async Task AnswerAsync(HttpContext http, (HttpStatusCode Status, MediaTypeHeaderValue? Type, string Body) answer, Trouble? trouble)
    {
        if (trouble == Trouble.ResetAfter)
        {
            http.Abort();
            return;
        }

        if (trouble == Trouble.Slow) await Task.Delay(TimeSpan.FromSeconds(40), http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        http.Response.StatusCode = trouble == Trouble.ErrorAfter ? 500 : (int)answer.Status;
        http.Response.ContentType = answer.Type?.ToString();
        await http.Response.WriteAsync(trouble switch
        {
            Trouble.Garbage => answer.Body[..(answer.Body.Length / 2)],
            Trouble.OtherAmount => answer.Body.Replace("2599", "2699", StringComparison.Ordinal).Replace("25.99", "26.99", StringComparison.Ordinal),
            Trouble.LowerAmount => answer.Body.Replace("2599", "2500", StringComparison.Ordinal).Replace("25.99", "25", StringComparison.Ordinal),
            _ => answer.Body,
        });
    }
}
