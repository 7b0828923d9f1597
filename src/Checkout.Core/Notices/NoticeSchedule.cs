namespace Checkout.Core.Notices;

/// <summary>When an unanswered notice is tried again: 1, 2, 5, 10, 30 minutes, 1, 2, 4, 8 hours, then every 12 hours, for seven days.</summary>
public static class NoticeSchedule
{
    public static readonly TimeSpan GivesUpAfter = TimeSpan.FromDays(7);

    private static readonly int[] Minutes = [1, 2, 5, 10, 30, 60, 120, 240, 480, 720];

    /// <summary>The wait after the given number of tries, spread by up to a fifth so that receivers are not hit in step.</summary>
    /// <param name="chance">0 to 1.</param>
    public static TimeSpan After(int tries, double chance)
    {
        var minutes = Minutes[Math.Clamp(tries - 1, 0, Minutes.Length - 1)];
        return TimeSpan.FromMinutes(minutes * (1 + (chance / 5)));
    }
}
