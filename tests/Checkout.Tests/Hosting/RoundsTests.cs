using Checkout.Core.Storage;
using Checkout.Tests.Connectors;
using Checkout.Tests.Core;
using Checkout.Core.Payments;
using Checkout.Web.Hosting.Workers;
using Microsoft.Extensions.Logging.Abstractions;

namespace Checkout.Tests.Hosting;

public sealed class RoundsTests
{
    [Fact]
    public async Task A_worker_goes_on_after_any_trouble_and_ends_with_the_server()
    {
        using var stop = new CancellationTokenSource();
        var rounds = 0;
        var work = Rounds.EveryAsync(TimeSpan.FromMilliseconds(1), "worker", NullLogger.Instance, RoundAsync, stop.Token);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => work.WaitAsync(TimeSpan.FromSeconds(20)));
        Assert.Equal(4, rounds);

        Task RoundAsync()
        {
            rounds++;
            if (rounds == 4) stop.Cancel();
            return rounds switch
            {
                1 => throw new StoreUnavailableException("The disk is full."),
                2 => throw new InvalidOperationException("Broken code."),
                3 => throw new OperationCanceledException("Something else was cancelled."),
                _ => Task.CompletedTask,
            };
        }
    }

    [Fact]
    public void A_broken_attempt_waits_longer_each_time_and_holds_no_other()
    {
        var clock = new TestClock();
        var broken = new BrokenWork<Attempt>(a => (a.Merchant, a.Payment, a.Number), clock);
        var (bad, good) = (Some.Attempt(), Some.Attempt() with { Number = 2 });
        Assert.Equal([bad, good], broken.Without([bad, good]));

        broken.Add(bad);
        Assert.Equal(1, broken.Count);
        Assert.Equal([good], broken.Without([bad, good]));
        clock.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal([bad, good], broken.Without([bad, good]));

        broken.Add(bad);
        clock.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal([good], broken.Without([bad, good]));
        clock.Pass(TimeSpan.FromSeconds(5));
        Assert.Equal([bad, good], broken.Without([bad, good]));
    }

    [Fact]
    public void An_attempt_that_is_no_longer_due_is_forgotten()
    {
        var broken = new BrokenWork<Attempt>(a => (a.Merchant, a.Payment, a.Number), new TestClock());
        broken.Add(Some.Attempt());
        Assert.Empty(broken.Without([]));
        Assert.Equal(0, broken.Count);
        Assert.Single(broken.Without([Some.Attempt()]));
    }
}
