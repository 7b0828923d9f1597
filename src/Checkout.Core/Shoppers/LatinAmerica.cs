using System.Collections.Frozen;
using Checkout.Core.Money;

namespace Checkout.Core.Shoppers;

/// <summary>
/// The Latin American route, by currency or by country: a first card payment must name the shopper and the country, and acquirers carry
/// captures out later.
/// </summary>
public static class LatinAmerica
{
    /// <summary>ISO 3166-1 alpha-2.</summary>
    public static readonly IReadOnlyList<string> Countries = ["AR", "BR", "CL", "CO", "MX", "PE", "UY"];

    private static readonly FrozenSet<string> Currencies = new[] { "ARS", "BRL", "CLP", "COP", "MXN", "PEN", "UYU" }.ToFrozenSet();

    public static bool Uses(Currency currency) => Currencies.Contains(currency.Code);

    public static bool Has(string? country) => Countries.Contains(country, StringComparer.OrdinalIgnoreCase);
}
