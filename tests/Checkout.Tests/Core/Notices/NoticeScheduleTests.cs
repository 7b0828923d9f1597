using Checkout.Core.Notices;

namespace Checkout.Tests.Core.Notices;

public sealed class NoticeScheduleTests
{
    [Fact]
    public void Tries_often_at_first_and_at_least_ten_times_over_seven_days()
    {
        var at = TimeSpan.Zero;
        var tries = 1;
        for (; at < NoticeSchedule.GivesUpAfter; tries++) at += NoticeSchedule.After(tries, chance: 1);
        Assert.Equal(TimeSpan.FromMinutes(1), NoticeSchedule.After(1, 0));
        Assert.Equal(TimeSpan.FromHours(12), NoticeSchedule.After(50, 0));
        Assert.True(tries >= 15, $"{tries} tries");
    }
}
