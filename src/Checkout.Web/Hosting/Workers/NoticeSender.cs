using System.Collections.Concurrent;
using Checkout.Core.Chance;
using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Web.Hosting.Workers.Posting;

namespace Checkout.Web.Hosting.Workers;

/// <summary>
/// Empties the outbox: at least once, in order per payment, two at a time per merchant so that a slow one delays nobody else.
/// </summary>
public sealed class NoticeSender(INoticeStore outbox, INoticePosts posts, TimeProvider clock, IRandomSource random, ILogger<NoticeSender> log) : BackgroundService
{
    private const int AtOnce = 1024;
    private const int PerMerchant = 64;
    private const int LanesPerMerchant = 2;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly ConcurrentDictionary<int, bool> _busy = new();

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Rounds.EveryAsync(Interval, nameof(NoticeSender), log, () => SendDueAsync(stoppingToken), stoppingToken);

    private async Task SendDueAsync(CancellationToken stop)
    {
        var due = await outbox.DueAsync(clock.GetUtcNow(), AtOnce, PerMerchant);
        foreach (var merchant in due.GroupBy(notice => notice.Merchant))
        {
            if (_busy.TryAdd(merchant.Key, true)) _ = DrainAsync(merchant.Key, [.. merchant], stop);
        }
    }

    /// <summary>Sends what was due of one merchant; meanwhile nothing more of it is fetched, and of each payment there is one notice at most.</summary>
    private async Task DrainAsync(int merchant, IReadOnlyList<Notice> notices, CancellationToken stop)
    {
        try
        {
            await Parallel.ForEachAsync(notices, new ParallelOptions { MaxDegreeOfParallelism = LanesPerMerchant }, async (notice, _) => await SendAsync(notice, stop));
        }
        finally
        {
            _busy.TryRemove(merchant, out _);
        }
    }

    private async Task SendAsync(Notice notice, CancellationToken stop)
    {
        try
        {
            if (await posts.HeldUntilAsync(notice) is { } later)
            {
                await outbox.HoldAsync(notice, later);
                return;
            }

            var (posted, plan, newest, tells) = await posts.SendAsync(notice, stop);
            var answer = posted.Answer;
            if (answer == NoticeAnswer.NobodyToTell)
            {
                await outbox.ForgetAsync(notice);
                return;
            }

            if (answer == NoticeAnswer.Delivered)
            {
                await outbox.DeliveredAsync(notice, clock.GetUtcNow(), tells);
                Log.NoticeDelivered(log, notice.Merchant, notice.Payment, notice.Id, notice.Tries + 1);
                return;
            }

            // What happened meanwhile must not wait behind this one.
            var isNews = await outbox.NewestAsync(notice) > newest;
            var next = answer == NoticeAnswer.Unwanted ? null : isNews ? clock.GetUtcNow() : NextTry(plan, notice, posted.Pause);
            await outbox.PostponeAsync(notice, next);
            Log.NoticePostponed(log, notice.Merchant, notice.Payment, notice.Id, notice.Tries + 1, answer, next);
        }
        catch (Exception trouble) when (trouble is OperationCanceledException or StoreUnavailableException)
        {
            // Stopping, or nothing can be written down: the row still stands as due and goes out again.
            Log.NoticeKept(log, notice.Merchant, notice.Payment, notice.Id);
        }
#pragma warning disable CA1031 // The top of a room: a notice that breaks our code must not keep the others from going out.
        catch (Exception trouble)
#pragma warning restore CA1031
        {
            Log.NoticeBroken(log, notice.Merchant, notice.Payment, notice.Id, trouble);
            await PostponeAsync(notice, NextTry(new RetryPlan(Dialect.Smart2Pay), notice));
        }
    }

    /// <summary>Puts off a notice that broke our code; where even that cannot be written down, it stays due and the next ones go out.</summary>
    private async Task PostponeAsync(Notice notice, DateTimeOffset? next)
    {
        try
        {
            await outbox.PostponeAsync(notice, next);
        }
        catch (StoreUnavailableException)
        {
            Log.NoticeKept(log, notice.Merchant, notice.Payment, notice.Id);
        }
    }

    /// <summary>As the dialect has it, and not before a pause that the receiver asked for is over.</summary>
    private DateTimeOffset? NextTry(RetryPlan plan, Notice notice, TimeSpan? pause = null)
    {
        Span<byte> chance = stackalloc byte[1];
        random.Fill(chance);
        var now = clock.GetUtcNow();
        var next = NoticeSchedule.NextTry(plan, notice, now, chance[0] / 255.0);
        return next < now + pause ? now + pause : next;
    }
}
