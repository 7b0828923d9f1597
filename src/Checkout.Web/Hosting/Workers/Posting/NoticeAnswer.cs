using Checkout.Core.Payments;

namespace Checkout.Web.Hosting.Workers.Posting;

/// <summary>What came of posting one notice.</summary>
public enum NoticeAnswer { Delivered, NobodyToTell, Refused, NoAnswer }

/// <summary>What came of it, and in which dialect it was said: when it is tried again is the dialect's matter.</summary>
public readonly record struct SentNotice(NoticeAnswer Answer, Dialect Dialect);
