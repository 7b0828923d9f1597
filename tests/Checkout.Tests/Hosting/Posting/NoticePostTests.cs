using System.Net;
using System.Net.Sockets;
using System.Text;
using Checkout.Tests.Server.Notices;
using Checkout.Web.Hosting.Workers.Posting;

namespace Checkout.Tests.Hosting.Posting;

/// <summary>What a receiver that says nothing is worth.</summary>
public sealed class NoticePostTests
{
    private static readonly TimeSpan Long = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_receiver_that_takes_longer_than_our_patience_has_not_answered()
    {
        await using var shop = await ReceivingShop.OpenAsync();
        var never = new TaskCompletionSource<int>();
        shop.Answers = _ => never.Task;
        Assert.Equal(NoticeAnswer.NoAnswer, await SendAsync(shop.Url, TimeSpan.FromSeconds(1), CancellationToken.None));
    }

    [Fact]
    public async Task A_receiver_that_cannot_be_reached_has_not_answered()
    {
        var shop = await ReceivingShop.OpenAsync();
        var url = shop.Url;
        Assert.Equal(NoticeAnswer.Refused, await SendAsync(url, Long, CancellationToken.None));
        await shop.DisposeAsync();
        Assert.Equal(NoticeAnswer.NoAnswer, await SendAsync(url, Long, CancellationToken.None));
    }

    [Fact]
    public async Task When_the_server_stops_that_is_no_word_of_the_receiver()
    {
        await using var shop = await ReceivingShop.OpenAsync();
        using var stop = new CancellationTokenSource();
        shop.Answers = async _ =>
        {
            await stop.CancelAsync();
            return await new TaskCompletionSource<int>().Task;
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => SendAsync(shop.Url, Long, stop.Token));
    }

    /// <summary>As programs answer that speak HTTP/1.0 or are short of sockets: taken, and the line cut before the next one is read.</summary>
    [Fact]
    public async Task A_receiver_that_cuts_the_line_between_two_notices_hears_both()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var http = new HttpClient { Timeout = Long };
        var url = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/";

        var first = SendAsync(http, url, CancellationToken.None);
        using var line = await listener.AcceptTcpClientAsync().WaitAsync(Long);
        await HearAsync(line);
        await AnswerAsync(line);
        Assert.Equal(NoticeAnswer.Delivered, await first);

        var second = SendAsync(http, url, CancellationToken.None);
        await HearAsync(line);
        line.Close();
        using var another = await listener.AcceptTcpClientAsync().WaitAsync(Long);
        Assert.Contains("Connection: close", await HearAsync(another), StringComparison.Ordinal);
        await AnswerAsync(another);
        Assert.Equal(NoticeAnswer.Delivered, await second);
    }

    /// <summary>All of one request; its body is the braces at the end.</summary>
    private static async Task<string> HearAsync(TcpClient line)
    {
        var (heard, part) = ("", new byte[4096]);
        while (!heard.EndsWith("}}}", StringComparison.Ordinal))
        {
            var size = await line.GetStream().ReadAsync(part).AsTask().WaitAsync(Long);
            Assert.NotEqual(0, size);
            heard += Encoding.ASCII.GetString(part, 0, size);
        }

        return heard;
    }

    private static async Task AnswerAsync(TcpClient line) => await line.GetStream().WriteAsync("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"u8.ToArray());

    private static async Task<NoticeAnswer> SendAsync(string url, TimeSpan patience, CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = patience };
        return await SendAsync(http, url, stop);
    }

    private static async Task<NoticeAnswer> SendAsync(HttpClient http, string url, CancellationToken stop)
    {
        var post = new NoticePost(http, TimeProvider.System);
        return (await post.SendAsync(new Uri(url), "{\"data\":{\"attributes\":{\"reference_id\":\"r\"}}}"u8.ToArray(), HttpStatusCode.OK, static _ => { }, stop)).Answer;
    }
}
