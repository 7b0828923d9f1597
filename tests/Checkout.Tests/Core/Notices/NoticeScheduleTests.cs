using Checkout.Core.Notices;
using Checkout.Core.Payments;

namespace Checkout.Tests.Core.Notices;

public sealed class NoticeScheduleTests
{
    [Theory]
    [InlineData(Dialect.Smart2Pay)]
    [InlineData(Dialect.Link)]
    public void Tries_often_at_first_and_at_least_ten_times_over_seven_days(Dialect dialect)
    {
        var waits = Waits(dialect, chance: 1);
        Assert.True(waits.Count >= 14, $"{waits.Count} waits");
        Assert.InRange(waits.Aggregate((a, b) => a + b), TimeSpan.FromDays(7), TimeSpan.FromDays(8));
        Assert.Equal([1, 2, 5, 10, 30, 60, 120, 240, 480, 720, 720], Waits(dialect, chance: 0).Take(11).Select(w => (int)w.TotalMinutes));
    }

    [Fact]
    public void Cardgate_waits_a_minute_longer_each_time_and_gives_up_after_a_hundred_tries()
    {
        var waits = Waits(Dialect.Cardgate, chance: 0);
        Assert.Equal(Enumerable.Range(1, 99), waits.Select(w => (int)w.TotalMinutes));
    }

    [Fact]
    public void A_merchant_may_have_it_tried_less_often_in_the_Cardgate_dialect_only()
    {
        Assert.Equal([5, 10, 15], Waits(RetryPlan.Of(Dialect.Cardgate, new() { CallbackTries = 4, CallbackMinutes = 5 }), chance: 0).Select(w => (int)w.TotalMinutes));
        Assert.Empty(Waits(RetryPlan.Of(Dialect.Cardgate, new() { CallbackTries = 1 }), chance: 0));
        Assert.Equal(Waits(Dialect.Smart2Pay, chance: 0), Waits(RetryPlan.Of(Dialect.Smart2Pay, new() { CallbackTries = 1, CallbackMinutes = 5 }), chance: 0));
    }

    [Theory]
    [InlineData(Dialect.Smart2Pay)]
    [InlineData(Dialect.Cardgate)]
    public void Chance_spreads_the_tries_by_a_fifth_at_most(Dialect dialect)
    {
        foreach (var (first, last) in Waits(dialect, chance: 0).Zip(Waits(dialect, chance: 1))) Assert.Equal(first.TotalSeconds * 1.2, last.TotalSeconds, tolerance: 0.001);
    }

    /// <summary>How long a notice that nobody ever acknowledges waits after each try.</summary>
    private static List<TimeSpan> Waits(Dialect dialect, double chance) => Waits(new RetryPlan(dialect), chance);

    private static List<TimeSpan> Waits(RetryPlan plan, double chance)
    {
        var notice = new Notice { Merchant = 7, Payment = 1, Subject = NoticeSubject.Payment, Created = Some.Now, NextAt = Some.Now };
        List<TimeSpan> waits = [];
        while (NoticeSchedule.NextTry(plan, notice, notice.NextAt, chance) is { } next)
        {
            waits.Add(next - notice.NextAt);
            notice = notice with { Tries = notice.Tries + 1, NextAt = next };
        }

        return waits;
    }
}
