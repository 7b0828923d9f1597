using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Checkout.Web.Docs;

/// <summary>A route as it is served.</summary>
/// <param name="Path">The address, with parameters in braces and without their rules.</param>
/// <param name="Action">Controller and method, or the page.</param>
/// <param name="Room">The namespace of what answers.</param>
/// <param name="Texts">The parameters that are no numbers.</param>
public sealed record RoutedAction(string Method, string Path, string Action, string Room, IReadOnlyList<string> Parameters, IReadOnlySet<string> Texts)
{
    /// <summary>All routes of controllers and pages.</summary>
    public static IEnumerable<RoutedAction> Of(EndpointDataSource endpoints) =>
        from endpoint in endpoints.Endpoints.OfType<RouteEndpoint>()
        let controller = endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()
        let page = endpoint.Metadata.GetMetadata<PageActionDescriptor>()
        where controller is not null || page is not null
        from method in endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        select new RoutedAction(
            method,
            PathOf(endpoint.RoutePattern),
            controller is null ? page!.ViewEnginePath : $"{controller.ControllerName}.{controller.ActionName}",
            controller?.ControllerTypeInfo.Namespace ?? "",
            [.. endpoint.RoutePattern.Parameters.Select(p => p.Name)],
            endpoint.RoutePattern.Parameters.Where(p => p.ParameterPolicies.Count == 0).Select(p => p.Name).ToHashSet());

    private static string PathOf(RoutePattern pattern) => "/" + string.Join('/', pattern.PathSegments.Select(segment => string.Concat(segment.Parts.Select(Part))));

    private static string Part(RoutePatternPart part) => part switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart parameter => "{" + parameter.Name + "}",
        RoutePatternSeparatorPart separator => separator.Content,
        _ => "",
    };
}
