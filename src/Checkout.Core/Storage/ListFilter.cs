using Checkout.Core.Payments;
using Checkout.Core.Payouts;
using Checkout.Core.Shoppers;

namespace Checkout.Core.Storage;

/// <summary>Which of a merchant's payments a list has.</summary>
/// <param name="UpTo">Only payments with this number or a lower one; null: from the newest.</param>
public sealed record PaymentFilter(int Merchant, Dialect Dialect, string? Reference, long? UpTo, int Limit)
{
    public ListFilter Where { get; init; } = ListFilter.Everything;

    /// <summary>Only payments with this number or a higher one; null: from the first.</summary>
    public long? Since { get; init; }

    /// <summary>The oldest come first, and the limit cuts the newest off.</summary>
    public bool OldestFirst { get; init; }

    /// <summary>Null: any.</summary>
    public IReadOnlyList<PaymentStatus>? Statuses { get; init; }

    /// <summary>Null: tests and live payments alike.</summary>
    public bool? IsTest { get; init; }

    /// <summary>The merchant's name for the shopper; null: anybody's.</summary>
    public string? Shopper { get; init; }

    /// <summary>Whether a refund is on its way; null: either.</summary>
    public bool? IsRefunding { get; init; }

    /// <summary>Of expired ones only those with which a card was tried, or only the others; null: all.</summary>
    public bool? ExpiredTried { get; init; }

    /// <summary>Card checks are in no list but Cardgate's, where they are invoices like others.</summary>
    public bool Takes(Payment payment) =>
        payment.Merchant == Merchant && payment.Dialect == Dialect && (payment.Purpose == PaymentPurpose.Purchase || Dialect == Dialect.Cardgate)
        && payment.Number >= (Since ?? 0) && payment.Number <= (UpTo ?? long.MaxValue) && (Reference is null || payment.Reference == Reference)
        && Where.Takes(payment.Created, payment.Amount, payment.Details.Billing, payment.IsTest ? null : payment.UpstreamId)
        && Statuses?.Contains(payment.Status) != false && (IsTest is null || payment.IsTest == IsTest) && (Shopper is null || payment.Shopper == Shopper)
        && (IsRefunding is null || payment.RefundOpenMinor > 0 == IsRefunding)
        && (ExpiredTried is null || payment.Status != PaymentStatus.Expired || payment.Attempts > 0 == ExpiredTried);
}

/// <summary>Which of a merchant's payouts a list has.</summary>
/// <param name="UpTo">Only payouts with this number or a lower one; null: from the newest.</param>
public sealed record PayoutFilter(int Merchant, string? Reference, long? UpTo, int Limit)
{
    public ListFilter Where { get; init; } = ListFilter.Everything;

    /// <summary>Null: any.</summary>
    public IReadOnlyList<PayoutState>? States { get; init; }

    public bool Takes(Payout payout) => Where.Takes(payout.Created, payout.Amount, payout.Details.Billing, payout.UpstreamId) && States?.Contains(payout.State) != false;
}

/// <summary>What payments and payouts can be asked for alike; null: anything. All bounds belong to what they bound.</summary>
public sealed record ListFilter
{
    public static readonly ListFilter Everything = new();

    public DateTimeOffset? From { get; init; }

    public DateTimeOffset? Until { get; init; }

    /// <summary>Minor units, whatever the currency is.</summary>
    public long? LeastMinor { get; init; }

    public long? MostMinor { get; init; }

    /// <summary>ISO 4217, upper case.</summary>
    public string? Currency { get; init; }

    /// <summary>ISO 3166-1 alpha-2 of the billing address, upper case.</summary>
    public string? Country { get; init; }

    /// <summary>The name the acquirer gave it. What happens in a test has none behind the provider.</summary>
    public string? UpstreamId { get; init; }

    public bool Takes(DateTimeOffset created, Money.Amount amount, PostalAddress? billing, string? upstreamId) =>
        created >= (From ?? DateTimeOffset.MinValue) && created <= (Until ?? DateTimeOffset.MaxValue)
        && amount.Minor >= (LeastMinor ?? 0) && amount.Minor <= (MostMinor ?? long.MaxValue)
        && (Currency is null || amount.Currency.Code == Currency)
        && (Country is null || string.Equals(billing?.Country, Country, StringComparison.OrdinalIgnoreCase))
        && (UpstreamId is null || upstreamId == UpstreamId);
}
