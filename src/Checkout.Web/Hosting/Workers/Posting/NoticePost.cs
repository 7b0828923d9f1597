using System.Net;
using System.Net.Http.Headers;

namespace Checkout.Web.Hosting.Workers.Posting;

/// <summary>Posts a body to an address that a merchant chose. What the receiver says beside its status is never read.</summary>
public sealed class NoticePost(HttpClient http)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <param name="url">Where to.</param>
    /// <param name="body">The exact bytes to send.</param>
    /// <param name="receipt">The one status that means that it was taken.</param>
    /// <param name="sign">Puts the proofs on the request.</param>
    /// <param name="stop">The server stops.</param>
    public async Task<NoticeAnswer> SendAsync(Uri url, byte[] body, HttpStatusCode receipt, Action<HttpRequestHeaders> sign, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        sign(request.Headers);
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stop);
            return answer.StatusCode == receipt ? NoticeAnswer.Delivered : NoticeAnswer.Refused;
        }
        catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return NoticeAnswer.NoAnswer;
        }
    }
}
