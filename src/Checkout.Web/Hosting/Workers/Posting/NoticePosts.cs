using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Web.Hosting.Merchants;

namespace Checkout.Web.Hosting.Workers.Posting;

/// <summary>Sends each notice in the dialect that its payment was made in. A link is read and told as the Smart2Pay dialect does.</summary>
public sealed class NoticePosts(IPaymentStore store, MerchantRegister register, Smart2PayPost smart2pay, CardgatePost cardgate) : INoticePosts
{
    public Task<SentNotice> SendAsync(Notice notice, CancellationToken stop) => SendAsync(notice, NoticeForm.True, stop);

    public async Task<SentNotice> SendAsync(Notice notice, NoticeForm form, CancellationToken stop)
    {
        if (register.Entry(notice.Merchant) is not { } entry) return new SentNotice(NoticeAnswer.NobodyToTell, Dialect.Smart2Pay);
        // Only this dialect has payouts.
        if (notice.Subject == NoticeSubject.Payout) return new SentNotice(await smart2pay.SendAsync(notice, entry, form, stop), Dialect.Smart2Pay);
        if (await store.FindAsync(notice.Merchant, notice.Payment) is not { } payment) return new SentNotice(NoticeAnswer.NobodyToTell, Dialect.Smart2Pay);

        var answer = payment.Dialect switch
        {
            Dialect.Smart2Pay or Dialect.Link => smart2pay.SendAsync(notice, entry, form, stop),
            Dialect.Cardgate => cardgate.SendAsync(notice, entry, form.Of(payment), form, stop),
        };
        return new SentNotice(await answer, payment.Dialect);
    }
}
