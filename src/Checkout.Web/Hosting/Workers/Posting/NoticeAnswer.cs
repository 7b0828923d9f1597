using Checkout.Core.Notices;
using Checkout.Core.Payments;

namespace Checkout.Web.Hosting.Workers.Posting;

/// <summary>What came of posting one notice. <c>Unwanted</c>: the receiver says that it is gone for good.</summary>
public enum NoticeAnswer { Delivered, NobodyToTell, Refused, NoAnswer, Unwanted }

/// <summary>What the receiver said.</summary>
/// <param name="Answer">In one word.</param>
/// <param name="Pause">How long it asks to be left in peace; null: it does not say.</param>
public readonly record struct PostedNotice(NoticeAnswer Answer, TimeSpan? Pause = null)
{
    public static readonly PostedNotice NobodyToTell = new(NoticeAnswer.NobodyToTell);
}

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

/// <summary>What came of it.</summary>
/// <param name="Posted">What the receiver said.</param>
/// <param name="Plan">When it is tried again, if it was not taken.</param>
/// <param name="Newest">The newest event of the same payment, or payout, before it was posted.</param>
/// <param name="Tells">The newest of them that it told.</param>
public readonly record struct SentNotice(PostedNotice Posted, RetryPlan Plan, long Newest, long Tells);
