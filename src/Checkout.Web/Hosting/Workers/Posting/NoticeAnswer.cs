using Checkout.Core.Notices;
using Checkout.Core.Payments;

namespace Checkout.Web.Hosting.Workers.Posting;

/// <summary>What came of posting one notice.</summary>
public enum NoticeAnswer { Delivered, NobodyToTell, Refused, NoAnswer }

/// <summary>Says notices to merchants.</summary>
public interface INoticePosts
{
    /// <summary>When this one may go out at the earliest; null: now.</summary>
    ValueTask<DateTimeOffset?> HeldUntilAsync(Notice notice) => new((DateTimeOffset?)null);

    Task<SentNotice> SendAsync(Notice notice, CancellationToken stop);
}

/// <summary>How a notice is said: usually as things stand, with the merchant's own proof. In a sandbox it may be otherwise.</summary>
/// <param name="As">The payment as the notice shows it; null: as it is.</param>
/// <param name="IsForged">It carries a proof that is none.</param>
public sealed record NoticeForm(Func<Payment, Payment>? As = null, bool IsForged = false)
{
    public static readonly NoticeForm True = new();

    public Payment Of(Payment payment) => As is { } change ? change(payment) : payment;
}

/// <summary>What came of it, and in which dialect it was said: when it is tried again is the dialect's matter.</summary>
public readonly record struct SentNotice(NoticeAnswer Answer, Dialect Dialect);
