using System.Text.Encodings.Web;
using System.Text.Json.Nodes;
using Checkout.BrowserTests.Published;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Checkout.BrowserTests;

/// <summary>A merchant's site on an origin of its own: one page shoppers come back to, which shows what they brought along.</summary>
public sealed class OtherShop : IAsyncDisposable
{
    /// <summary>A shop made for phones too: without this line a phone shows it as wide as a desktop and makes everything small.</summary>
    private const string Start = "<!doctype html><html lang=\"en\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"icon\" href=\"data:,\"><title>Other shop</title>";

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
            Start + "<h1 id=\"thanks\">Other shop</h1><p id=\"brought\">"
            + HtmlEncoder.Default.Encode(request.QueryString.Value ?? ""), "text/html"));
        app.MapGet("/sells", Checkout);
        app.MapGet("/widget.js", async () => Results.Content(await PublishedPackage.Widget.ScriptAsync(), "text/javascript"));
        app.MapGet("/embeds", Embedded);
        app.MapGet("/sdk.js", async () => Results.Content(await PublishedPackage.Sdk.ScriptAsync(), "text/javascript"));
        app.MapGet("/sells-itself", () => Results.Content(Start + "<h1 id=\"shop\">Other shop</h1><script src=\"/sdk.js\"></script>", "text/html"));
        await app.StartAsync();
        return new OtherShop(app);
    }

    /// <summary>The shop under another name, so that it is another site to our server's.</summary>
    public string Origin => _app.Urls.First().Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    /// <summary>A page that sends shoppers on to pay: by a form of this method, in a frame or not, which it may take away when it hears "close".</summary>
    public string Sells(string action, string method = "get", bool framed = false, bool takesAway = false) =>
        $"{Origin}/sells?action={Uri.EscapeDataString(action)}&method={method}&framed={framed}&takes={takesAway}";

    /// <summary>A page that holds ours by the published widget, in a place of this size.</summary>
    public async Task<string> EmbedsAsync(JsonObject config, (int Width, int Height) size)
    {
        // A widget that cannot be had fails here and not in the browser.
        await PublishedPackage.Widget.ScriptAsync();
        return $"{Origin}/embeds?config={Uri.EscapeDataString(config.ToJsonString())}&width={size.Width}&height={size.Height}";
    }

    /// <summary>A page with the published client of the public API, for scripts of the shop's own.</summary>
    public async Task<string> CallsAsync()
    {
        await PublishedPackage.Sdk.ScriptAsync();
        return Origin + "/sells-itself";
    }

    private static IResult Embedded(string config, int width, int height) => Results.Content(
        $"{Start}<div id=\"holder\" style=\"width:{width}px;height:{height}px\"></div><script src=\"/widget.js\"></script>"
        + $"<script>widget.init({config.Replace("<", "\\u003c", StringComparison.Ordinal)})</script>", "text/html");

    private static IResult Checkout(string action, string method, bool framed, bool takes)
    {
        const string hears = "addEventListener('message', e => { document.getElementById('heard').textContent += ' ' + (e.data.type ? e.data.type + '=' + e.data.status + '=' + e.data.id : e.data);";
        var frame = framed ? "<iframe id=\"frame\" name=\"frame\" title=\"Payment\" width=\"375\" height=\"600\"></iframe>" : "";
        var script = $"<script>{hears} {(takes ? "if (e.data === 'close') document.getElementById('frame').remove();" : "")} }});</script>";
        return Results.Content(
            $"{Start}<p id=\"heard\"></p><form action=\"{HtmlEncoder.Default.Encode(action)}\" method=\"{HtmlEncoder.Default.Encode(method)}\" target=\"{(framed ? "frame" : "_self")}\"><button id=\"go\">Pay</button></form>{frame}{script}", "text/html");
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
