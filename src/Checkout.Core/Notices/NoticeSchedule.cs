using Checkout.Core.Payments;

namespace Checkout.Core.Notices;

/// <summary>
/// When an unanswered notice is tried again, as the dialect has it. Smart2Pay, and links with it: 1, 2, 5, 10, 30 minutes, 1, 2, 4, 8 hours,
/// then every 12 hours, for seven days. Cardgate: as many minutes as it was tried, a hundred times, unless the merchant wants it otherwise.
/// </summary>
public static class NoticeSchedule
{
    public const int MostCardgateTries = 100;

    public static readonly TimeSpan GivesUpAfter = TimeSpan.FromDays(7);

    private static readonly int[] Minutes = [1, 2, 5, 10, 30, 60, 120, 240, 480, 720];

    /// <summary>The next time, after a try that failed just now; null: no more.</summary>
    /// <param name="plan">How it is tried again.</param>
    /// <param name="notice">As it was before that try.</param>
    /// <param name="now">When the try failed.</param>
    /// <param name="chance">0 to 1; spreads the tries by up to a fifth, so that receivers are not hit in step.</param>
    public static DateTimeOffset? NextTry(RetryPlan plan, Notice notice, DateTimeOffset now, double chance)
    {
        var tries = notice.Tries + 1;
        return plan.Dialect switch
        {
            Dialect.Smart2Pay or Dialect.Link => now - notice.Created >= GivesUpAfter ? null : now + Spread(Minutes[Math.Min(tries, Minutes.Length) - 1], chance),
            Dialect.Cardgate => tries >= plan.Tries ? null : now + Spread(tries * plan.Minutes, chance),
        };
    }

    private static TimeSpan Spread(int minutes, double chance) => TimeSpan.FromMinutes(minutes * (1 + (chance / 5)));
}
