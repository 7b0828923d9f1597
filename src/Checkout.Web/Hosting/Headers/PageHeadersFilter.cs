using Microsoft.AspNetCore.Mvc.Filters;

namespace Checkout.Web.Hosting.Headers;

/// <summary>Puts the headers on whatever a page answers, before it is written.</summary>
public sealed class PageHeadersFilter(PageHeaders headers) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var http = context.HttpContext;
        var page = http.GetEndpoint()?.Metadata;
        http.Features.Set(new ScriptNonce(headers.Write(http.Response, PagePermits.Of(http), page?.GetMetadata<LeavesSiteAttribute>() is not null)));

        // Nobody comes to a public page from a card, and a kept answer may carry no cookie.
        if (page?.GetMetadata<PublicPageAttribute>() is not null) http.Response.Headers.CacheControl = PublicPageAttribute.Caching;
        else if (ComesFromUs(http.Request)) headers.ForgetPage(http.Response);
    }

    /// <summary>A form of ours was sent or a link of ours was taken. Whatever comes in from a shop has no page of ours behind it.</summary>
    private static bool ComesFromUs(HttpRequest request) => string.Equals(request.Headers["Sec-Fetch-Site"], "same-origin", StringComparison.OrdinalIgnoreCase);

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
