using Checkout.Web.Docs;

namespace Checkout.Web.Dialects.Cardgate.Description;

/// <summary>Addresses that belong together, and what can be asked for there. Whoever adds one adds it to the description's list.</summary>
/// <param name="Starts">How the addresses begin, without the <c>/api</c> that some clients put before them.</param>
internal sealed record Surface(IReadOnlyList<PathString> Starts, IReadOnlyList<Operation> Operations)
{
    public bool Has(RoutedAction route)
    {
        PathString path = route.Path;
        if (path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase, out var rest)) path = rest;
        return Starts.Any(start => path.StartsWithSegments(start, StringComparison.OrdinalIgnoreCase));
    }
}
