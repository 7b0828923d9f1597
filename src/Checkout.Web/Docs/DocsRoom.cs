using Checkout.Web.Hosting.Headers;

namespace Checkout.Web.Docs;

/// <summary>Puts this room into the house.</summary>
public static class DocsRoom
{
    public static IServiceCollection AddDocs(this IServiceCollection services) => services.AddSingleton<ApiReferences>();

    public static void MapDocs(this IEndpointRouteBuilder routes) => routes.MapGet("/openapi/{name}.json", Document);

    private static IResult Document(string name, ApiReferences references, HttpResponse response)
    {
        if (references.Find(name) is not { } found) return Results.NotFound();
        response.Headers.CacheControl = PublicPageAttribute.Caching;
        return Results.Bytes(found.Document, "application/json; charset=utf-8");
    }
}
