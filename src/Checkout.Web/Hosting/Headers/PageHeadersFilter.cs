using Checkout.Web.Pages.Pay;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Checkout.Web.Hosting.Headers;

/// <summary>Puts the headers on whatever a page answers, before it is written.</summary>
public sealed class PageHeadersFilter(PageHeaders headers) : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var http = context.HttpContext;
        var leaves = http.GetEndpoint()?.Metadata.GetMetadata<LeavesSiteAttribute>() is not null;
        http.Features.Set(new ScriptNonce(headers.Write(http.Response, leaves)));
        if (HttpMethods.IsPost(http.Request.Method) && context.Result is SeeOther) headers.ForgetForm(http.Response);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
