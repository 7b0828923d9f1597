using Checkout.Core.Merchants;
using Checkout.Core.Payments;

namespace Checkout.Web.Dialects.Cardgate;

/// <summary>Writes the body of a notice: the same document a read answers with, in its present state, and who pays beside it.</summary>
public sealed class CardgateNotice(InvoiceViews views, InvoiceWriter writer)
{
    /// <summary>A refund, too, is told by the invoice it changed.</summary>
    /// <returns>
    /// The body to post as <c>application/json</c>; null when the merchant wants to hear of ends only, and this is none. A refund on its way does not
    /// hide that the payment has ended: the end may not have been told yet.
    /// </returns>
    public async ValueTask<byte[]?> BodyAsync(Payment payment, MerchantSettings settings)
    {
        var view = await views.OfAsync(payment);
        if (settings.CallbackOnlyFinal && !CardgateStatus.IsFinal(CardgateStatus.Of(payment.Status))) return null;
        return writer.Document(view with { HidesCard = settings.CallbackHidesCard }, withCustomer: true);
    }
}
