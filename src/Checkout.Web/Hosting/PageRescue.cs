using System.Globalization;
using Checkout.Core.Storage;
using Checkout.Web.Dialects.Cardgate;
using Checkout.Web.Hosting.Headers;
using Checkout.Web.Pages.Pay;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Hosting;

/// <summary>
/// Stands around everything shoppers see: when something of ours breaks they get a page in words, with the headers of every page, and
/// never a blank one or a stack trace. The dialects have doorways of their own.
/// </summary>
public sealed class PageRescue(RequestDelegate next, ILogger<PageRescue> log)
{
    private const int RetrySeconds = 2;

    public Task InvokeAsync(HttpContext http) => IsShoppers(http) ? RunAsync(http) : next(http);

    // The published form of a page's link lies under /v1.
    private static bool IsShoppers(HttpContext http) =>
        !(http.Request.Path.StartsWithSegments("/v1", StringComparison.OrdinalIgnoreCase) || CardgateDoorway.IsOurs(http.Request.Path)) || http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is not null;

    private async Task RunAsync(HttpContext http)
    {
        try
        {
            await next(http);
        }
        catch (StoreUnavailableException trouble) when (!http.Response.HasStarted)
        {
            Log.PageUnavailable(log, trouble);
            await ShowAsync(http, PageNotice.Unavailable(http), retry: true);
        }
        catch (BadHttpRequestException trouble) when (!http.Response.HasStarted)
        {
            // What the server could not read was never a form of ours.
            await ShowAsync(http, new StatusCodeResult(trouble.StatusCode));
        }
#pragma warning disable CA1031 // The top of the house: whatever broke is our fault, and the shopper gets no stack trace.
        catch (Exception trouble) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            Log.PageBroken(log, trouble);
            await ShowAsync(http, PageNotice.Broken(http));
        }
    }

    private static async Task ShowAsync(HttpContext http, ActionResult notice, bool retry = false)
    {
        http.Response.Clear();
        http.Features.Set(new ScriptNonce(http.RequestServices.GetRequiredService<PageHeaders>().Write(http.Response, PagePermits.Of(http))));
        if (retry) http.Response.Headers.RetryAfter = RetrySeconds.ToString(CultureInfo.InvariantCulture);
        await notice.ExecuteResultAsync(new ActionContext(http, http.GetRouteData(), new()));
    }
}
