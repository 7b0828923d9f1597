using Checkout.Connectors.Simulator;
using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Web.Hosting.Workers.Posting;

namespace Checkout.Web.Sandbox;

/// <summary>Notices of a sandbox, where a payment's scenario may send them twice, late, out of order, or beside a forged one.</summary>
internal sealed class TroubledNotices(NoticePosts posts, IPaymentStore store, TimeProvider clock) : INoticePosts
{
    public async ValueTask<DateTimeOffset?> HeldUntilAsync(Notice notice)
    {
        if (await OfAsync(notice) is not { Notices: NoticeFate.Delayed } scenario) return null;
        var due = notice.Created + scenario.Waits;
        return due > clock.GetUtcNow() ? due : null;
    }

    public async Task<SentNotice> SendAsync(Notice notice, CancellationToken stop)
    {
        var fate = (await OfAsync(notice))?.Notices ?? NoticeFate.Arrive;
        if (fate == NoticeFate.Forged) await posts.SendAsync(AboutPayment(notice), new NoticeForm(Paid, IsForged: true), stop);
        var sent = await posts.SendAsync(notice, stop);
        if (sent.Posted.Answer != NoticeAnswer.Delivered) return sent;

        if (fate == NoticeFate.Twice) await posts.SendAsync(notice, stop);
        if (fate == NoticeFate.OutOfOrder && notice.Subject == NoticeSubject.Payment && await store.FindAsync(notice.Merchant, notice.Payment) is { Status: PaymentStatus.Captured }) await posts.SendAsync(notice, new NoticeForm(Requested), stop);
        return sent;
    }

    private async ValueTask<Scenario?> OfAsync(Notice notice)
    {
        var details = notice.Subject == NoticeSubject.Payout
            ? (await store.FindPayoutAsync(notice.Merchant, notice.Payment))?.Details
            : (await store.FindAsync(notice.Merchant, notice.Payment))?.Details;
        return Scenarios.Find(details?.Scenario);
    }

    /// <summary>Also beside a refund somebody says that the payment is paid.</summary>
    private static Notice AboutPayment(Notice notice) => notice.Subject == NoticeSubject.Refund ? notice with { Subject = NoticeSubject.Payment, Refund = null } : notice;

    private static Payment Paid(Payment payment) => payment with { Status = PaymentStatus.Captured, Reason = PaymentReason.None, CapturedMinor = payment.Amount.Minor };

    private static Payment Requested(Payment payment) => payment with { Status = PaymentStatus.CaptureRequested, CapturedMinor = 0 };
}
