using Checkout.Core.Money;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>The currencies of the Latin American route, where a first card payment must name the shopper and the country.</summary>
public static class Latam
{
    public static bool Has(Currency currency) => currency.Code is "ARS" or "BRL" or "CLP" or "COP" or "MXN" or "PEN" or "UYU";
}
