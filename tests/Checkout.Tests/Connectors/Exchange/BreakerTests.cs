using Checkout.Connectors.Exchange;
using Checkout.Core.Upstream;

namespace Checkout.Tests.Connectors.Exchange;

/// <summary>An upstream that keeps failing is left alone by new payments, and by nothing else (API-7).</summary>
public sealed class BreakerTests : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(10);

    private readonly MovedTime _time = new();
    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });
    private readonly UpstreamHttp _http;
    private int _status = 503;
    private int _heard;

    public BreakerTests() => _http = new UpstreamHttp(_client, new Breaker(_time));

    public void Dispose() => _client.Dispose();

    [Fact]
    public async Task After_five_failures_in_a_row_a_new_payment_is_refused_unsent_and_a_question_still_goes_out()
    {
        using var upstream = Upstream();
        for (var i = 0; i < 5; i++) Assert.True(Assert.IsType<Reply.Fault>(await SendAsync(upstream, isNew: true)).IsSent);

        Assert.Equal(new Reply.Fault(ConnectorFault.NotConnected, IsSent: false), await SendAsync(upstream, isNew: true));
        Assert.Equal(5, _heard);
        Assert.True(Assert.IsType<Reply.Fault>(await SendAsync(upstream, isNew: false)).IsSent);
        Assert.Equal(6, _heard);
    }

    [Fact]
    public async Task An_answer_to_a_question_opens_the_way_again()
    {
        using var upstream = Upstream();
        for (var i = 0; i < 5; i++) await SendAsync(upstream, isNew: true);
        _status = 404;
        Assert.IsType<Reply.Answer>(await SendAsync(upstream, isNew: false));
        Assert.IsType<Reply.Answer>(await SendAsync(upstream, isNew: true));
    }

    [Fact]
    public async Task After_a_rest_one_new_payment_tries_and_the_next_waits_for_it()
    {
        using var upstream = Upstream();
        for (var i = 0; i < 5; i++) await SendAsync(upstream, isNew: true);
        _time.Pass(Rest);
        Assert.True(Assert.IsType<Reply.Fault>(await SendAsync(upstream, isNew: true)).IsSent);
        Assert.False(Assert.IsType<Reply.Fault>(await SendAsync(upstream, isNew: true)).IsSent);
    }

    [Fact]
    public void One_answer_among_failures_keeps_the_way_open()
    {
        var breaker = new Breaker(_time);
        for (var i = 0; i < 20; i++) breaker.Note(hasAnswered: i % 5 == 4);
        Assert.True(breaker.LetsThrough());
    }

    private RawUpstream Upstream() => new(async socket =>
    {
        await RawUpstream.RequestAsync(socket);
        Interlocked.Increment(ref _heard);
        await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 {_status} Said\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}"));
    });

    private Task<Reply> SendAsync(RawUpstream upstream, bool isNew) =>
        _http.SendAsync(new HttpRequestMessage(HttpMethod.Get, upstream.Url), isNew, CancellationToken.None);

    /// <summary>Stamps that pass only when the test says so.</summary>
    private sealed class MovedTime : TimeProvider
    {
        private long _stamp;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _stamp;

        public void Pass(TimeSpan time) => _stamp += time.Ticks;
    }
}
