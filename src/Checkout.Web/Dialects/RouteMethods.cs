using System.Globalization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.Routing.Template;

namespace Checkout.Web.Dialects;

/// <summary>
/// Which methods an address has. Routing would tell by itself, but a catch-all of another room (static files while developing) makes it say
/// "not found", and adds methods that are not ours.
/// </summary>
public sealed class RouteMethods(EndpointDataSource endpoints)
{
    private readonly Lazy<Route[]> _routes = new(() => [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(IsOurs).Select(Route.Of)]);

    /// <summary>The methods in the form of an Allow header; empty when there is nothing at this address.</summary>
    public string At(PathString path) => string.Join(", ", _routes.Value.Where(r => r.Fits(path)).SelectMany(r => r.Methods).Distinct().Order(StringComparer.Ordinal));

    private static bool IsOurs(RouteEndpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.ControllerTypeInfo.Namespace?.StartsWith(typeof(RouteMethods).Namespace!, StringComparison.Ordinal) == true;

    private sealed record Route(TemplateMatcher Matcher, RoutePattern Pattern, IReadOnlyList<string> Methods)
    {
        public static Route Of(RouteEndpoint endpoint) => new(
            new TemplateMatcher(new RouteTemplate(endpoint.RoutePattern), []),
            endpoint.RoutePattern,
            endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? []);

        public bool Fits(PathString path)
        {
            var values = new RouteValueDictionary();
            return Matcher.TryMatch(path, values) && Pattern.ParameterPolicies.Keys.All(name => IsNumber(values[name]));
        }

        /// <summary>Numbers are the only policy our routes have.</summary>
        private static bool IsNumber(object? value) => long.TryParse(value as string, NumberStyles.Integer, CultureInfo.InvariantCulture, out _);
    }
}
