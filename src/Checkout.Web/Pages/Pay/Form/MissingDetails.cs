using Checkout.Core.Payments;
using Checkout.Core.Shoppers;

namespace Checkout.Web.Pages.Pay.Form;

/// <summary>
/// What the law behind a Latin American currency wants to know of a shopper who pays with a new card, as far as the merchant did not say it.
/// </summary>
public readonly record struct MissingDetails(bool Email, bool Document, bool Country)
{
    public bool Any => Email || Document || Country;

    public static MissingDetails Of(Payment payment, FormKind kind)
    {
        if (kind != FormKind.WholeCard || !LatinAmerica.Uses(payment.Amount.Currency)) return default;
        var (shopper, billing) = (payment.Details.Shopper, payment.Details.Billing);
        return new MissingDetails(
            Email: string.IsNullOrWhiteSpace(shopper?.Email),
            Document: string.IsNullOrWhiteSpace(shopper?.SocialSecurityNumber),
            Country: string.IsNullOrWhiteSpace(billing?.Country));
    }
}
