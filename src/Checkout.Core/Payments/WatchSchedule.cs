namespace Checkout.Core.Payments;

/// <summary>
/// When a charge that came to nothing is asked about again, counted from its end: a request may have lain somewhere longer than any horizon
/// says (PAY-19).
/// </summary>
public static class WatchSchedule
{
    private static readonly TimeSpan[] Looks = [TimeSpan.FromHours(1), TimeSpan.FromHours(6), TimeSpan.FromHours(24), TimeSpan.FromHours(72)];

    /// <summary>A look that got no answer is repeated so much later.</summary>
    private static readonly TimeSpan AfterSilence = TimeSpan.FromHours(1);

    /// <summary>An upstream that is gone for good is not asked for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromDays(7);

    /// <summary>The next look; null when the watch is over.</summary>
    public static DateTimeOffset? Next(DateTimeOffset ended, DateTimeOffset now) =>
        Looks.Select(look => (DateTimeOffset?)(ended + look)).FirstOrDefault(at => at > now);

    /// <summary>The next look after one that was not answered; null when there was none for too long.</summary>
    public static DateTimeOffset? Again(DateTimeOffset ended, DateTimeOffset now) => now - ended < Patience ? now + AfterSilence : null;
}
