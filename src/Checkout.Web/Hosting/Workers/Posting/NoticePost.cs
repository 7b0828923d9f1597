using System.Net;
using System.Net.Http.Headers;

namespace Checkout.Web.Hosting.Workers.Posting;

/// <summary>Posts a body to an address that a merchant chose. Of what the receiver says its status counts, and how long to wait (API-6).</summary>
public sealed class NoticePost(HttpClient http, TimeProvider clock)
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(1);

    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(2);

    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    /// <param name="url">Where to.</param>
    /// <param name="body">The exact bytes to send.</param>
    /// <param name="receipt">The one status that means that it was taken.</param>
    /// <param name="sign">Puts the proofs on the request.</param>
    /// <param name="stop">The server stops.</param>
    public async Task<PostedNotice> SendAsync(Uri url, byte[] body, HttpStatusCode receipt, Action<HttpRequestHeaders> sign, CancellationToken stop)
    {
        try
        {
            using var answer = await AskAsync(() => Request(url, body, sign), stop);
            return answer.StatusCode == receipt ? new PostedNotice(NoticeAnswer.Delivered) : answer.StatusCode switch
            {
                HttpStatusCode.Gone => new PostedNotice(NoticeAnswer.Unwanted),
                HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable => new PostedNotice(NoticeAnswer.Refused, PauseOf(answer.Headers.RetryAfter)),
                _ => new PostedNotice(NoticeAnswer.Refused),
            };
        }
        catch (Exception trouble) when (trouble is HttpRequestException or TaskCanceledException && !stop.IsCancellationRequested)
        {
            return new PostedNotice(NoticeAnswer.NoAnswer);
        }
    }

    /// <summary>
    /// A receiver may close a connection in the very moment in which the next notice goes out on it; some close each, and say nothing of it. So one
    /// that is cut at once is tried again, and asks that nothing more be sent on its connection.
    /// </summary>
    private async Task<HttpResponseMessage> AskAsync(Func<HttpRequestMessage> request, CancellationToken stop)
    {
        var begun = clock.GetTimestamp();
        try
        {
            using var first = request();
            return await http.SendAsync(first, HttpCompletionOption.ResponseHeadersRead, stop);
        }
        catch (HttpRequestException cut) when (cut.InnerException is IOException && clock.GetElapsedTime(begun) < AtOnce)
        {
            using var second = request();
            second.Headers.ConnectionClose = true;
            return await http.SendAsync(second, HttpCompletionOption.ResponseHeadersRead, stop);
        }
    }

    private static HttpRequestMessage Request(Uri url, byte[] body, Action<HttpRequestHeaders> sign)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = Json;
        sign(request.Headers);
        return request;
    }

    /// <summary>A receiver may ask for a day at most: nobody switches notices off by accident.</summary>
    private TimeSpan? PauseOf(RetryConditionHeaderValue? wish)
    {
        var pause = wish?.Delta ?? (wish?.Date is { } date ? date - clock.GetUtcNow() : null);
        return pause is not { } asked || asked <= TimeSpan.Zero ? null : asked < LongestPause ? asked : LongestPause;
    }
}
