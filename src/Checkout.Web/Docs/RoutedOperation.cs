namespace Checkout.Web.Docs;

/// <summary>A described operation at one of its addresses.</summary>
/// <param name="IsOther">The address is the second spelling of another one.</param>
public sealed record RoutedOperation(Operation Operation, RoutedAction Route, bool IsOther)
{
    public string Id => IsOther ? Operation.Id + "OtherSpelling" : Operation.Id;

    /// <summary>Puts routes and descriptions together, in the order of the descriptions.</summary>
    /// <exception cref="InvalidOperationException">A route has no description, or a description no route.</exception>
    public static IReadOnlyList<RoutedOperation> Join(ApiDescription api, IEnumerable<RoutedAction> routes)
    {
        var own = routes.Where(api.Owns).ToLookup(route => route.Action);
        string[] strangers = [.. own.Select(group => group.Key).Except(api.Operations.Select(o => o.Action)), .. api.Operations.Select(o => o.Action).Where(action => !own[action].Any())];
        if (strangers.Length > 0) throw new InvalidOperationException($"Routes and descriptions of {api.Name} differ: {string.Join(", ", strangers)}");
        return [.. api.Operations.SelectMany(operation => own[operation.Action]
            .Select(route => new RoutedOperation(operation, route, IsSecond(route, operation)))
            .OrderBy(routed => routed.IsOther))];
    }

    private static bool IsSecond(RoutedAction route, Operation operation) => operation.OtherSpelling is { } part && route.Path.Split('/').Contains(part);
}
