using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Checkout.BrowserTests;

/// <summary>A merchant's site on an origin of its own: one page shoppers come back to, which shows what they brought along.</summary>
public sealed class OtherShop : IAsyncDisposable
{
    private readonly WebApplication _app;

    private OtherShop(WebApplication app) => _app = app;

    public string ReturnUrl => _app.Urls.First() + "/thanks?order=7";

    public static async Task<OtherShop> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapGet("/thanks", (HttpRequest request) => Results.Content(
            "<!doctype html><html lang=\"en\"><link rel=\"icon\" href=\"data:,\"><title>Other shop</title><h1 id=\"thanks\">Other shop</h1><p id=\"brought\">"
            + HtmlEncoder.Default.Encode(request.QueryString.Value ?? ""), "text/html"));
        await app.StartAsync();
        return new OtherShop(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
