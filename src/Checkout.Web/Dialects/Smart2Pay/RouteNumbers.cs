using System.Globalization;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Numbers of resources in an address.</summary>
public static class RouteNumbers
{
    /// <summary>The number a route says; 0, which nothing has, when it is not one.</summary>
    public static long Number(this HttpRequest request, string name) =>
        long.TryParse(request.RouteValues[name] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
