using System.Net;
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

    private static async Task<NoticeAnswer> SendAsync(string url, TimeSpan patience, CancellationToken stop)
    {
        using var http = new HttpClient { Timeout = patience };
        var post = new NoticePost(http, TimeProvider.System);
        return (await post.SendAsync(new Uri(url), "{\"data\":{\"attributes\":{\"reference_id\":\"r\"}}}"u8.ToArray(), HttpStatusCode.OK, static _ => { }, stop)).Answer;
    }
}
