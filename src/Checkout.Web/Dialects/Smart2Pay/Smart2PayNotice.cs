using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Storage;

namespace Checkout.Web.Dialects.Smart2Pay;

/// <summary>Writes the body of a notice: the same object the API answers with, in its present state.</summary>
public sealed class Smart2PayNotice(IPaymentStore store, IMerchants merchants, PaymentViews views, Smart2PayWriter writer)
{
    /// <param name="notice">What it is about.</param>
    /// <param name="shown">The payment as it is to be shown.</param>
    /// <returns>The body to post as <c>application/json; charset=utf-8</c>; null when the dialect has no words for it (a card check).</returns>
    public ValueTask<byte[]?> BodyAsync(Notice notice, Func<Payment, Payment> shown) => notice.Subject switch
    {
        NoticeSubject.Payment => PaymentAsync(notice, shown),
        NoticeSubject.Refund => RefundAsync(notice),
        NoticeSubject.Payout => PayoutAsync(notice),
        NoticeSubject.Dispute => DisputeAsync(notice),
    };

    private async ValueTask<byte[]?> PaymentAsync(Notice notice, Func<Payment, Payment> shown)
    {
        if (merchants.Find(notice.Merchant) is not { } merchant) return null;
        var payment = await store.FindAsync(notice.Merchant, notice.Payment);
        return payment is { Purpose: PaymentPurpose.Purchase } ? writer.Payment(views.Of(shown(payment), merchant)) : null;
    }

    private async ValueTask<byte[]?> PayoutAsync(Notice notice) =>
        await store.FindPayoutAsync(notice.Merchant, notice.Payment) is { } payout ? PayoutWriter.Notice(payout) : null;

    private async ValueTask<byte[]?> DisputeAsync(Notice notice) =>
        await store.FindAsync(notice.Merchant, notice.Payment) is { Dispute: { } dispute } payment ? DisputeWriter.Notice(payment, dispute) : null;

    private async ValueTask<byte[]?> RefundAsync(Notice notice)
    {
        var refunds = await store.RefundsAsync(notice.Merchant, notice.Payment);
        return refunds.FirstOrDefault(r => r.Number == notice.Refund) is { } refund ? RefundWriter.Refund(refund) : null;
    }
}
