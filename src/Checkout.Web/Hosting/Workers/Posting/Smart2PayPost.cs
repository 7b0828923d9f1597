using System.Net;
using System.Text;
using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Web.Dialects.Smart2Pay;
using Checkout.Web.Hosting.Merchants;

namespace Checkout.Web.Hosting.Workers.Posting;

/// <summary>Posts one notice in the Smart2Pay dialect: the resource as the API gives it, Basic site and key as proof, 204 as receipt.</summary>
public sealed class Smart2PayPost(NoticePost post, Smart2PayNotice bodies, MerchantSecrets secrets)
{
    public async Task<PostedNotice> SendAsync(Notice notice, MerchantEntry entry, NoticeForm form, CancellationToken stop)
    {
        if (!Uri.TryCreate(entry.Merchant.Settings.NotificationUrl, UriKind.Absolute, out var url)) return PostedNotice.NobodyToTell;
        if (await bodies.BodyAsync(notice, form.Of) is not { } body || secrets.Newest(entry, MerchantKeyKind.Api) is not { } key) return PostedNotice.NobodyToTell;

        var proof = Convert.ToBase64String([.. Encoding.UTF8.GetBytes($"{notice.Merchant}:"), .. form.IsForged ? "forged"u8 : key]);
        return await post.SendAsync(url, body, HttpStatusCode.NoContent, headers => headers.Authorization = new("Basic", proof), stop);
    }
}
