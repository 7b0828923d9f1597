using Checkout.Core.Chance;
using Checkout.Core.Notices;
using Checkout.Core.Storage;

namespace Checkout.Web.Hosting.Workers;

/// <summary>
/// Empties the outbox: at least once, in order per payment, two at a time per merchant so that a slow one delays nobody else.
/// </summary>
public sealed class NoticeSender(INoticeStore outbox, NoticePost post, TimeProvider clock, IRandomSource random, ILogger<NoticeSender> log) : BackgroundService
{
    private const int AtOnce = 256;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly NoticeLanes _lanes = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Interval);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                foreach (var notice in await outbox.DueAsync(clock.GetUtcNow(), AtOnce, _lanes.Look()))
                {
                    if (_lanes.Enter(notice)) _ = SendInTurnAsync(notice, stoppingToken);
                }
            }
            catch (StoreUnavailableException trouble)
            {
                Log.StoreUnavailable(log, nameof(NoticeSender), trouble.Message);
            }
        }
    }

    private async Task SendInTurnAsync(Notice first, CancellationToken stop)
    {
        for (Notice? notice = first; notice is not null && !stop.IsCancellationRequested; notice = _lanes.Next(notice)) await SendAsync(notice, stop);
    }

    private async Task SendAsync(Notice notice, CancellationToken stop)
    {
        try
        {
            await NoteAsync(notice, await post.SendAsync(notice, stop));
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
            await PostponeAsync(notice, NextTry(notice));
        }
    }

    private async Task NoteAsync(Notice notice, NoticeAnswer answer)
    {
        switch (answer)
        {
            case NoticeAnswer.Delivered:
                await outbox.DeliveredAsync(notice, clock.GetUtcNow());
                Log.NoticeDelivered(log, notice.Merchant, notice.Payment, notice.Id, notice.Tries + 1);
                break;
            case NoticeAnswer.NobodyToTell:
                await outbox.DropAsync(notice);
                break;
            case NoticeAnswer.Refused or NoticeAnswer.NoAnswer:
                var next = NextTry(notice);
                await outbox.PostponeAsync(notice, next);
                Log.NoticePostponed(log, notice.Merchant, notice.Payment, notice.Id, notice.Tries + 1, answer, next);
                break;
        }
    }

    /// <summary>Puts off a notice that broke our code; where even that cannot be written down, it stays due.</summary>
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

    private DateTimeOffset? NextTry(Notice notice)
    {
        var now = clock.GetUtcNow();
        if (now - notice.Created >= NoticeSchedule.GivesUpAfter) return null;
        Span<byte> chance = stackalloc byte[1];
        random.Fill(chance);
        return now + NoticeSchedule.After(notice.Tries + 1, chance[0] / 255.0);
    }
}
