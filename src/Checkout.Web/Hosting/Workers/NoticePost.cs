using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Checkout.Core.Merchants;
using Checkout.Core.Notices;
using Checkout.Web.Dialects.Smart2Pay;
using Checkout.Web.Hosting.Merchants;

namespace Checkout.Web.Hosting.Workers;

/// <summary>Posts one notice in the Smart2Pay dialect: the resource as the API gives it, Basic site and key as proof, 204 as receipt.</summary>
public sealed class NoticePost(HttpClient http, Smart2PayNotice bodies, MerchantRegister register, MerchantSecrets secrets)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public async Task<NoticeAnswer> SendAsync(Notice notice, CancellationToken stop)
    {
        if (register.Entry(notice.Merchant) is not { Merchant.Settings.NotificationUrl: { } url } entry) return NoticeAnswer.NobodyToTell;
        if (await bodies.BodyAsync(notice) is not { } body || secrets.Newest(entry, MerchantKeyKind.Api) is not { } key) return NoticeAnswer.NobodyToTell;

        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        request.Headers.Authorization = new("Basic", Convert.ToBase64String([.. Encoding.UTF8.GetBytes($"{notice.Merchant}:"), .. key]));
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return answer.StatusCode == HttpStatusCode.NoContent ? NoticeAnswer.Delivered : NoticeAnswer.Refused;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return NoticeAnswer.NoAnswer;
        }
    }
}
