using System.Threading.Channels;
using Checkout.Core.Upstream;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Checkout.Tests.Connectors.Cardgate;

/// <summary>Hears callbacks on a port of its own, byte for byte as they come over the wire.</summary>
internal sealed class CallbackEar : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly Channel<CallbackMessage> _heard = Channel.CreateUnbounded<CallbackMessage>();
    private readonly WebApplication _app;

    private CallbackEar(WebApplication app) => _app = app;

    public string Url => _app.Urls.First() + "/callbacks";

    public static async Task<CallbackEar> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var ear = new CallbackEar(app);
        app.Run(ear.HearAsync);
        await app.StartAsync();
        return ear;
    }

    /// <summary>The next callback; fails when none comes.</summary>
    public async Task<CallbackMessage> NextAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        return await _heard.Reader.ReadAsync(limit.Token);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task HearAsync(HttpContext http)
    {
        using var body = new MemoryStream();
        await http.Request.Body.CopyToAsync(body);
        _heard.Writer.TryWrite(new CallbackMessage(http.Request.Headers.Authorization, http.Request.Headers["X-Signature"], body.ToArray()));
    }
}
