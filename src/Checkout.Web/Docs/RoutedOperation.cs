using System.Globalization;

namespace Checkout.Web.Docs;

/// <summary>A described operation at one of its addresses.</summary>
/// <param name="Before">How many other addresses of it come first.</param>
public sealed record RoutedOperation(Operation Operation, RoutedAction Route, int Before)
{
    public bool IsOther => Before > 0;

    public string Id => Before switch { 0 => Operation.Id, 1 => Operation.Id + "OtherSpelling", _ => string.Create(CultureInfo.InvariantCulture, $"{Operation.Id}OtherSpelling{Before}") };

    /// <summary>Puts routes and descriptions together, in the order of the descriptions.</summary>
    /// <exception cref="InvalidOperationException">A route has no description, or a description no route.</exception>
    public static IReadOnlyList<RoutedOperation> Join(ApiDescription api, IEnumerable<RoutedAction> routes)
    {
        var own = routes.Where(api.Owns).ToLookup(route => route.Action);
        string[] strangers = [.. own.Select(group => group.Key).Except(api.Operations.Select(o => o.Action)), .. api.Operations.Select(o => o.Action).Where(action => !own[action].Any())];
        if (strangers.Length > 0) throw new InvalidOperationException($"Routes and descriptions of {api.Name} differ: {string.Join(", ", strangers)}");
        return [.. api.Operations.SelectMany(operation => own[operation.Action]
            .OrderBy(route => IsSecond(route, operation))
            .Select((route, before) => new RoutedOperation(operation, route, before)))];
    }

    private static bool IsSecond(RoutedAction route, Operation operation) => operation.OtherSpelling is { } part && route.Path.Split('/').Contains(part);
}
