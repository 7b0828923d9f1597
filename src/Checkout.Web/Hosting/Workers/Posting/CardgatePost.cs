using System.Globalization;
using System.Net;
using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Web.Dialects.Cardgate;
using Checkout.Web.Hosting.Merchants;

namespace Checkout.Web.Hosting.Workers.Posting;

/// <summary>
/// Posts one callback in the Cardgate dialect: the whole invoice in its present state to the address of the payment, else to the merchant's;
/// signed over the exact bytes, in the dialect's own way and beside it by Standard Webhooks (API-5); exactly 200 as receipt.
/// </summary>
public sealed class CardgatePost(NoticePost post, CardgateNotice bodies, MerchantSecrets secrets, TimeProvider clock)
{
    public async Task<PostedNotice> SendAsync(Notice notice, MerchantEntry entry, Payment payment, NoticeForm form, CancellationToken stop)
    {
        if (!Uri.TryCreate(payment.Details.CallbackUrl ?? entry.Merchant.Settings.CallbackUrl, UriKind.Absolute, out var url)) return PostedNotice.NobodyToTell;
        if (await bodies.BodyAsync(payment, entry.Merchant.Settings) is not { } body) return PostedNotice.NobodyToTell;

        var kind = payment.IsTest ? MerchantKeyKind.CallbackTest : MerchantKeyKind.CallbackLive;
        if (secrets.Newest(entry, kind) is not { } secret) return PostedNotice.NobodyToTell;
        if (form.IsForged) secret = [.. "forged"u8];
        var signature = CallbackSignature.Of(secret, body);
        var id = string.Create(CultureInfo.InvariantCulture, $"{notice.Merchant}-{notice.Id}");
        var webhook = new WebhookSignature(id, clock.GetUtcNow(), body);
        var signatures = webhook.ByAll(form.IsForged ? [secret] : secrets.All(entry, kind));

        return await post.SendAsync(url, body, HttpStatusCode.OK, headers =>
        {
            headers.Add(CallbackSignature.Header, signature);
            headers.Add(WebhookSignature.IdHeader, webhook.Id);
            headers.Add(WebhookSignature.TimestampHeader, webhook.Timestamp);
            headers.Add(WebhookSignature.Header, signatures);
        }, stop);
    }
}
