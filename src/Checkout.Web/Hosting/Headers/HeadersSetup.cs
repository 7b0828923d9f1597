namespace Checkout.Web.Hosting.Headers;

/// <summary>Puts this room into the house.</summary>
public static class HeadersSetup
{
    public static IServiceCollection AddPageHeaders(this IServiceCollection services) => services
        .AddSingleton<PageHeaders>()
        .AddSingleton<PageHeadersFilter>()
        .AddSingleton<PageAssets>()
        .AddSingleton<CspReports>();

    /// <summary>The endpoint browsers report to.</summary>
    public static void MapCspReports(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/csp", (HttpRequest request, CspReports reports) => reports.TakeAsync(request)).ExcludeFromDescription();

    /// <summary>What every answer carries, pages or not: files, API answers and errors are taken for what they say they are.</summary>
    public static IApplicationBuilder UseNoSniff(this IApplicationBuilder app) => app.Use(static (http, next) =>
    {
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        return next(http);
    });
}
