using System.Collections.Frozen;
using Checkout.Core.Payments;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>
/// What the law behind a Latin American currency wants to know of a shopper who pays with a new card, as far as the merchant did not say it.
/// </summary>
public readonly record struct MissingDetails(bool Email, bool Document, bool Country)
{
    private static readonly FrozenSet<string> Currencies = new[] { "ARS", "BRL", "CLP", "COP", "MXN", "PEN", "UYU" }.ToFrozenSet();

    public bool Any => Email || Document || Country;

    public static MissingDetails Of(Payment payment, FormKind kind)
    {
        if (kind != FormKind.WholeCard || !Currencies.Contains(payment.Amount.Currency.Code)) return default;
        var (shopper, billing) = (payment.Details.Shopper, payment.Details.Billing);
        return new MissingDetails(
            Email: string.IsNullOrWhiteSpace(shopper?.Email),
            Document: string.IsNullOrWhiteSpace(shopper?.SocialSecurityNumber),
            Country: string.IsNullOrWhiteSpace(billing?.Country));
    }
}
