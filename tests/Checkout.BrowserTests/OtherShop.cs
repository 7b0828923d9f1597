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
        app.MapGet("/sells", Checkout);
        await app.StartAsync();
        return new OtherShop(app);
    }

    /// <summary>The shop under another name, so that it is another site to our server's.</summary>
    public string Origin => _app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>A page that sends shoppers on to pay: by a form of this method, in a frame or not, which it may take away when it hears "close".</summary>
    public string Sells(string action, string method = "get", bool framed = false, bool takesAway = false) =>
        $"{Origin}/sells?action={Uri.EscapeDataString(action)}&method={method}&framed={framed}&takes={takesAway}";

    private static IResult Checkout(string action, string method, bool framed, bool takes)
    {
        const string hears = "addEventListener('message', e => { document.getElementById('heard').textContent += ' ' + (e.data.type ? e.data.type + '=' + e.data.status + '=' + e.data.id : e.data);";
        var frame = framed ? "<iframe id=\"frame\" name=\"frame\" title=\"Payment\" width=\"375\" height=\"600\"></iframe>" : "";
        var script = $"<script>{hears} {(takes ? "if (e.data === 'close') document.getElementById('frame').remove();" : "")} }});</script>";
        return Results.Content(
            "<!doctype html><html lang=\"en\"><link rel=\"icon\" href=\"data:,\"><title>Other shop</title><p id=\"heard\"></p>"
            + $"<form action=\"{HtmlEncoder.Default.Encode(action)}\" method=\"{HtmlEncoder.Default.Encode(method)}\" target=\"{(framed ? "frame" : "_self")}\"><button id=\"go\">Pay</button></form>{frame}{script}", "text/html");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
