using Checkout.Core.Notices;
using Checkout.Core.Payments;
using Checkout.Core.Storage;
using Checkout.Simulation.Rooms;
using Checkout.Simulation.Worlds;

namespace Checkout.Simulation.Actors;

/// <summary>The rounds that a server makes by itself, as its workers make them. All they know lies in the store.</summary>
internal static class Watches
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(250);

    /// <summary>One that cannot be delivered stands in the way of nothing.</summary>
    private static readonly TimeSpan ShortestOfNotices = TimeSpan.FromSeconds(10);

    /// <summary>Most worlds have no payouts, and looking for them would be most of what happens there.</summary>
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(3);

    private static TimeSpan Longest(World world) => world.IsQuiet ? TimeSpan.FromMinutes(20) : TimeSpan.FromMinutes(1);

    public static Task AttemptsAsync(World world, Node node) => EveryAsync(world, node, server => NextCheck(world, server), async server =>
    {
        var due = await server.Payments.DueAttemptsAsync(server.Clock.GetUtcNow(), 64);
        await Task.WhenAll(due.Select(a => node.RunAsync<object>(async s => await s.Resolve.RunAsync(a, Actor.Upstream))));
    });

    public static Task LinksAsync(World world, Node node) => EveryAsync(world, node, _ => Longest(world), async server =>
    {
        foreach (var payment in await server.Payments.LapsedAsync(server.Clock.GetUtcNow(), 100)) await server.End.ExpireAsync(payment);
    });

    public static Task PayoutsAsync(World world, Node node) => EveryAsync(world, node, server => NextPayout(world, server), async server =>
    {
        var due = await server.Payments.DuePayoutsAsync(server.Clock.GetUtcNow(), 64);
        await Task.WhenAll(due.Select(p => node.RunAsync<object>(async s => await s.ResolvePayout.RunAsync(p, Actor.Upstream))));
    });

    public static Task NoticesAsync(World world, Node node) => EveryAsync(world, node, server => NextNotice(world, server), async server =>
    {
        foreach (var notice in await server.Notices.DueAsync(server.Clock.GetUtcNow(), 50, 50)) await DeliverAsync(world, server, notice);
    });

    private static async Task DeliverAsync(World world, Server server, Notice notice)
    {
        var payout = notice.Subject == NoticeSubject.Payout ? await server.Payments.FindPayoutAsync(notice.Merchant, notice.Payment) : null;
        var payment = payout is null ? await server.Payments.FindAsync(notice.Merchant, notice.Payment) : null;
        if (payout is null && payment is null) return;
        if (world.Strikes(Fault.LostRequest, 20))
        {
            await server.Notices.PostponeAsync(notice, server.Clock.GetUtcNow().AddMinutes(1));
            return;
        }

        if (payout is not null) world.PayoutChecks.Heard(payout);
        if (payment is not null) world.Checker.Heard(payment);
        await server.Notices.DeliveredAsync(notice, server.Clock.GetUtcNow(), notice.Id);
    }

    private static async Task EveryAsync(World world, Node node, Func<Server, TimeSpan> pause, Func<Server, Task> round)
    {
        var server = node.Server;
        while (server is not null && server == node.Server)
        {
            await node.RunAsync<object>(async s =>
            {
                await round(s);
                return "done";
            });
            await world.Timeline.Pause(pause(server));
        }
    }

    private static TimeSpan NextPayout(World world, Server server) => world.Store.Tables.Payouts.Count == 0
        ? Idle
        : Until(world, server, world.Store.Tables.Payouts.Values.Min(p => p.CheckAt));

    private static TimeSpan NextNotice(World world, Server server)
    {
        var wait = Until(world, server, world.Store.Tables.Notices.Values.Min(n => (DateTimeOffset?)n.NextAt));
        return wait < ShortestOfNotices ? ShortestOfNotices : wait;
    }

    private static TimeSpan NextCheck(World world, Server server)
    {
        DateTimeOffset? next = null;
        foreach (var all in world.Store.Tables.Attempts.Values)
        {
            foreach (var attempt in all)
            {
                if (attempt.CheckAt is { } at && !(at >= next)) next = at;
            }
        }

        return Until(world, server, next);
    }

    /// <summary>A server looks four times a second; here it sleeps until its own clock says that there may be something to see.</summary>
    private static TimeSpan Until(World world, Server server, DateTimeOffset? next)
    {
        if (next is not { } at) return Longest(world);
        var wait = at - server.Clock.GetUtcNow();
        return wait < Shortest ? Shortest : wait < Longest(world) ? wait : Longest(world);
    }
}
