using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Web.Hosting.Merchants;

namespace Checkout.Web.Hosting.Workers.Posting;

/// <summary>
/// Sends each notice in the dialect that its payment was made in; where the merchant has no address for that one, in its other dialect. A link
/// is read and told as the Smart2Pay dialect does.
/// </summary>
public sealed class NoticePosts(IPaymentStore store, INoticeStore outbox, MerchantRegister register, Smart2PayPost smart2pay, CardgatePost cardgate) : INoticePosts
{
    public Task<SentNotice> SendAsync(Notice notice, CancellationToken stop) => SendAsync(notice, NoticeForm.True, stop);

    public async Task<SentNotice> SendAsync(Notice notice, NoticeForm form, CancellationToken stop)
    {
        if (register.Entry(notice.Merchant) is not { } entry) return Nobody(notice);
        // Asked before the payment is read, so that what is read tells at least that.
        var newest = await outbox.NewestAsync(notice);
        // Only this dialect has payouts.
        if (notice.Subject == NoticeSubject.Payout) return new SentNotice(await smart2pay.SendAsync(notice, entry, form, stop), new RetryPlan(Dialect.Smart2Pay), newest, notice.Id);
        if (await store.FindAsync(notice.Merchant, notice.Payment) is not { } payment) return Nobody(notice);
        var told = NoticeRoute.Of(payment, entry.Merchant.Settings);
        if (!NoticeRoute.Tells(told, notice, payment, entry.Merchant)) return new SentNotice(PostedNotice.NobodyToTell, new RetryPlan(told), newest, notice.Id);
        // One callback tells an invoice with all that became of it, so changes close together need one only (§15). It goes by the newest's name:
        // a receiver that knows the older one by name must not pass over what is new.
        return told == Dialect.Cardgate
            ? new SentNotice(await cardgate.SendAsync(notice with { Id = newest }, entry, form.Of(payment), form, stop), RetryPlan.Of(told, entry.Merchant.Settings), newest, newest)
            : new SentNotice(await smart2pay.SendAsync(notice, entry, form, stop), new RetryPlan(told), newest, notice.Id);
    }

    private static SentNotice Nobody(Notice notice) => new(PostedNotice.NobodyToTell, new RetryPlan(Dialect.Smart2Pay), notice.Id, notice.Id);
}
