using System.Net.Sockets;
using System.Text;
using Checkout.Connectors.Exchange;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Exchange;

/// <summary>Every way a request can go wrong, over a real connection: what is told, and on which side of the first byte (PAY-5).</summary>
public sealed class FaultTests : IDisposable
{
    private const int LongestAnswer = 256 * 1024;

    private static readonly Reply.Fault NotConnected = new(ConnectorFault.NotConnected, IsSent: false);
    private static readonly Reply.Fault NoAnswer = new(ConnectorFault.NoAnswer, IsSent: true);
    private static readonly Reply.Fault ServerError = new(ConnectorFault.ServerError, IsSent: true);
    private static readonly Reply.Fault Unreadable = new(ConnectorFault.UnreadableAnswer, IsSent: true);

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    private readonly UpstreamHttp _http;

    public FaultTests() => _http = new UpstreamHttp(_client, new Breaker(TimeProvider.System));

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task Where_nobody_listens_nothing_was_sent()
    {
        var reply = await SendAsync(RawUpstream.DeadUrl());
        Assert.Equal(NotConnected, reply);
        Assert.Equal(new ConnectorOutcome.NotSent(ConnectorFault.NotConnected), ((Reply.Fault)reply).Outcome);
    }

    [Fact]
    public async Task Without_a_secure_connection_nothing_was_sent()
    {
        using var upstream = new RawUpstream(async socket => await socket.SendAsync("no TLS is spoken here"u8.ToArray()));
        Assert.Equal(NotConnected, await SendAsync(upstream.Url.Replace("http://", "https://", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_connection_that_breaks_before_anything_was_read_may_have_carried_the_request()
    {
        using var upstream = new RawUpstream(async socket =>
        {
            while (socket.Available == 0) await Task.Delay(5);
            RawUpstream.Reset(socket);
        });
        Assert.Equal(NoAnswer, await SendAsync(upstream.Url));
        Assert.Equal(1, upstream.Connections);
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_request_was_read_is_unknown()
    {
        using var upstream = new RawUpstream(async socket =>
        {
            await RawUpstream.RequestAsync(socket);
            RawUpstream.Reset(socket);
        });
        var reply = await SendAsync(upstream.Url);
        Assert.Equal(NoAnswer, reply);
        Assert.Equal(new ConnectorOutcome.Unknown(ConnectorFault.NoAnswer), ((Reply.Fault)reply).Outcome);
        Assert.Equal(1, upstream.Connections);
    }

    /// <summary>
    /// On a connection that was used before, the library sends a request without a body again by itself, and what it says of that second time
    /// would be taken for the whole: nobody listens any more, so nothing was sent. The capture was made all the same.
    /// </summary>
    [Fact]
    public async Task A_request_without_a_body_is_never_sent_again_behind_our_back()
    {
        var requests = 0;
        RawUpstream? upstream = null;
        upstream = new RawUpstream(async socket =>
        {
            await HeadAsync(socket);
            await socket.SendAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}"u8.ToArray());
            await HeadAsync(socket);
            // As the system closes the connections of a process that was killed.
            upstream!.Dispose();
            socket.Shutdown(SocketShutdown.Both);
        });
        async Task HeadAsync(Socket socket)
        {
            var heard = "";
            var buffer = new byte[4096];
            while (!heard.Contains("\r\n\r\n", StringComparison.Ordinal)) heard += Encoding.UTF8.GetString(buffer, 0, await socket.ReceiveAsync(buffer));
            requests++;
        }

        Assert.IsType<Reply.Answer>(await _http.SendAsync(new HttpRequestMessage(HttpMethod.Get, upstream.Url), isNew: false, CancellationToken.None));
        Assert.Equal(NoAnswer, await _http.SendAsync(new HttpRequestMessage(HttpMethod.Post, upstream.Url), isNew: false, CancellationToken.None));
        Assert.Equal((2, 1), (requests, upstream.Connections));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    [InlineData(409)]
    [InlineData(429)]
    public async Task A_status_that_says_not_now_decides_nothing_whatever_its_body_says(int status)
    {
        using var upstream = RawUpstream.Answering(status, """{"Payment":{"Status":{"ID":4}}}""");
        Assert.Equal(ServerError, await SendAsync(upstream.Url));
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        using var elsewhere = RawUpstream.Answering(200, "{}");
        using var upstream = RawUpstream.Answering(status, "{}", more: $"Location: {elsewhere.Url}\n");
        Assert.Equal(ServerError, await SendAsync(upstream.Url));
        Assert.Equal(0, elsewhere.Connections);
    }

    [Theory]
    [InlineData("<html>It works!</html>", "text/html")]
    [InlineData("{}", "text/plain")]
    [InlineData("not JSON", "application/json")]
    [InlineData("", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("""{"Payment":{"ID":1}""", "application/json")]
    [InlineData("""{"Payment":{"ID":1},"Payment":{"ID":2}}""", "application/json")]
    public async Task What_is_no_one_JSON_object_is_unreadable(string body, string type)
    {
        using var upstream = RawUpstream.Answering(200, body, type);
        Assert.Equal(Unreadable, await SendAsync(upstream.Url));
    }

    [Fact]
    public async Task What_is_nested_without_end_is_unreadable()
    {
        using var upstream = RawUpstream.Answering(200, string.Concat(Enumerable.Repeat("""{"a":""", 100)) + "1" + new string('}', 100));
        Assert.Equal(Unreadable, await SendAsync(upstream.Url));
    }

    [Theory]
    [InlineData(LongestAnswer, true)]
    [InlineData(LongestAnswer + 1, false)]
    public async Task An_answer_may_be_long_but_not_longer(int length, bool isRead)
    {
        using var upstream = RawUpstream.Answering(200, $$"""{"a":"{{new string('x', length - 8)}}"}""");
        var reply = await SendAsync(upstream.Url);
        if (isRead) Assert.Equal(200, Assert.IsType<Reply.Answer>(reply).Status);
        else Assert.Equal(Unreadable, reply);
    }

    [Fact]
    public async Task An_answer_that_ends_too_early_is_no_answer()
    {
        using var upstream = RawUpstream.Saying("HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 500\n\n{\"Payment\":");
        Assert.Equal(NoAnswer, await SendAsync(upstream.Url));
    }

    [Fact]
    public async Task What_does_not_speak_HTTP_gives_no_answer()
    {
        using var upstream = RawUpstream.Saying("SSH-2.0-OpenSSH_9.9\n");
        Assert.Equal(NoAnswer, await SendAsync(upstream.Url));
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Long: ")]
    [InlineData("")]
    public async Task An_answer_that_never_ends_ends_with_the_callers_patience(string begins)
    {
        using var over = new CancellationTokenSource();
        using var upstream = new RawUpstream(async socket =>
        {
            await RawUpstream.RequestAsync(socket);
            if (begins.Length > 0) await socket.SendAsync(Encoding.ASCII.GetBytes(begins));
            while (!over.IsCancellationRequested)
            {
                if (begins.Length > 0) await socket.SendAsync(" "u8.ToArray(), SocketFlags.None);
                await Task.Delay(10);
            }
        });
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(300));
        Assert.Equal(NoAnswer, await SendAsync(upstream.Url, patience.Token));
        await over.CancelAsync();
    }

    [Theory]
    [InlineData(200, true)]
    [InlineData(201, true)]
    [InlineData(400, false)]
    [InlineData(401, false)]
    [InlineData(402, false)]
    [InlineData(404, false)]
    public async Task A_readable_object_with_a_status_that_may_decide_is_an_answer(int status, bool isSuccess)
    {
        using var upstream = RawUpstream.Answering(status, """{"Payment":{"ID":7}}""", "application/problem+json");
        var answer = Assert.IsType<Reply.Answer>(await SendAsync(upstream.Url));
        Assert.Equal((status, isSuccess, 7), (answer.Status, answer.IsSuccess, answer.Body.GetProperty("Payment").GetProperty("ID").GetInt32()));
    }

    [Fact]
    public async Task What_is_sent_is_one_JSON_body_of_a_known_length()
    {
        var heard = "";
        using var upstream = new RawUpstream(async socket => heard = await RawUpstream.RequestAsync(socket));
        await SendAsync(upstream.Url);
        Assert.Contains("Content-Type: application/json; charset=utf-8", heard, StringComparison.Ordinal);
        Assert.Contains("Content-Length: 22\r\n", heard, StringComparison.Ordinal);
        Assert.Contains("Accept: application/json", heard, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n{\"Reference\":\"shop-1\"}", heard, StringComparison.Ordinal);
    }

    private async Task<Reply> SendAsync(string url, CancellationToken cancellation = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new JsonRequestBody(json =>
            {
                json.WriteStartObject();
                json.WriteString("Reference", "shop-1");
                json.WriteEndObject();
            }),
        };
        return await _http.SendAsync(request, isNew: true, cancellation);
    }
}
