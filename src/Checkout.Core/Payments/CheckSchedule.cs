using Checkout.Core.Chance;

namespace Checkout.Core.Payments;

/// <summary>When an operation is looked after again: 1 s after the first doubt, doubling up to 5 min, spread by a fifth either way (PAY-7).</summary>
public static class CheckSchedule
{
    /// <summary>An intent that is still Submitting after this long lost its process: the upstream call is over by then.</summary>
    public static readonly TimeSpan Stale = UpstreamCall.Limit + TimeSpan.FromSeconds(10);

    /// <summary>Somebody else asks about an intent this old and may have found nothing: what was not sent by now is not sent at all.</summary>
    public static bool IsTooLateToSend(Attempt attempt, DateTimeOffset now) => now - attempt.Submitted >= Stale;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static DateTimeOffset Next(DateTimeOffset now, int checks, IRandomSource random)
    {
        Span<byte> chance = stackalloc byte[1];
        random.Fill(chance);
        var seconds = Math.Min(Math.Pow(2, Math.Min(checks, 20)), Longest.TotalSeconds);
        return now.AddSeconds(seconds * (0.8 + (0.4 * chance[0] / 255)));
    }
}
