using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate;

namespace Checkout.Web.Hosting.Workers.Posting;

/// <summary>In which dialect a merchant is told about a payment, and what of it there is to tell there.</summary>
public static class NoticeRoute
{
    /// <summary>Its own; the other one where the merchant has an address only there.</summary>
    public static Dialect Of(Payment payment, MerchantSettings settings)
    {
        var isCardgate = payment.Dialect == Dialect.Cardgate;
        var (callback, notification) = ((payment.Details.CallbackUrl ?? settings.CallbackUrl) is not null, settings.NotificationUrl is not null);
        return (isCardgate ? callback || !notification : callback && !notification) ? Dialect.Cardgate : Dialect.Smart2Pay;
    }

    /// <summary>
    /// Whether the dialect has words for it. In its own there are always; told in the other one, a check of a card is no payment, an invoice tells
    /// of its dispute itself, and Smart2Pay has no word for a beginning, for a test beside payments in earnest, or for an invoice that a stranger made.
    /// </summary>
    public static bool Tells(Dialect told, Notice notice, Payment payment, Merchant merchant)
    {
        if ((payment.Dialect == Dialect.Cardgate) == (told == Dialect.Cardgate)) return true;
        if (payment.Purpose != PaymentPurpose.Purchase) return false;
        if (told == Dialect.Cardgate) return notice.Subject != NoticeSubject.Dispute;
        if ((payment.IsTest && !merchant.IsSandbox) || CardgateNotes.Of(payment) is { IsPublic: true }) return false;
        return notice.Subject != NoticeSubject.Payment || payment.Status is not (PaymentStatus.Open or PaymentStatus.Submitting or PaymentStatus.AwaitingShopper);
    }
}
