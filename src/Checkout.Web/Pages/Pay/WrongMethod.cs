using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Checkout.Web.Pages.Pay;

/// <summary>
/// Answers 405 where a page has no handler for a method. The framework would write the page without having asked its model for anything.
/// </summary>
internal sealed class WrongMethod : IPageFilter
{
    public void OnPageHandlerSelected(PageHandlerSelectedContext context)
    {
    }

    public void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        if (context.HandlerMethod is not null) return;
        context.HttpContext.Response.Headers.Allow = AllowedBy(context.ActionDescriptor);
        context.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext context)
    {
    }

    // Where a page can be read, its head can.
    private static string AllowedBy(CompiledPageActionDescriptor page)
    {
        var methods = page.HandlerMethods.Select(handler => handler.HttpMethod.ToUpperInvariant());
        return string.Join(", ", methods.SelectMany(method => method == HttpMethods.Get ? [method, HttpMethods.Head] : new[] { method }).Distinct().Order(StringComparer.Ordinal));
    }
}
