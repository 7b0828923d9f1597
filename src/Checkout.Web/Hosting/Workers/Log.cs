using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Web.Hosting.Workers.Posting;

namespace Checkout.Web.Hosting.Workers;

/// <summary>What the workers write down. Events 2100–2199.</summary>
internal static partial class Log
{
    [LoggerMessage(2101, LogLevel.Information, "Merchant {Merchant} payment {Payment}: attempt {Attempt} ({Kind}) was looked after, the payment is {Status}")]
    public static partial void AttemptLookedAfter(ILogger log, int merchant, long payment, int attempt, AttemptKind kind, PaymentStatus status);

    [LoggerMessage(2102, LogLevel.Error, "{Worker} could not reach the store and goes on later: {Why}")]
    public static partial void StoreUnavailable(ILogger log, string worker, string why);

    [LoggerMessage(2105, LogLevel.Information, "Merchant {Merchant} payout {Payout} was looked after, it is {Step}")]
    public static partial void PayoutLookedAfter(ILogger log, int merchant, long payout, PayoutStep step);

    [LoggerMessage(2106, LogLevel.Error, "Merchant {Merchant} payout {Payout}: looking after it broke, it is tried again")]
    public static partial void PayoutBroken(ILogger log, int merchant, long payout, Exception trouble);

    [LoggerMessage(2104, LogLevel.Error, "A round of {Worker} broke, the next one comes")]
    public static partial void RoundBroken(ILogger log, string worker, Exception trouble);

    [LoggerMessage(2110, LogLevel.Information, "Merchant {Merchant} payment {Payment}: notice {Notice} delivered at try {Tries}")]
    public static partial void NoticeDelivered(ILogger log, int merchant, long payment, long notice, int tries);

    [LoggerMessage(2111, LogLevel.Warning, "Merchant {Merchant} payment {Payment}: notice {Notice} not delivered at try {Tries} ({Answer}), next try {Next}")]
    public static partial void NoticePostponed(ILogger log, int merchant, long payment, long notice, int tries, NoticeAnswer answer, DateTimeOffset? next);

    [LoggerMessage(2112, LogLevel.Information, "Merchant {Merchant} payment {Payment}: notice {Notice} stays in the outbox")]
    public static partial void NoticeKept(ILogger log, int merchant, long payment, long notice);

    [LoggerMessage(2103, LogLevel.Error, "Merchant {Merchant} payment {Payment}: looking after attempt {Attempt} broke, it is tried again")]
    public static partial void AttemptBroken(ILogger log, int merchant, long payment, int attempt, Exception trouble);

    [LoggerMessage(2113, LogLevel.Error, "Merchant {Merchant} payment {Payment}: sending notice {Notice} broke, it is tried again")]
    public static partial void NoticeBroken(ILogger log, int merchant, long payment, long notice, Exception trouble);
}
